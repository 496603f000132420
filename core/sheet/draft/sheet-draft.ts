import type { Cell } from "../cell.ts";
import type { DefinedName } from "../sheet-book.ts";
import type { Column, Merge, Row } from "../sheet.ts";
import { addressOf, physical } from "../cell-address.ts";

/** A sheet being written row by row; positions are known as soon as a row is added, so formulas can name earlier cells. */
export interface SheetDraft {
  readonly sheet: string;
  readonly columns: readonly Column[];
  readonly rows: Row[];
  readonly merges: Merge[];
  readonly names: DefinedName[];
  /** Position of the last column that titles, info lines and headings of sections span: the last one that is printed. */
  readonly spanned: number;
}

export function newDraft(sheet: string, columns: readonly Column[], spanned = columns.length - 1): SheetDraft {
  return { sheet, columns, rows: [], merges: [], names: [], spanned };
}

/** @returns the row's position in `rows`. */
export function addRow(draft: SheetDraft, row: Row): number {
  draft.rows.push(row);
  return draft.rows.length - 1;
}

/** A row whose one cell spans all columns that are printed: titles, info lines, section headings. */
export function addSpanningRow(draft: SheetDraft, row: Omit<Row, "cells">, cell: Cell): number {
  const [first] = draft.columns;
  if (!first) throw new Error("a sheet without columns");
  const at = addRow(draft, { ...row, cells: { [first.key]: cell } });
  if (draft.spanned > 0) draft.merges.push({ top: at, left: 0, bottom: at, right: draft.spanned });
  return at;
}

/** @throws on an unknown column (a bug). */
export function columnAt(draft: SheetDraft, column: string): number {
  const at = draft.columns.findIndex((candidate) => candidate.key === column);
  if (at < 0) throw new Error(`no column ${column} in sheet ${draft.sheet}`);
  return at;
}

/** A1 reference for formulas of the same sheet. */
export function reference(draft: SheetDraft, row: number, column: string): string {
  return addressOf(physical(row, columnAt(draft, column)));
}

/** A1 range within one row, between two columns. */
export function rowRange(
  draft: SheetDraft,
  row: number,
  columns: { readonly from: string; readonly to: string },
): string {
  const from = reference(draft, row, columns.from);
  const to = reference(draft, row, columns.to);
  return from === to ? from : `${from}:${to}`;
}

/** Gives one cell a workbook-wide name. */
export function nameCell(draft: SheetDraft, name: string, at: { readonly row: number; readonly column: string }): void {
  const column = columnAt(draft, at.column);
  draft.names.push({ name, sheet: draft.sheet, top: at.row, left: column, bottom: at.row, right: column });
}

/** Longest runs of consecutive positions, as A1 ranges of one column: what SUM wants. */
export function columnRanges(draft: SheetDraft, rows: readonly number[], column: string): readonly string[] {
  const runs: { from: number; to: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.to === row - 1) last.to = row;
    else runs.push({ from: row, to: row });
  }
  return runs.map(({ from, to }) => {
    const first = reference(draft, from, column);
    return from === to ? first : `${first}:${reference(draft, to, column)}`;
  });
}
