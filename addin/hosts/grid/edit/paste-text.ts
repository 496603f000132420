import { mayType, type CellMatrix, type SheetGuard } from "./grid-guard.ts";

export interface PasteTarget {
  readonly guard: SheetGuard;
  readonly range: {
    readonly startRow: number;
    readonly endRow: number;
    readonly startColumn: number;
    readonly endColumn: number;
  };
}

export type Pasted =
  { readonly cells: CellMatrix } | { readonly refusedAt: { readonly row: number; readonly column: number } };

/**
 * The clipboard's plain text as cells below and right of the selection's first cell; one value fills the whole selection.
 * All or nothing: one closed cell in the way refuses the block, as spreadsheets do. Looks and formulas stay behind.
 */
export function pasteText(text: string, target: PasteTarget): Pasted {
  const cells: CellMatrix = {};
  for (const [down, line] of filled(parseBlock(text), target.range).entries()) {
    for (const [right, value] of line.entries()) {
      const [row, column] = [target.range.startRow + down, target.range.startColumn + right];
      if (!mayType(target.guard, row, column)) return { refusedAt: { row, column } };
      (cells[row] ??= {})[column] = { v: typed(value), f: null, p: null, si: null };
    }
  }
  return { cells };
}

function filled(block: readonly (readonly string[])[], range: PasteTarget["range"]): readonly (readonly string[])[] {
  const [line, ...more] = block;
  if (line?.length !== 1 || more.length > 0) return block;
  const width = range.endColumn - range.startColumn + 1;
  return Array.from({ length: range.endRow - range.startRow + 1 }, () => Array<string>(width).fill(line[0] ?? ""));
}

/** Rows of tab-separated cells; a cell with tabs or line breaks comes in quotes, with its own quotes doubled. */
export function parseBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const pattern = /("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/gy;
  const body = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let match = pattern.exec(body); match; match = pattern.exec(body)) {
    rows.at(-1)?.push(unquoted(match[1] ?? ""));
    if (match[2] === "") break;
    if (match[2] === "\n") rows.push([]);
  }
  return rows;
}

function unquoted(cell: string): string {
  return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/;

/** Numbers become numbers, everything else stays the text it was: a pasted text never becomes a formula. */
function typed(value: string): string | number | null {
  const text = value.trim();
  if (text === "") return null;
  return PLAIN_NUMBER.test(text) ? Number(text) : value;
}
