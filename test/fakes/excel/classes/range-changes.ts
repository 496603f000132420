import { type Rect, heightOf, isWholeColumns, isWholeRows, rectText, widthOf } from "#test/fakes/workbook/rect.ts";
import { EMPTY_CELL } from "#test/fakes/workbook/cell-model.ts";
import { blockOf, type CellBlocks } from "../cell-blocks.ts";
import type { Desk } from "../desk.ts";
import { ExcelFailure } from "../failure.ts";
import type { Method } from "../host-class.ts";
import { guardBlocks } from "../guarded-blocks.ts";
import { oneOf } from "./wire-values.ts";

/** Methods of Range that change the sheet and answer nothing. */
export const RANGE_CHANGES: Readonly<Record<string, Method<CellBlocks>>> = {
  Clear: (blocks, [applyTo], desk) => clearCells(blocks, applyTo, desk),
  Delete: (blocks, [shift], desk) => deleteCells(blocks, shift, desk),
  Merge: (blocks, [across], desk) => {
    guardBlocks(desk, "merge", blocks);
    const rect = blockOf(blocks);
    if (across !== true) desk.workbook.merge(blocks.sheet, rect);
    else
      for (let row = rect.top; row <= rect.bottom; row += 1)
        desk.workbook.merge(blocks.sheet, { ...rect, top: row, bottom: row });
  },
  Unmerge: (blocks, _args, desk) => {
    guardBlocks(desk, "merge", blocks);
    desk.workbook.unmerge(blocks.sheet, blockOf(blocks));
  },
  Select: (blocks, _args, desk) => {
    if (blocks.sheet.settings.visibility !== "visible") throw new ExcelFailure("InvalidOperation");
    desk.workbook.select(blocks.sheet, blockOf(blocks));
  },
};

export function clearCells(blocks: CellBlocks, applyTo: unknown, desk: Desk): void {
  const what = oneOf(applyTo ?? "All", ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"]);
  if (what.endsWith("Hyperlinks")) return desk.misuse(`clear("${what}")`);
  if (what !== "Formats") guardBlocks(desk, "values", blocks);
  if (what !== "Contents") guardBlocks(desk, "format", blocks);
  for (const rect of blocks.rects) {
    if (what !== "Contents") clearFormats(blocks, rect, { desk, withRules: what === "All" });
    if (what !== "Formats") desk.workbook.patch(blocks.sheet, rect, { value: null, formula: undefined });
  }
}

function clearFormats(
  { sheet }: CellBlocks,
  rect: Rect,
  { desk, withRules }: { readonly desk: Desk; readonly withRules: boolean },
): void {
  desk.workbook.unmerge(sheet, rect);
  const { numberFormat, style, locked } = EMPTY_CELL;
  const plain = { numberFormat, style, locked };
  desk.workbook.format(sheet, rect, withRules ? { ...plain, validation: undefined } : plain);
}

function deleteCells(blocks: CellBlocks, shift: unknown, desk: Desk): void {
  const rect = blockOf(blocks);
  const isRows = isWholeRows(rect);
  if (!isRows && !isWholeColumns(rect))
    return desk.misuse(`delete of ${rectText(rect)}: the fake deletes whole rows and columns only`);
  if (shift !== (isRows ? "Up" : "Left")) throw new ExcelFailure("InvalidArgument");
  guardBlocks(desk, isRows ? "deleteRows" : "deleteColumns", blocks);
  const change = isRows
    ? ({ type: "delete", axis: "row", at: rect.top, count: heightOf(rect) } as const)
    : ({ type: "delete", axis: "column", at: rect.left, count: widthOf(rect) } as const);
  desk.workbook.changeLines(blocks.sheet, change);
}
