import type { DefinedName } from "./sheet-book.ts";

/** Every sheet starts with one hidden key column (A) and one hidden key row (1); see sheet.ts. */
export const HIDDEN_ROWS = 1;
export const HIDDEN_COLUMNS = 1;

/** The size of a spreadsheet; addresses beyond it do not exist. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** A physical cell, 0-based: row 0 is sheet row 1, column 0 is column A. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/** "A" for 0, "AA" for 26. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** @returns undefined unless it is the letters of an existing column. */
export function parseColumnLetters(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(letters)) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= MOST_COLUMNS ? column - 1 : undefined;
}

/** A1 address of a physical cell. */
export function addressOf(position: CellPosition): string {
  return `${columnLetters(position.column)}${position.row + 1}`;
}

/** @returns undefined for anything that is not the plain address ("B7") of an existing cell. */
export function parseAddress(text: string): CellPosition | undefined {
  const match = ADDRESS.exec(text);
  if (!match) return undefined;
  const column = parseColumnLetters(match[1] ?? "");
  const row = Number(match[2]) - 1;
  return column === undefined || row >= MOST_ROWS ? undefined : { row, column };
}

/** The physical cell behind a position in a Sheet's `rows` and `columns`. */
export function physical(row: number, column: number): CellPosition {
  return { row: row + HIDDEN_ROWS, column: column + HIDDEN_COLUMNS };
}

/** A1 address of a position in a Sheet's `rows` and `columns`: row 0, column 0 is "B2". */
export function sheetAddress(row: number, column: number): string {
  return addressOf(physical(row, column));
}

/** "$C$4" or "$C$4:$C$9", as defined names want it, without the sheet. */
export function absoluteRange(name: Pick<DefinedName, "top" | "left" | "bottom" | "right">): string {
  const first = absolute(physical(name.top, name.left));
  const last = absolute(physical(name.bottom, name.right));
  return first === last ? first : `${first}:${last}`;
}

function absolute(position: CellPosition): string {
  return `$${columnLetters(position.column)}$${position.row + 1}`;
}
