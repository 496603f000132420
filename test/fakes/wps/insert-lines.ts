import { patchedCell } from "../workbook/cell-model.ts";
import type { LineChange } from "../workbook/line-change.ts";
import { wholeColumns, wholeRows } from "../workbook/rect.ts";
import type { SheetModel } from "../workbook/sheet-model.ts";
import type { WorkbookModel } from "../workbook/workbook-model.ts";

/** New lines look like the line before them: formats, rules, size, and being hidden. */
export function insertLines(
  workbook: WorkbookModel,
  sheet: SheetModel,
  change: Extract<LineChange, { type: "insert" }>,
): void {
  workbook.changeLines(sheet, change);
  const { axis, at, count } = change;
  if (at === 0) return;
  if (axis === "row") {
    const { height, hidden } = sheet.rowState(at - 1);
    sheet.setRows(wholeRows(at, at + count - 1), { height, hidden });
  } else {
    const { width, hidden } = sheet.columnState(at - 1);
    sheet.setColumns(wholeColumns(at, at + count - 1), { width, hidden });
  }
  const used = sheet.usedRect();
  if (!used) return;
  const last = axis === "row" ? used.right : used.bottom;
  for (let line = at; line < at + count; line += 1) {
    for (let across = 0; across <= last; across += 1) {
      const [row, column] = axis === "row" ? [line, across] : [across, line];
      const [fromRow, fromColumn] = axis === "row" ? [at - 1, across] : [across, at - 1];
      const plain = { value: null, formula: undefined, comment: undefined, note: undefined };
      sheet.put(row, column, patchedCell(sheet.stored(fromRow, fromColumn), plain));
    }
  }
}
