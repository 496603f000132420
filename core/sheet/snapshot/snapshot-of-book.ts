import type { BaseSnapshot, SnapshotCell, SnapshotRow, SnapshotSheet } from "./base-snapshot.ts";
import type { Cell } from "../cell.ts";
import type { SheetBook } from "../sheet-book.ts";
import type { Row, Sheet } from "../sheet.ts";

/** What is issued with a book (W2a): every keyed row, because a locked cell that was changed is noticed too. */
export function snapshotOfBook(book: SheetBook): BaseSnapshot {
  return { format: 1, identity: book.identity, sheets: book.sheets.map(snapshotOfSheet) };
}

function snapshotOfSheet(sheet: Sheet): SnapshotSheet {
  return {
    key: sheet.key,
    name: sheet.name,
    columns: sheet.columns.map((column) => column.key),
    identityColumns: sheet.columns.filter((column) => column.identity === true).map((column) => column.key),
    rows: sheet.rows.flatMap((row) => (row.key === null ? [] : [snapshotOfRow(sheet, row, row.key)])),
  };
}

function snapshotOfRow(sheet: Sheet, row: Row, key: string): SnapshotRow {
  const cells = sheet.columns.flatMap((column) => {
    const cell = row.cells[column.key];
    return cell && isWorthKeeping(cell) ? [snapshotOfCell(column.key, cell)] : [];
  });
  return { key, cells };
}

/** An empty cell without formula or binding is what the diff assumes anyway. */
function isWorthKeeping(cell: Cell): boolean {
  return cell.value !== null || cell.formula !== undefined || cell.binding !== undefined;
}

function snapshotOfCell(column: string, cell: Cell): SnapshotCell {
  return {
    column,
    // A formula's figure depends on what is typed elsewhere: only the formula itself is the base.
    value: cell.formula === undefined ? cell.value : null,
    ...(cell.formula === undefined ? {} : { formula: cell.formula }),
    ...(cell.binding ?? {}),
  };
}
