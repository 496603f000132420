import type { Desk } from "../desk.ts";
import { type HostClass, hostObject } from "../host-class.ts";
import { APPLICATION } from "./application.ts";
import { commentsObject } from "./comments.ts";
import { namesObject } from "./names.ts";
import { WORKSHEETS } from "./worksheets.ts";
import { oneCell } from "#test/fakes/workbook/rect.ts";
import type { HostObject } from "../host-object.ts";

export function workbookObject(desk: Desk): HostObject {
  return hostObject(WORKBOOK, null, desk);
}

const WORKBOOK_PROTECTION: HostClass<null> = {
  name: "WorkbookProtection",
  properties: { Protected: { get: (_book, desk) => desk.rules.structureProtected } },
};

/** There is one workbook: the desk's. */
const WORKBOOK: HostClass<null> = {
  name: "Workbook",
  properties: {
    Name: { get: (_book, desk) => desk.workbook.title },
    ReadOnly: { get: (_book, desk) => desk.workbook.readOnly },
    IsDirty: { get: (_book, desk) => desk.workbook.changes.length > 0 },
  },
  links: {
    Application: (_book, desk) => hostObject(APPLICATION, null, desk),
    Worksheets: (_book, desk) => hostObject(WORKSHEETS, null, desk),
    Names: (_book, desk) => namesObject({ scope: undefined }, desk),
    Comments: (_book, desk) => commentsObject({ sheet: undefined }, desk),
    Protection: (_book, desk) => hostObject(WORKBOOK_PROTECTION, null, desk),
  },
  methods: {
    GetSelectedRange: (_book, _args, desk) => {
      const sheet = desk.workbook.activeSheet;
      return desk.objects.range({ sheet, rects: [sheet.selection] });
    },
    GetActiveCell: (_book, _args, desk) => {
      const sheet = desk.workbook.activeSheet;
      return desk.objects.range({ sheet, rects: [oneCell(sheet.selection.top, sheet.selection.left)] });
    },
    _GetObjectByReferenceId: (_book, [id], desk) => desk.references.get(String(id)),
    _RemoveReference: (_book, [id], desk) => desk.references.drop(String(id)),
  },
};
