import type { Cell } from "../cell.ts";
import type { SheetBook } from "../sheet-book.ts";
import type { CellMark } from "../sheet-host.ts";
import type { Row, Sheet } from "../sheet.ts";

/** The book with states and notes set by key: what a host shows after a push. Marks of cells that are not there do nothing. */
export function markBook(book: SheetBook, marks: readonly CellMark[]): SheetBook {
  return {
    ...book,
    sheets: book.sheets.map((sheet) =>
      markSheet(
        sheet,
        marks.filter((mark) => mark.sheet === sheet.key),
      ),
    ),
  };
}

function markSheet(sheet: Sheet, marks: readonly CellMark[]): Sheet {
  if (marks.length === 0) return sheet;
  const byRow = new Map<string, CellMark[]>();
  for (const mark of marks) {
    const own = byRow.get(mark.row);
    if (own) own.push(mark);
    else byRow.set(mark.row, [mark]);
  }
  const rows = sheet.rows.map((row) => (row.key === null ? row : markRow(row, byRow.get(row.key) ?? [])));
  return { ...sheet, rows };
}

function markRow(row: Row, marks: readonly CellMark[]): Row {
  if (marks.length === 0) return row;
  const cells: Record<string, Cell> = { ...row.cells };
  for (const mark of marks) {
    const cell = cells[mark.column];
    if (cell) cells[mark.column] = marked(cell, mark);
  }
  return { ...row, cells };
}

function marked({ note, ground: _ground, ...cell }: Cell, mark: CellMark): Cell {
  const text = mark.note ?? note;
  const ground = mark.ground === undefined ? {} : { ground: mark.ground };
  return { ...cell, state: mark.state, ...ground, ...(text === undefined || text === "" ? {} : { note: text }) };
}
