import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import type { HostClass } from "../host-class.ts";

/** The workbook model does not filter; `rules.filteredSheets` says where a person has a filter on. */
export const AUTO_FILTER: HostClass<SheetModel> = {
  name: "AutoFilter",
  properties: {
    Enabled: { get: (sheet, desk) => desk.rules.filteredSheets.has(sheet.name) },
    IsDataFiltered: { get: (sheet, desk) => desk.rules.filteredSheets.has(sheet.name) },
  },
  methods: {
    ClearCriteria: (sheet, _args, desk) => void desk.rules.filteredSheets.delete(sheet.name),
    Remove: (sheet, _args, desk) => void desk.rules.filteredSheets.delete(sheet.name),
  },
};
