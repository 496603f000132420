import { HIDDEN_COLUMNS, HIDDEN_ROWS } from "./cell-address.ts";
import type { Cell } from "./cell.ts";
import { formulaReferences, type FormulaReference } from "./formula-references.ts";
import type { SheetBook } from "./sheet-book.ts";
import type { Row, Sheet } from "./sheet.ts";

/** A cell of a book as it was drawn. */
export interface DrawnCell {
  readonly sheet: Sheet;
  readonly row: Row;
  readonly column: string;
  readonly cell: Cell;
}

/** Drill-down of a computed figure: the cells that its formula names, directly or by defined name, without empty ones. */
export function cellsBehind(book: SheetBook, { sheet, cell }: Pick<DrawnCell, "sheet" | "cell">): readonly DrawnCell[] {
  const found = new Map<string, DrawnCell>();
  for (const reference of cell.formula === undefined ? [] : formulaReferences(cell.formula)) {
    for (const [place, behind] of cellsOf(book, sheet, reference)) if (!found.has(place)) found.set(place, behind);
  }
  return [...found.values()];
}

interface Block {
  readonly sheet: Sheet | undefined;
  /** In positions of `rows` and `columns`. */
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function cellsOf(book: SheetBook, own: Sheet, reference: FormulaReference): readonly (readonly [string, DrawnCell])[] {
  const { sheet, top, left, bottom, right } = blockOf(book, own, reference);
  if (!sheet) return [];
  return sheet.rows.slice(Math.max(0, top), bottom + 1).flatMap((row, down) =>
    sheet.columns.slice(Math.max(0, left), right + 1).flatMap(({ key }) => {
      const cell = row.cells[key];
      if (!cell || (cell.value === null && cell.formula === undefined && !cell.binding)) return [];
      return [[`${sheet.key} ${Math.max(0, top) + down} ${key}`, { sheet, row, column: key, cell }] as const];
    }),
  );
}

const NOWHERE: Block = { sheet: undefined, top: 0, left: 0, bottom: -1, right: -1 };

function blockOf({ names, sheets }: SheetBook, own: Sheet, reference: FormulaReference): Block {
  if (reference.kind === "name") {
    const defined = names.find(({ name }) => name === reference.name);
    // A name belongs to a sheet by its key or by what its tab is called.
    const at = sheets.find(({ key, name }) => key === defined?.sheet || name === defined?.sheet);
    return defined ? { ...defined, sheet: at } : NOWHERE;
  }
  const { first, last } = reference;
  return {
    sheet: reference.sheet === null ? own : sheets.find(({ name }) => name === reference.sheet),
    top: first.row - HIDDEN_ROWS,
    left: first.column - HIDDEN_COLUMNS,
    bottom: last.row - HIDDEN_ROWS,
    right: last.column - HIDDEN_COLUMNS,
  };
}
