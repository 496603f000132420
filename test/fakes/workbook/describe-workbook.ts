import { addressOf, columnLetters } from "#core/sheet/cell-address.ts";
import { EMPTY_CELL, type WorkbookCell } from "./cell-model.ts";
import { rectText } from "./rect.ts";
import type { SheetModel } from "./sheet-model.ts";
import type { WorkbookModel } from "./workbook-model.ts";

export interface WorkbookDescription {
  readonly sheets: readonly unknown[];
  readonly names: readonly unknown[];
}

/** Everything that a person or a file could tell apart, as plain data: two equal descriptions are the same workbook. */
export function describeWorkbook(workbook: WorkbookModel): WorkbookDescription {
  return {
    sheets: workbook.sheets.map(describeSheet),
    names: [...workbook.names.all].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function describeSheet(sheet: SheetModel): unknown {
  const { visibility, tabColor, showGridlines, frozen } = sheet.settings;
  sheet.cell(0, 0);
  const cells: Record<string, WorkbookCell> = {};
  sheet.eachStored((cell, row, column) => {
    if (!isPlain(cell)) cells[addressOf({ row, column })] = cell;
  });
  return {
    name: sheet.name,
    visibility,
    tabColor,
    showGridlines,
    frozen: { ...frozen },
    protection: sheet.protection,
    page: structuredClone(sheet.page),
    merges: sheet.merges.map(rectText).sort(),
    rows: lines(sheet.rowCount, (row) => {
      const { height, hidden, base } = sheet.rowState(row);
      return height === null && !hidden && base === null ? undefined : [row + 1, { height, hidden, base }];
    }),
    columns: lines(sheet.columnCount, (column) => {
      const { width, hidden, base } = sheet.columnState(column);
      return width === null && !hidden && base === null ? undefined : [columnLetters(column), { width, hidden, base }];
    }),
    cells,
  };
}

function lines(count: number, of: (at: number) => readonly [string | number, unknown] | undefined): unknown {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => of(at) ?? []).filter((entry) => entry.length > 0));
}

function isPlain(cell: WorkbookCell): boolean {
  return cell === EMPTY_CELL || JSON.stringify(cell) === PLAIN;
}

const PLAIN = JSON.stringify(EMPTY_CELL);
