import { EMPTY_CELL } from "../workbook/cell-model.ts";
import type { SheetModel } from "../workbook/sheet-model.ts";
import { WHOLE_SHEET } from "../workbook/rect.ts";
import type { WorkbookModel } from "../workbook/workbook-model.ts";

/** All cells of a sheet onto another: values, formulas, looks, rules, comments, merges, sizes. Formulas keep their references. */
export function copyCells(workbook: WorkbookModel, source: SheetModel, target: SheetModel): void {
  const { rows, columns, merges, base } = source.copyState();
  const kept = target.copyState();
  target.restoreState({ ...kept, rows, columns, merges, base });
  // Nothing is patched: this only tells that everything changed, and has formulas calculated.
  workbook.patch(target, { top: 0, left: 0, bottom: 0, right: 0 }, (cell) => (cell === EMPTY_CELL ? undefined : {}));
  workbook.note("cells", target, WHOLE_SHEET);
}
