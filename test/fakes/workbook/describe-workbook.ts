import { addressOf } from "#core/sheet/cell-address.ts";
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
    rows: runs(sheet.rowCount, (row) => {
      const { height, hidden, base } = sheet.rowState(row);
      return [height, hidden, base];
    }),
    columns: runs(sheet.columnCount, (column) => {
      const { width, hidden, base } = sheet.columnState(column);
      return [width, hidden, base];
    }),
    cells,
  };
}

const USUAL: LineFacts = [null, false, null];
type LineFacts = readonly [size: number | null, hidden: boolean, base: WorkbookCell | null];

/** Equal lines next to each other as one entry: a format may cover thousands of columns. */
function runs(count: number, of: (at: number) => LineFacts): readonly unknown[] {
  const found: { from: number; to: number; facts: LineFacts }[] = [];
  for (let at = 0; at < count; at += 1) {
    const facts = of(at);
    const last = found.at(-1);
    if (isSame(facts, USUAL)) continue;
    if (last?.to === at - 1 && isSame(last.facts, facts)) last.to = at;
    else found.push({ from: at, to: at, facts });
  }
  return found;
}

function isSame([size, hidden, base]: LineFacts, [otherSize, otherHidden, otherBase]: LineFacts): boolean {
  if (size !== otherSize || hidden !== otherHidden) return false;
  if (base === otherBase) return true;
  return base !== null && otherBase !== null && JSON.stringify(base) === JSON.stringify(otherBase);
}

function isPlain(cell: WorkbookCell): boolean {
  if (cell.value !== null || cell.formula !== undefined) return false;
  return cell === EMPTY_CELL || JSON.stringify(cell) === PLAIN;
}

const PLAIN = JSON.stringify(EMPTY_CELL);
