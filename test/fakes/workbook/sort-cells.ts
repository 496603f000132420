import { isCellError, patchedCell, type StoredValue, type WorkbookCell } from "./cell-model.ts";
import type { Rect } from "./rect.ts";
import { mapReferences, type Corner } from "./references.ts";
import type { SheetModel } from "./sheet-model.ts";

export interface SortWish {
  /** Sheet column to sort by, 0-based. */
  readonly column: number;
  readonly descending?: boolean;
  /** Hidden columns stay where they are: the danger that leaves keys behind. */
  readonly visibleOnly?: boolean;
}

/** What goes along with a value when rows are sorted; validation and row heights stay where they are. */
const TRAVELS = ["value", "formula", "numberFormat", "style", "locked", "comment", "note"] as const;

/** Cells of the range after sorting; hidden rows stay, empty cells come last. */
export function sortedCells(
  sheet: SheetModel,
  rect: Rect,
  wish: SortWish,
): readonly (readonly [number, number, WorkbookCell])[] {
  const rows = range(rect.top, rect.bottom).filter((row) => !sheet.rowState(row).hidden);
  const columns = range(rect.left, rect.right).filter(
    (column) => wish.visibleOnly !== true || !sheet.columnState(column).hidden,
  );
  const sign = wish.descending === true ? -1 : 1;
  const order = [...rows].sort((a, b) => {
    const [left, right] = [sheet.cell(a, wish.column).value, sheet.cell(b, wish.column).value];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compared(left, right);
  });
  return rows.flatMap((target, at) => {
    const source = order[at] ?? target;
    return columns.map(
      (column) =>
        [target, column, moved(sheet.stored(source, column), sheet.stored(target, column), target - source)] as const,
    );
  });
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function moved(source: WorkbookCell, target: WorkbookCell, down: number): WorkbookCell {
  const travelled = Object.fromEntries(TRAVELS.map((key) => [key, source[key]]));
  const cell = patchedCell(target, travelled);
  if (cell.formula === undefined || down === 0) return cell;
  const shifted = (corner: Corner) => (corner.fixedRow ? corner : { ...corner, row: corner.row + down });
  const formula = mapReferences(cell.formula, (reference) => {
    if (reference.sheet !== undefined) return reference;
    const first = shifted(reference.first);
    if (first.row < 0) return undefined;
    return { ...reference, first, ...(reference.last ? { last: shifted(reference.last) } : {}) };
  });
  return { ...cell, formula };
}

function compared(left: Exclude<StoredValue, null>, right: Exclude<StoredValue, null>): number {
  const rank = (value: Exclude<StoredValue, null>) =>
    isCellError(value) ? 3 : typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === "string" && typeof right === "string") return left.localeCompare(right, "zh-CN");
  return isCellError(left) || isCellError(right) ? 0 : Number(left) - Number(right);
}
