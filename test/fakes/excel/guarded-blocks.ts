import type { CellPatch, CellStyle, WorkbookCell } from "#test/fakes/workbook/cell-model.ts";
import type { GuardedAction } from "#test/fakes/workbook/protection.ts";
import type { CellBlocks } from "./cell-blocks.ts";
import { type Desk, guard } from "./desk.ts";

export function guardBlocks(desk: Desk, action: GuardedAction, blocks: CellBlocks): void {
  for (const rect of blocks.rects) guard(desk, action, { sheet: blocks.sheet, rect });
}

export function patchFormat(
  desk: Desk,
  blocks: CellBlocks,
  patch: CellPatch | ((cell: WorkbookCell, row: number, column: number) => CellPatch),
): void {
  guardBlocks(desk, "format", blocks);
  for (const rect of blocks.rects) desk.workbook.format(blocks.sheet, rect, patch);
}

export function patchStyle(desk: Desk, blocks: CellBlocks, style: Partial<CellStyle>): void {
  patchFormat(desk, blocks, (cell) => ({ style: { ...cell.style, ...style } }));
}
