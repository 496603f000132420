import type { WorkbookCell } from "#test/fakes/workbook/cell-model.ts";
import { isWholeColumns, isWholeRows, oneCell, parseRect, type Rect, rectText } from "#test/fakes/workbook/rect.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import { ExcelFailure } from "./failure.ts";

/** Target of Range (one block) and RangeAreas (some), and of everything that hangs on them. */
export interface CellBlocks {
  readonly sheet: SheetModel;
  rects: readonly Rect[];
}

/** The only block of a Range. */
export function blockOf({ rects }: CellBlocks): Rect {
  const [rect] = rects;
  if (!rect) throw new Error("a range without cells");
  return rect;
}

export function isUnbounded(rect: Rect): boolean {
  return isWholeColumns(rect) || isWholeRows(rect);
}

/** "'定量 任务'!B2:C3" */
export function fullAddress(sheet: SheetModel, rect: Rect): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name) && !/^[A-Za-z]{1,3}\d+$/.test(sheet.name);
  return `${plain ? sheet.name : `'${sheet.name.replaceAll("'", "''")}'`}!${rectText(rect)}`;
}

/** "B2", "A:C", also with this sheet's name before it. @throws InvalidArgument */
export function parseAddress(sheet: SheetModel, address: unknown): Rect {
  const text = String(address);
  const at = text.lastIndexOf("!");
  const owner = text.slice(0, Math.max(at, 0)).replace(/^'|'$/g, "").replaceAll("''", "'");
  const rect = parseRect(text.slice(at + 1));
  if (!rect || (at >= 0 && owner.toLowerCase() !== sheet.name.toLowerCase())) throw new ExcelFailure("InvalidArgument");
  return rect;
}

/** What all cells have; null when they differ. Whole rows and columns are judged by their first cells and those in use. */
export function shared<V>(blocks: CellBlocks, of: (cell: WorkbookCell, row: number, column: number) => V): V | null {
  let first: { readonly value: V; readonly json: string } | undefined;
  for (const [row, column] of sampled(blocks)) {
    const value = of(blocks.sheet.cell(row, column), row, column);
    const json = JSON.stringify(value);
    first ??= { value, json };
    if (first.json !== json) return null;
  }
  return first?.value ?? null;
}

function* sampled({ sheet, rects }: CellBlocks): Generator<readonly [number, number]> {
  for (const rect of rects) {
    const bottom = isWholeColumns(rect) ? Math.max(sheet.rowCount, 1) : rect.bottom;
    const right = isWholeRows(rect) ? Math.max(sheet.usedRect()?.right ?? 0, rect.left) : rect.right;
    for (let row = rect.top; row <= bottom; row += 1)
      for (let column = rect.left; column <= right; column += 1) yield [row, column];
  }
}

export function cellBlock(sheet: SheetModel, row: number, column: number): CellBlocks {
  return { sheet, rects: [oneCell(row, column)] };
}
