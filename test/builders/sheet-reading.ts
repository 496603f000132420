import { META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import type { BookReading, ReadCell, SheetReading } from "#core/sheet/reading.ts";
import { cornerText, rowKeyText } from "#core/sheet/row-key.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { Sheet } from "#core/sheet/sheet.ts";

/** What a host without faults reads back right after it drew the book; tests then do to it what officers do. */
export function aReading(book: SheetBook): BookReading {
  return { sheets: book.sheets.map(readingOf), meta: META_SHEET };
}

function readingOf(sheet: Sheet): SheetReading {
  const keys: readonly ReadCell[] = [
    { value: cornerText(sheet) },
    ...sheet.columns.map((column) => ({ value: column.key })),
  ];
  const rows = sheet.rows.map((row): readonly ReadCell[] => [
    { value: rowKeyText(row) },
    ...sheet.columns.map((column): ReadCell => {
      const cell = row.cells[column.key];
      if (cell?.formula !== undefined) return { value: cell.value, formula: cell.formula };
      return { value: cell?.value ?? null };
    }),
  ]);
  return { name: sheet.name, rows: [keys, ...rows] };
}

/** The same book with one sheet's rows changed. */
export function withRows(
  reading: BookReading,
  name: string,
  change: (rows: readonly (readonly ReadCell[])[]) => readonly (readonly ReadCell[])[],
): BookReading {
  return {
    ...reading,
    sheets: reading.sheets.map((sheet) => (sheet.name === name ? { ...sheet, rows: change(sheet.rows) } : sheet)),
  };
}

/** The same book with one cell changed, addressed by keys. */
export function withCell(
  reading: BookReading,
  at: { readonly sheet: string; readonly row: string; readonly column: string },
  cell: ReadCell,
): BookReading {
  return withRows(reading, at.sheet, (rows) => {
    const column = (rows[0] ?? []).findIndex((candidate) => candidate.value === at.column);
    return rows.map((cells) =>
      cells[0]?.value === at.row ? cells.map((old, index) => (index === column ? cell : old)) : cells,
    );
  });
}
