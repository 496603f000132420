import type { CellValue } from "#core/sheet/cell.ts";
import { isCellError, type WorkbookCell } from "#test/fakes/workbook/cell-model.ts";
import { heightOf, type Rect, widthOf } from "#test/fakes/workbook/rect.ts";
import { shownText } from "#test/fakes/workbook/shown-text.ts";
import { blockOf, type CellBlocks, isUnbounded } from "../cell-blocks.ts";
import type { Desk } from "../desk.ts";
import { ExcelFailure } from "../failure.ts";
import type { Property } from "../host-class.ts";
import { guardBlocks } from "../guarded-blocks.ts";

/** Properties of Range that are a matrix, one entry per cell. */
export const RANGE_MATRICES: Readonly<Record<string, Property<CellBlocks>>> = {
  Values: { get: matrixOf(valueOf), set: writeEntries },
  Formulas: { get: matrixOf(formulaOf), set: writeEntries },
  FormulasLocal: { get: matrixOf(formulaOf), set: writeEntries },
  Text: { get: matrixOf(shownText) },
  ValueTypes: { get: matrixOf(valueTypeOf) },
  NumberFormat: { get: matrixOf((cell) => cell.numberFormat), set: writeFormats },
};

type Matrix = readonly (readonly unknown[])[];

/** Whole rows and columns have no matrix: Excel answers null. */
function matrixOf(of: (cell: WorkbookCell) => unknown): (blocks: CellBlocks) => Matrix | null {
  return (blocks) => {
    const rect = blockOf(blocks);
    if (isUnbounded(rect)) return null;
    return Array.from({ length: heightOf(rect) }, (_row, down) =>
      Array.from({ length: widthOf(rect) }, (_column, right) =>
        of(blocks.sheet.cell(rect.top + down, rect.left + right)),
      ),
    );
  };
}

export function valueOf({ value }: Pick<WorkbookCell, "value">): unknown {
  return isCellError(value) ? value.error : (value ?? "");
}

function formulaOf(cell: WorkbookCell): unknown {
  return cell.formula === undefined ? valueOf(cell) : `=${cell.formula}`;
}

export function valueTypeOf({ value }: Pick<WorkbookCell, "value">): string {
  if (isCellError(value)) return "Error";
  if (value === null) return "Empty";
  if (typeof value === "number") return "Double";
  return typeof value === "boolean" ? "Boolean" : "String";
}

/** null leaves a cell as it is, "" empties it; the cell's own format decides what becomes of a text. */
function writeEntries(blocks: CellBlocks, given: unknown, desk: Desk): void {
  const entryOf = entriesFor(blockOf(blocks), given);
  guardBlocks(desk, "values", blocks);
  refusePartOfMerge(blocks, entryOf);
  desk.workbook.enter(blocks.sheet, blockOf(blocks), (row, column) => checkedEntry(entryOf(row, column)));
}

function writeFormats(blocks: CellBlocks, given: unknown, desk: Desk): void {
  const formatOf = entriesFor(blockOf(blocks), given);
  guardBlocks(desk, "format", blocks);
  desk.workbook.format(blocks.sheet, blockOf(blocks), (_cell, row, column) => {
    const format = formatOf(row, column);
    if (format === null) return undefined;
    if (typeof format !== "string" || format === "") throw new ExcelFailure("InvalidArgument");
    return { numberFormat: format };
  });
}

/** One value for all cells, or a matrix of exactly their shape. */
function entriesFor(rect: Rect, given: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(given)) return () => given;
  const rows: readonly unknown[] = given;
  const fits =
    rows.length === heightOf(rect) && rows.every((row) => Array.isArray(row) && row.length === widthOf(rect));
  if (!fits) throw new ExcelFailure("InvalidArgument", "输入数组的行数或列数与区域的大小或维度不匹配。");
  return (row, column) => (rows as Matrix)[row - rect.top]?.[column - rect.left];
}

function checkedEntry(entry: unknown): CellValue | undefined {
  if (entry === null || entry === undefined) return undefined;
  if (typeof entry === "string" && entry.length > 32_767) throw new ExcelFailure("InvalidArgument");
  if (typeof entry === "string" || typeof entry === "number" || typeof entry === "boolean") return entry;
  throw new ExcelFailure("InvalidArgument");
}

/** Excel drops what is written into the covered part of a merged block; nobody should mean that. */
function refusePartOfMerge({ sheet, rects }: CellBlocks, entryOf: (row: number, column: number) => unknown): void {
  for (const rect of rects) {
    for (const merge of sheet.merges) {
      for (let row = Math.max(merge.top, rect.top); row <= Math.min(merge.bottom, rect.bottom); row += 1) {
        for (let column = Math.max(merge.left, rect.left); column <= Math.min(merge.right, rect.right); column += 1) {
          const isCorner = row === merge.top && column === merge.left;
          const entry = entryOf(row, column);
          if (!isCorner && entry !== null && entry !== "") throw new ExcelFailure("MergedRangeConflict");
        }
      }
    }
  }
}
