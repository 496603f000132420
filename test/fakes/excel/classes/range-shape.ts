import { MOST_COLUMNS, MOST_ROWS } from "#core/sheet/cell-address.ts";
import { EMPTY_CELL } from "#test/fakes/workbook/cell-model.ts";
import {
  common,
  heightOf,
  isWholeColumns,
  isWholeRows,
  oneCell,
  type Rect,
  widthOf,
  wholeColumns,
  wholeRows,
} from "#test/fakes/workbook/rect.ts";
import { blockOf, type CellBlocks, parseAddress } from "../cell-blocks.ts";
import { ExcelFailure } from "../failure.ts";
import type { Method } from "../host-class.ts";
import { isHostObject } from "../host-object.ts";
import { whole } from "./wire-values.ts";

type Shape<R> = (rect: Rect, args: readonly unknown[], blocks: CellBlocks) => R;

function shape(next: Shape<Rect>): Method<CellBlocks> {
  return (blocks, args, desk) => {
    const rect = ensureInside(next(blockOf(blocks), args, blocks));
    return desk.objects.range({ sheet: blocks.sheet, rects: [rect] });
  };
}
function orNull(next: Shape<Rect | undefined>): Method<CellBlocks> {
  return (blocks, args, desk) => {
    const rect = next(blockOf(blocks), args, blocks);
    return rect ? desk.objects.range({ sheet: blocks.sheet, rects: [rect] }) : null;
  };
}

/** Methods of Range that answer another Range; none of them changes anything. */
export const RANGE_SHAPES: Readonly<Record<string, Method<CellBlocks>>> = {
  GetCell: shape((rect, [row, column]) => oneCell(rect.top + whole(row), rect.left + whole(column))),
  GetRow: shape((rect, [row]) => ({ ...rect, top: rect.top + whole(row), bottom: rect.top + whole(row) })),
  GetColumn: shape((rect, [column]) => ({
    ...rect,
    left: rect.left + whole(column),
    right: rect.left + whole(column),
  })),
  GetEntireRow: shape((rect) => wholeRows(rect.top, rect.bottom)),
  GetEntireColumn: shape((rect) => wholeColumns(rect.left, rect.right)),
  GetLastCell: shape((rect) => oneCell(rect.bottom, rect.right)),
  GetLastRow: shape((rect) => ({ ...rect, top: rect.bottom })),
  GetLastColumn: shape((rect) => ({ ...rect, left: rect.right })),
  GetOffsetRange: shape((rect, [down, right]) => moved(rect, whole(down), whole(right))),
  GetResizedRange: shape((rect, [down, right]) => ({
    ...rect,
    bottom: rect.bottom + whole(down),
    right: rect.right + whole(right),
  })),
  GetAbsoluteResizedRange: shape((rect, [rows, columns]) => ({
    ...rect,
    bottom: rect.top + whole(rows) - 1,
    right: rect.left + whole(columns) - 1,
  })),
  GetBoundingRect: shape((rect, [other], { sheet }) => bounding(rect, rectOf(sheet, other))),
  GetIntersection: shape((rect, [other], { sheet }) => common(rect, rectOf(sheet, other)) ?? notThere()),
  GetIntersectionOrNullObject: orNull((rect, [other], { sheet }) => common(rect, rectOf(sheet, other))),
  GetUsedRange: shape((rect, args, blocks) => usedInside(rect, args, blocks) ?? oneCell(rect.top, rect.left)),
  GetUsedRangeOrNullObject: orNull(usedInside),
};
/** The other range, by object or by address. */
export function rectOf(sheet: CellBlocks["sheet"], other: unknown): Rect {
  if (!isHostObject(other)) return parseAddress(sheet, other);
  const blocks = other.target as CellBlocks;
  if (blocks.sheet !== sheet) throw new ExcelFailure("InvalidArgument");
  return blockOf(blocks);
}

/** @throws InvalidArgument beyond the edges of a sheet */
export function ensureInside(rect: Rect): Rect {
  const isInside = rect.top >= 0 && rect.left >= 0 && rect.bottom < MOST_ROWS && rect.right < MOST_COLUMNS;
  if (!isInside || heightOf(rect) < 1 || widthOf(rect) < 1) throw new ExcelFailure("InvalidArgument");
  return rect;
}

/** The smallest block around the cells of the range that are in use. */
function usedInside(rect: Rect, [valuesOnly]: readonly unknown[], { sheet }: CellBlocks): Rect | undefined {
  const whole = sheet.usedRect(valuesOnly === true);
  const part = whole && common(whole, rect);
  if (!part) return undefined;
  const isUsed = (row: number, column: number) => {
    const cell = sheet.stored(row, column);
    return valuesOnly === true ? cell.value !== null || cell.formula !== undefined : cell !== EMPTY_CELL;
  };
  let found: Rect | undefined;
  for (let row = part.top; row <= part.bottom; row += 1) {
    for (let column = part.left; column <= part.right; column += 1) {
      if (isUsed(row, column)) found = found ? bounding(found, oneCell(row, column)) : oneCell(row, column);
    }
  }
  return found;
}

function moved(rect: Rect, down: number, right: number): Rect {
  if ((isWholeRows(rect) && right !== 0) || (isWholeColumns(rect) && down !== 0))
    throw new ExcelFailure("InvalidArgument");
  return { top: rect.top + down, bottom: rect.bottom + down, left: rect.left + right, right: rect.right + right };
}

function bounding(a: Rect, b: Rect): Rect {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

function notThere(): never {
  throw new ExcelFailure("ItemNotFound");
}
