import { type Desk, guardStructure } from "../desk.ts";
import { EVENT } from "../event-desk.ts";
import { ExcelFailure } from "../failure.ts";
import type { HostClass, Method } from "../host-class.ts";
import { ensureSheetName } from "./sheet-rules.ts";
import type { HostObject } from "../host-object.ts";

const listen =
  (type: number): Method<null> =>
  (_all, _args, desk) =>
    desk.events.register(type);
const leave =
  (type: number): Method<null> =>
  (_all, _args, desk) =>
    desk.events.unregister(type);

/** Register and unregister methods by the names the library has for them. */
function listeners(names: Readonly<Record<string, number>>): Record<string, Method<null>> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, type]) => [
      [`_Register${name}Event`, listen(type)],
      [`_Unregister${name}Event`, leave(type)],
    ]),
  );
}

export const WORKSHEETS: HostClass<null> = {
  name: "WorksheetCollection",
  items: (_all, desk) => desk.workbook.sheets.map((sheet) => desk.objects.worksheet(sheet)),
  item: (_all, key, desk) => findSheet(key, desk) ?? notThere(),
  methods: {
    Add: (_all, [name], desk) => {
      guardStructure(desk);
      const given = typeof name === "string" ? ensureSheetName(desk, name) : freeName(desk);
      return desk.objects.worksheet(desk.workbook.addSheet(given));
    },
    GetItemOrNullObject: (_all, [key], desk) => findSheet(key, desk) ?? null,
    GetActiveWorksheet: (_all, _args, desk) => desk.objects.worksheet(desk.workbook.activeSheet),
    GetCount: (_all, [visibleOnly], desk) =>
      desk.workbook.sheets.filter(({ settings }) => visibleOnly !== true || settings.visibility === "visible").length,
    GetFirst: (_all, [visibleOnly], desk) => {
      const first = desk.workbook.sheets.find(
        ({ settings }) => visibleOnly !== true || settings.visibility === "visible",
      );
      return first ? desk.objects.worksheet(first) : notThere();
    },
    ...listeners({
      DataChanged: EVENT.changed,
      SelectionChanged: EVENT.selected,
      Activated: EVENT.activated,
      Deactivated: EVENT.deactivated,
      Added: EVENT.added,
      Deleted: EVENT.deleted,
      RowSorted: EVENT.rowsSorted,
      FormatChanged: EVENT.formatted,
      ProtectionChanged: EVENT.protection,
    }),
  },
};

function findSheet(key: unknown, desk: Desk): HostObject | undefined {
  const sheet = desk.workbook.find(String(key));
  return sheet && desk.objects.worksheet(sheet);
}

function freeName({ workbook }: Desk): string {
  let number = workbook.sheets.length + 1;
  while (workbook.find(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

function notThere(): never {
  throw new ExcelFailure("ItemNotFound");
}
