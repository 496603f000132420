import { formatWithSymbol } from "#core/sheet/cell-state.ts";
import type { Cell, CellState } from "#core/sheet/cell.ts";
import type { ReadCell } from "#core/sheet/reading.ts";
import type { CellInput } from "../plan.ts";

/** Spreadsheets' names of "as you like" and "text". */
export const GENERAL = "General";
export const TEXT = "@";

/** In the program's words; a text keeps being one, a formula in a text cell would only be shown. */
export function formatOf(cell: Cell, state: CellState = cell.state): string {
  const format = formatWithSymbol(cell.format, state);
  if (cell.formula !== undefined) return format === undefined || format === TEXT ? GENERAL : format;
  return format ?? (typeof cell.value === "string" ? TEXT : GENERAL);
}

/** As somebody would type it: formulas begin with "="; in a cell that is no text cell, what must stay text begins with "'". */
export function inputOf(cell: ReadCell, format: string): CellInput {
  if (cell.formula !== undefined) return `=${cell.formula}`;
  const { value } = cell;
  if (value === null) return "";
  return typeof value === "string" && format !== TEXT && isMisread(value) ? `'${value}` : value;
}

const PLAIN_WORDS = /^[\p{L}（(《“「【][^\d]*$/u;

/** Anything but plain words may become a number, a date, a formula. */
function isMisread(text: string): boolean {
  return !PLAIN_WORDS.test(text) || /^(?:true|false)$/i.test(text);
}

const SYMBOL = /^"([^"]) "(.*?);"\1 "-/;

/** Without the state's symbol: what `formatWithSymbol` was given. */
export function plainFormat(format: string): string {
  return SYMBOL.exec(format)?.[2] ?? format;
}
