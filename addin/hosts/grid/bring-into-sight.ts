interface At {
  readonly row: number;
  readonly column: number;
}

/** What of Univer's worksheet is needed to scroll it. */
export interface Scrolled {
  readonly getFreeze: () => { readonly ySplit: number; readonly xSplit: number };
  readonly scrollToCell: (row: number, column: number) => unknown;
}

/** Rows and columns that stay before a cell. No more columns: they are wide, and the cell itself is what must be seen. */
const BEFORE: At = { row: 3, column: 1 };

/**
 * Puts a cell near the corner of what can be scrolled. Univer counts from the frozen part, and asked for something in it it
 * leaves that axis where it is, with the cell out of sight.
 */
export function bringIntoSight(sheet: Scrolled, { row, column }: At): void {
  const { ySplit, xSplit } = sheet.getFreeze();
  sheet.scrollToCell(Math.max(ySplit, row - BEFORE.row), Math.max(xSplit, column - BEFORE.column));
}
