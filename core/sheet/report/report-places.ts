import { isBlank, parseCellAddress } from "#core/report/formula/cell-name.ts";
import type { CellKeys } from "../sheet-host.ts";

export const CONTENTS_SHEET = "contents";
export const CHECKS_SHEET = "checks";
export const LAST_YEAR_SHEET = "last-year";
/** Blanks of supplementary lines stand below the body, in its first column of numbers. */
export const BLANK_COLUMN = "A";

export function tableSheetKey(table: number): string {
  return `t${table}`;
}

export function isTableSheetKey(key: string): boolean {
  return /^t\d{1,3}$/u.test(key);
}

/** Keys of row and column for "C4" and "补1.2" of a table. */
export function keysInTable(cell: string): Pick<CellKeys, "row" | "column"> | undefined {
  if (isBlank(cell)) return { row: `s${cell.slice(1)}`, column: BLANK_COLUMN };
  const [, column, row] = /^([A-Z]{1,2})(\d{1,3})$/.exec(cell) ?? [];
  return column === undefined || row === undefined ? undefined : { row: `r${row}`, column };
}

/** Where "2!C4" stands in a report's book. */
export function keysOfReportCell(address: string): CellKeys | undefined {
  const at = parseCellAddress(address);
  const keys = at && keysInTable(at.cell);
  return keys && at.table !== null ? { sheet: tableSheetKey(at.table), ...keys } : undefined;
}

/** "2!C4" or "2!补1.3" for the keys of a cell in a report's book; undefined: nothing of the form stands there. */
export function reportCellOfKeys({ sheet, row, column }: CellKeys): string | undefined {
  const [, table] = /^t(\d{1,3})$/.exec(sheet) ?? [];
  const [, kind, at] = /^([rs])([\d.]+)$/.exec(row) ?? [];
  if (table === undefined || at === undefined) return undefined;
  if (kind === "s") return column === BLANK_COLUMN ? `${table}!补${at}` : undefined;
  return /^[A-Z]{1,2}$/.test(column) ? `${table}!${column}${at}` : undefined;
}
