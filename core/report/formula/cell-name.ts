const GRID = /^([A-Z]{1,2})([1-9]\d{0,2})$/;
const BLANK = /^补([1-9]\d?)\.([1-9]\d?)$/u;
const ADDRESS = /^(?:([1-9]\d{0,2})!)?(.+)$/u;

/** Column letters and row number of a cell in the body of a table; undefined for a blank and for anything else. */
export function gridCell(cell: string): { readonly column: string; readonly row: number } | undefined {
  const [, column, row] = GRID.exec(cell) ?? [];
  return column === undefined ? undefined : { column, row: Number(row) };
}

/** "补2.3": the third blank of the second supplementary line. */
export function isBlank(cell: string): boolean {
  return BLANK.test(cell);
}

export function isCellName(cell: string): boolean {
  return GRID.test(cell) || isBlank(cell);
}

/** "2!C4", "C4", "2!补1.3"; undefined when it is none. */
export function parseCellAddress(text: string): { readonly table: number | null; readonly cell: string } | undefined {
  const [, table, cell = ""] = ADDRESS.exec(text) ?? [];
  return isCellName(cell) ? { table: table === undefined ? null : Number(table), cell } : undefined;
}

/** A=1, Z=26, AA=27. */
export function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

export function columnLetters(number: number): string {
  const rest = (number - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return number <= 26 ? letter : columnLetters((number - 1 - rest) / 26) + letter;
}
