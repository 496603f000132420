import { heightOf, isWholeColumns, isWholeRows, rectText, widthOf } from "#test/fakes/workbook/rect.ts";
import { blockOf, type CellBlocks, fullAddress, shared } from "../cell-blocks.ts";
import type { Desk } from "../desk.ts";
import { ExcelFailure } from "../failure.ts";
import { type HostClass, hostObject, type Property } from "../host-class.ts";
import { DATA_VALIDATION } from "./data-validation.ts";
import { RANGE_CHANGES } from "./range-changes.ts";
import { RANGE_FORMAT } from "./range-format.ts";
import { RANGE_SHAPES } from "./range-shape.ts";
import { RANGE_SORT } from "./range-sort.ts";
import { RANGE_MATRICES } from "./range-values.ts";
import { guardBlocks } from "../guarded-blocks.ts";
import type { HostObject } from "../host-object.ts";

export function rangeObject(blocks: CellBlocks, desk: Desk): HostObject {
  if (!desk.workbook.sheets.includes(blocks.sheet)) throw new ExcelFailure("ItemNotFound");
  return hostObject(RANGE, blocks, desk);
}

/** Rows or columns hidden: all, none, or null for some. */
export const HIDDEN: Readonly<Record<string, Property<CellBlocks>>> = {
  RowHidden: {
    get: (blocks) =>
      shared(
        { ...blocks, rects: blocks.rects.map((rect) => ({ ...rect, right: rect.left })) },
        (_cell, row) => blocks.sheet.rowState(row).hidden,
      ),
    set: (blocks, value, desk) => {
      guardBlocks(desk, "rows", blocks);
      for (const rect of blocks.rects) blocks.sheet.setRows(rect, { hidden: value === true });
      desk.workbook.note("format", blocks.sheet, blocks.rects[0] ?? null);
    },
  },
  ColumnHidden: {
    get: (blocks) =>
      shared(
        { ...blocks, rects: blocks.rects.map((rect) => ({ ...rect, bottom: rect.top })) },
        (_cell, _row, column) => blocks.sheet.columnState(column).hidden,
      ),
    set: (blocks, value, desk) => {
      guardBlocks(desk, "columns", blocks);
      for (const rect of blocks.rects) blocks.sheet.setColumns(rect, { hidden: value === true });
      desk.workbook.note("format", blocks.sheet, blocks.rects[0] ?? null);
    },
  },
};

const RANGE: HostClass<CellBlocks> = {
  name: "Range",
  tracked: true,
  properties: {
    ...RANGE_MATRICES,
    ...HIDDEN,
    Address: { get: (blocks) => fullAddress(blocks.sheet, blockOf(blocks)) },
    AddressLocal: { get: (blocks) => fullAddress(blocks.sheet, blockOf(blocks)) },
    RowIndex: { get: (blocks) => blockOf(blocks).top },
    ColumnIndex: { get: (blocks) => blockOf(blocks).left },
    RowCount: { get: (blocks) => heightOf(blockOf(blocks)) },
    ColumnCount: { get: (blocks) => widthOf(blockOf(blocks)) },
    CellCount: { get: (blocks) => heightOf(blockOf(blocks)) * widthOf(blockOf(blocks)) },
    IsEntireRow: { get: (blocks) => isWholeRows(blockOf(blocks)) },
    IsEntireColumn: { get: (blocks) => isWholeColumns(blockOf(blocks)) },
  },
  links: {
    Worksheet: ({ sheet }, desk) => desk.objects.worksheet(sheet),
    Format: (blocks, desk) => hostObject(RANGE_FORMAT, blocks, desk),
    DataValidation: (blocks, desk) => hostObject(DATA_VALIDATION, blocks, desk),
    Sort: (blocks, desk) => hostObject(RANGE_SORT, blocks, desk),
  },
  methods: {
    ...RANGE_SHAPES,
    ...RANGE_CHANGES,
    Insert: (blocks, args, desk) => {
      insertCells(blocks, args, desk);
      return rangeObject({ ...blocks }, desk);
    },
    // The library asks before it cuts a large matrix into blocks.
    _ValidateArraySize: (blocks, [rows, columns]) => {
      const rect = blockOf(blocks);
      if (rows !== heightOf(rect) || columns !== widthOf(rect))
        throw new ExcelFailure("InvalidArgument", "输入数组的行数或列数与区域的大小或维度不匹配。");
    },
  },
};

/** Whole rows or columns; what stands before them decides how the new ones look, as in Excel. */
function insertCells(blocks: CellBlocks, [shift]: readonly unknown[], desk: Desk): void {
  const rect = blockOf(blocks);
  const isRows = isWholeRows(rect);
  if (!isRows && !isWholeColumns(rect)) {
    return desk.misuse(`insert of ${rectText(rect)}: the fake inserts whole rows and columns only`);
  }
  if (shift !== (isRows ? "Down" : "Right")) throw new ExcelFailure("InvalidArgument");
  guardBlocks(desk, isRows ? "insertRows" : "insertColumns", blocks);
  const { sheet } = blocks;
  const change = isRows
    ? ({ type: "insert", axis: "row", at: rect.top, count: heightOf(rect) } as const)
    : ({ type: "insert", axis: "column", at: rect.left, count: widthOf(rect) } as const);
  desk.workbook.changeLines(sheet, change);
  const used = sheet.usedRect();
  if (!used || change.at === 0) return;
  const fresh = isRows ? { ...rect, right: used.right } : { ...rect, bottom: used.bottom };
  desk.workbook.format(sheet, fresh, (_cell, row, column) => {
    const before = isRows ? sheet.stored(rect.top - 1, column) : sheet.stored(row, rect.left - 1);
    return { style: before.style, numberFormat: before.numberFormat, locked: before.locked };
  });
}
