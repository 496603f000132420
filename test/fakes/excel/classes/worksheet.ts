import { oneCell, parseRect, type Rect, WHOLE_SHEET } from "#test/fakes/workbook/rect.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import { parseAddress } from "../cell-blocks.ts";
import { type Desk, guardStructure } from "../desk.ts";
import { EVENT } from "../event-desk.ts";
import { ExcelFailure } from "../failure.ts";
import { type HostClass, hostObject, type Method } from "../host-class.ts";
import { AUTO_FILTER } from "./auto-filter.ts";
import { commentsObject } from "./comments.ts";
import { FREEZE_PANES } from "./freeze-panes.ts";
import { namesObject } from "./names.ts";
import { PAGE_LAYOUT } from "./page-layout.ts";
import { ensureInside } from "./range-shape.ts";
import { VISIBILITIES, visibilityOnWire, ensureSheetName } from "./sheet-rules.ts";
import { SHEET_PROTECTION } from "./sheet-protection.ts";
import type { HostObject } from "../host-object.ts";
import { parseColor, whole } from "./wire-values.ts";

export function worksheetObject(sheet: SheetModel, desk: Desk): HostObject {
  if (!desk.workbook.sheets.includes(sheet)) throw new ExcelFailure("ItemNotFound");
  return hostObject(WORKSHEET, sheet, desk);
}

function listen(type: number): Method<SheetModel> {
  return (sheet, _args, desk) => desk.events.register(type, sheet.id);
}
function leave(type: number): Method<SheetModel> {
  return (sheet, _args, desk) => desk.events.unregister(type, sheet.id);
}

const WORKSHEET: HostClass<SheetModel> = {
  name: "Worksheet",
  id: (sheet) => sheet.id,
  aliases: { Gridlines: "showGridlines" },
  properties: {
    Id: { get: (sheet) => sheet.id },
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, value, desk) => {
        guardStructure(desk);
        desk.workbook.renameSheet(sheet, ensureSheetName(desk, value, sheet));
      },
    },
    Position: {
      get: (sheet, desk) => desk.workbook.sheets.indexOf(sheet),
      set: (sheet, value, desk) => {
        guardStructure(desk);
        const position = whole(value);
        if (position < 0 || position >= desk.workbook.sheets.length) throw new ExcelFailure("InvalidArgument");
        desk.workbook.moveSheet(sheet, position);
      },
    },
    Visibility: { get: ({ settings }) => visibilityOnWire(settings.visibility), set: setVisibility },
    TabColor: {
      get: ({ settings }) => (settings.tabColor === null ? "" : `#${settings.tabColor}`),
      set: ({ settings }, value) => {
        settings.tabColor = value === "" ? null : parseColor(value);
      },
    },
    ShowGridlines: { get: ({ settings }) => settings.showGridlines },
    Gridlines: {
      set: ({ settings }, value) => {
        settings.showGridlines = value === true;
      },
    },
  },
  links: {
    AutoFilter: (sheet, desk) => hostObject(AUTO_FILTER, sheet, desk),
    Protection: (sheet, desk) => hostObject(SHEET_PROTECTION, sheet, desk),
    FreezePanes: (sheet, desk) => hostObject(FREEZE_PANES, sheet, desk),
    PageLayout: (sheet, desk) => hostObject(PAGE_LAYOUT, sheet, desk),
    Names: (sheet, desk) => namesObject({ scope: sheet }, desk),
    Comments: (sheet, desk) => commentsObject({ sheet }, desk),
  },
  methods: {
    Activate: (sheet, _args, desk) => {
      if (sheet.settings.visibility !== "visible") throw new ExcelFailure("InvalidOperation");
      desk.workbook.activate(sheet);
    },
    Delete: deleteSheet,
    GetCell: (sheet, [row, column], desk) =>
      desk.objects.range({ sheet, rects: [ensureInside(oneCell(whole(row), whole(column)))] }),
    GetRange: getRange,
    GetRangeByIndexes: (sheet, [top, left, rows, columns], desk) => {
      const [row, column] = [whole(top), whole(left)];
      const rect = { top: row, left: column, bottom: row + whole(rows) - 1, right: column + whole(columns) - 1 };
      return desk.objects.range({ sheet, rects: [ensureInside(rect)] });
    },
    GetRanges: (sheet, [addresses], desk) => {
      const rects = String(addresses)
        .split(/[,;]/)
        .map((address) => parseAddress(sheet, address.trim()));
      if (String(addresses).length > 8192) throw new ExcelFailure("InvalidArgument");
      return desk.objects.rangeAreas({ sheet, rects });
    },
    GetUsedRange: (sheet, [valuesOnly], desk) =>
      desk.objects.range({ sheet, rects: [sheet.usedRect(valuesOnly === true) ?? oneCell(0, 0)] }),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly], desk) => {
      const rect = sheet.usedRect(valuesOnly === true);
      return rect ? desk.objects.range({ sheet, rects: [rect] }) : null;
    },
    _RegisterDataChangedEvent: listen(EVENT.changed),
    _UnregisterDataChangedEvent: leave(EVENT.changed),
    _RegisterSelectionChangedEvent: listen(EVENT.selected),
    _UnregisterSelectionChangedEvent: leave(EVENT.selected),
    _RegisterActivatedEvent: listen(EVENT.activated),
    _UnregisterActivatedEvent: leave(EVENT.activated),
    _RegisterDeactivatedEvent: listen(EVENT.deactivated),
    _UnregisterDeactivatedEvent: leave(EVENT.deactivated),
    _RegisterProtectionChangedEvent: listen(EVENT.protection),
    _UnregisterProtectionChangedEvent: leave(EVENT.protection),
    _RegisterRowSortedEvent: listen(EVENT.rowsSorted),
    _UnregisterRowSortedEvent: leave(EVENT.rowsSorted),
  },
};

/** By address or by name; without either, the whole sheet. */
function getRange(sheet: SheetModel, [address]: readonly unknown[], desk: Desk): HostObject {
  if (address === undefined || address === null) return desk.objects.range({ sheet, rects: [WHOLE_SHEET] });
  if (typeof address !== "string") throw new ExcelFailure("InvalidArgument");
  const rect = namedRect(sheet, address, desk) ?? parseAddress(sheet, address);
  return desk.objects.range({ sheet, rects: [rect] });
}

function namedRect(sheet: SheetModel, name: string, { workbook }: Desk): Rect | undefined {
  const [owner = "", address = ""] = workbook.names.find(name, sheet.id)?.refersTo.split("!") ?? [];
  return owner.replaceAll("'", "") === sheet.name ? parseRect(address) : undefined;
}

function setVisibility(sheet: SheetModel, value: unknown, desk: Desk): void {
  guardStructure(desk);
  const visibility = VISIBILITIES[value as keyof typeof VISIBILITIES] as
    (typeof VISIBILITIES)[keyof typeof VISIBILITIES] | undefined;
  if (visibility === undefined) throw new ExcelFailure("InvalidArgument");
  ensureOneVisible(sheet, desk, visibility !== "visible");
  desk.workbook.setVisibility(sheet, visibility);
}

function deleteSheet(sheet: SheetModel, _args: readonly unknown[], desk: Desk): void {
  guardStructure(desk);
  // As documented: a very hidden sheet has to be shown or hidden first.
  if (sheet.settings.visibility === "veryHidden") throw new ExcelFailure("InvalidOperation");
  ensureOneVisible(sheet, desk, true);
  desk.workbook.deleteSheet(sheet);
}

function ensureOneVisible(sheet: SheetModel, { workbook }: Desk, goes: boolean): void {
  const others = workbook.sheets.filter((other) => other !== sheet && other.settings.visibility === "visible");
  if (goes && others.length === 0) throw new ExcelFailure("InvalidOperation");
}
