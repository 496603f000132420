import type { NameModel } from "#test/fakes/workbook/names-model.ts";
import { parseRect, rectText } from "#test/fakes/workbook/rect.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import { blockOf, type CellBlocks } from "../cell-blocks.ts";
import type { Desk } from "../desk.ts";
import { ExcelFailure } from "../failure.ts";
import { type HostClass, hostObject } from "../host-class.ts";
import { isHostObject, type HostObject } from "../host-object.ts";

/** Names of the workbook, or of one sheet. */
export interface NameScope {
  readonly scope: SheetModel | undefined;
}

export function namesObject(scope: NameScope, desk: Desk): HostObject {
  return hostObject(NAMES, scope, desk);
}

interface NameHandle {
  readonly name: string;
  readonly scope: string | undefined;
}

const NAMES: HostClass<NameScope> = {
  name: "NamedItemCollection",
  items: (scope, desk) => all(scope, desk).map((name) => nameObject(name, desk)),
  item: (scope, key, desk) => found(scope, key, desk) ?? notThere(),
  methods: {
    Add: (scope, [name, reference], desk) => nameObject(add(scope, { name, reference }, desk), desk),
    AddFormulaLocal: (scope, [name, formula], desk) => nameObject(add(scope, { name, reference: formula }, desk), desk),
    GetItemOrNullObject: (scope, [key], desk) => found(scope, key, desk) ?? null,
    GetCount: (scope, _args, desk) => all(scope, desk).length,
  },
};

const NAMED_ITEM: HostClass<NameHandle> = {
  name: "NamedItem",
  id: ({ name }) => name,
  properties: {
    Name: { get: ({ name }) => name },
    Formula: {
      get: (handle, desk) => `=${modelOf(handle, desk).refersTo}`,
      set: ({ name, scope }, value, desk) => void desk.workbook.names.set(name, String(value), { scope }),
    },
    Visible: {
      get: (handle, desk) => modelOf(handle, desk).visible,
      set: (handle, value, desk) =>
        void desk.workbook.names.set(handle.name, modelOf(handle, desk).refersTo, {
          scope: handle.scope,
          visible: value === true,
        }),
    },
    Scope: { get: ({ scope }) => (scope === undefined ? "Workbook" : "Worksheet") },
    Type: { get: (handle, desk) => (rangeOf(handle, desk) ? "Range" : "Error") },
  },
  methods: {
    Delete: ({ name, scope }, _args, desk) => void desk.workbook.names.remove(name, scope),
    GetRange: (handle, _args, desk) => rangeOf(handle, desk) ?? notThere(),
    GetRangeOrNullObject: (handle, _args, desk) => rangeOf(handle, desk) ?? null,
  },
};

function nameObject({ name, scope }: NameModel, desk: Desk): HostObject {
  return hostObject(NAMED_ITEM, { name, scope }, desk);
}

function all({ scope }: NameScope, { workbook }: Desk): readonly NameModel[] {
  return workbook.names.all.filter((name) => name.scope === scope?.id);
}

function found(scope: NameScope, key: unknown, desk: Desk): HostObject | undefined {
  const wanted = String(key).toLowerCase();
  const name = all(scope, desk).find((candidate) => candidate.name.toLowerCase() === wanted);
  return name && nameObject(name, desk);
}

/** Chinese letters are letters; "Q1" and "R1C1" would be cells. */
function add(scope: NameScope, given: { readonly name: unknown; readonly reference: unknown }, desk: Desk): NameModel {
  const name = String(given.name);
  const isLegal =
    /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) &&
    name.length <= 255 &&
    !/^(?:[A-Z]{1,3}\d+|R\d*C\d*|R|C)$/i.test(name);
  if (!isLegal) throw new ExcelFailure("InvalidArgument");
  if (all(scope, desk).some((other) => other.name.toLowerCase() === name.toLowerCase()))
    throw new ExcelFailure("ItemAlreadyExists");
  const refersTo = isHostObject(given.reference)
    ? absolute(given.reference.target as CellBlocks)
    : String(given.reference);
  return desk.workbook.names.set(name, refersTo, { scope: scope.scope?.id });
}

function absolute(blocks: CellBlocks): string {
  const address = rectText(blockOf(blocks)).replace(/([A-Z]+)|(\d+)/g, "$$$&");
  return `'${blocks.sheet.name.replaceAll("'", "''")}'!${address}`;
}

function modelOf({ name, scope }: NameHandle, { workbook }: Desk): NameModel {
  const model = workbook.names.all.find((candidate) => candidate.name === name && candidate.scope === scope);
  return model ?? notThere();
}

function rangeOf(handle: NameHandle, desk: Desk): HostObject | undefined {
  const [, quoted, plain, address = ""] =
    /^(?:'((?:[^']|'')+)'|([^!']+))!(.+)$/.exec(modelOf(handle, desk).refersTo) ?? [];
  const sheet = desk.workbook.find((quoted ?? plain ?? "").replaceAll("''", "'"));
  const rect = parseRect(address);
  return sheet && rect ? desk.objects.range({ sheet, rects: [rect] }) : undefined;
}

function notThere(): never {
  throw new ExcelFailure("ItemNotFound");
}
