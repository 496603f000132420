import { type Rect } from "#test/fakes/workbook/rect.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import { ExcelFailure } from "../failure.ts";
import type { HostClass } from "../host-class.ts";
import { rectOf } from "./range-shape.ts";
import { whole } from "./wire-values.ts";

export const FREEZE_PANES: HostClass<SheetModel> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeAt: (sheet, [range]) => {
      const rect: Rect = rectOf(sheet, range);
      if (rect.top !== 0 || rect.left !== 0) throw new ExcelFailure("InvalidArgument");
      freeze(sheet, { rows: rect.bottom + 1, columns: rect.right + 1 });
    },
    FreezeRows: (sheet, [count]) => freeze(sheet, { rows: whole(count), columns: 0 }),
    FreezeColumns: (sheet, [count]) => freeze(sheet, { rows: 0, columns: whole(count) }),
    Unfreeze: (sheet) => freeze(sheet, { rows: 0, columns: 0 }),
    GetLocationOrNullObject: (sheet, _args, desk) => {
      const { rows, columns } = sheet.settings.frozen;
      if (rows === 0 && columns === 0) return null;
      const bottom = rows === 0 ? 1_048_575 : rows - 1;
      const right = columns === 0 ? 16_383 : columns - 1;
      return desk.objects.range({ sheet, rects: [{ top: 0, left: 0, bottom, right }] });
    },
  },
};

/** Not stopped by protection: it belongs to the window. */
function freeze(sheet: SheetModel, frozen: { readonly rows: number; readonly columns: number }): void {
  sheet.settings.frozen = { ...frozen };
}
