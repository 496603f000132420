import { MOST_COLUMNS } from "#core/sheet/cell-address.ts";
import { TEXT } from "#addin/hosts/plan/cells/cell-input.ts";
import { coveredArea } from "#addin/hosts/plan/move/merge-changes.ts";
import type { FreshSheet } from "#addin/hosts/plan/plan-changes.ts";
import type { Area } from "#addin/hosts/plan/plan.ts";
import { blockArea, freshInputs } from "#addin/hosts/plan/write-blocks.ts";
import { piecesOf } from "./dense-blocks.ts";
import type { DrawRun } from "./draw-run.ts";
import { freeze, setPrint } from "./lay-out-page.ts";
import { setHeights, setWidths } from "./line-sizes.ts";
import { addLast } from "../cells/our-sheets.ts";
import { paintCells, paintLook, paintRule } from "./paint.ts";
import type { WpsWorksheet } from "../wps-application.ts";
import { columnsAddress, rangeOf, rowsAddress } from "../cells/wps-read.ts";

/** Cells that are written at once; then the page may breathe. */
export const CELLS_AT_ONCE = 20_000;

/** A sheet that comes: formats before values, so that texts stay texts. */
export async function drawFresh(run: DrawRun, fresh: FreshSheet): Promise<WpsWorksheet> {
  const sheet = addLast(run.workbook);
  run.rollback.add(() => sheet.Delete());
  sheet.Name = fresh.tab;
  const block = freshInputs(fresh);
  const all = blockArea(block);
  await paintFresh(run, sheet, { fresh, all });
  for (const piece of piecesOf(
    { ...block, inputs: block.inputs.map((row) => row.map((input) => input ?? "")) },
    CELLS_AT_ONCE,
  )) {
    rangeOf(sheet, blockArea(piece)).Value2 = piece.inputs;
    await run.breathe(piece.inputs.length * (piece.inputs[0]?.length ?? 0));
  }
  layOut(sheet, fresh, all);
  if (fresh.plan.print) setPrint(sheet, fresh.plan.print, fresh.placement);
  freeze(run.app, sheet, fresh);
  return sheet;
}

async function paintFresh(
  run: DrawRun,
  sheet: WpsWorksheet,
  { fresh: { plan, placement }, all }: { readonly fresh: FreshSheet; readonly all: Area },
): Promise<void> {
  const { keyRow, keyColumn } = placement;
  sheet.Range(`${columnsAddress(keyColumn, 1)},${rowsAddress(keyRow, 1)}`).NumberFormat = TEXT;
  paintCells(sheet, { painted: plan.formats, lines: placement }, (range, format) => (range.NumberFormat = format));
  await run.breathe();
  paintCells(sheet, { painted: plan.looks, lines: placement }, paintLook);
  await run.breathe();
  paintCells(sheet, { painted: plan.rules, lines: placement }, paintRule);
  paintCells(sheet, { painted: plan.open, lines: placement }, (range, open) => (range.Locked = !open));
  // What stands right of a protected table is the officer's own: he may write there.
  const own = { at: all.right + 1, count: MOST_COLUMNS - all.right - 1 };
  if (plan.isProtected && own.count > 0) sheet.Range(columnsAddress(own.at, own.count)).Locked = false;
  await run.breathe();
}

function layOut(sheet: WpsWorksheet, { plan, placement }: FreshSheet, all: Area): void {
  for (const merge of plan.merges) {
    const area = coveredArea(merge, placement);
    if (area) rangeOf(sheet, area).Merge();
  }
  setHeights(
    sheet,
    plan.heights.flatMap((points, at) => (points === null ? [] : [{ at: placement.rows[at] ?? 0, points }])),
  );
  setWidths(
    sheet,
    plan.widths.flatMap((characters, at) =>
      characters === null
        ? []
        : [{ at: placement.columns[at] ?? all.right, characters, hidden: plan.hiddenColumns[at] === true }],
    ),
  );
  sheet.Range(rowsAddress(placement.keyRow, 1)).Hidden = true;
  sheet.Range(columnsAddress(placement.keyColumn, 1)).Hidden = true;
}
