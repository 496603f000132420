import type { CellBlocks } from "./cell-blocks.ts";
import type { Desk } from "./desk.ts";
import { ExcelFailure } from "./failure.ts";
import type { MemberGate } from "./member-gate.ts";
import { ObjectPaths, type PathRoots } from "./object-paths.ts";
import { queryObject } from "./query-object.ts";
import { ACTION, type RequestAction, type RequestBody, type ResponseBody } from "./request.ts";
import { isHostObject, type HostObject } from "./host-object.ts";

export interface RequestDesk {
  readonly desk: Desk;
  readonly gate: MemberGate;
  readonly roots: PathRoots;
}

/** Does the actions of one request in their order. The first that fails ends it; what was done before stays done. */
export function processRequest(body: RequestBody, at: RequestDesk): ResponseBody {
  const response: ResponseBody = { Results: [], TraceIds: [] };
  const paths = new ObjectPaths(body.ObjectPaths, at.roots, at.gate);
  for (const [index, action] of body.Actions.entries()) {
    try {
      const Value = perform(action, paths, at);
      response.Results.push({ ActionId: action.Id, Value });
      if (action.ActionType === ACTION.trace) response.TraceIds.push(action.Id);
    } catch (error) {
      if (!(error instanceof ExcelFailure)) throw error;
      const Location = locationOf(action, body);
      response.Error = { Code: error.code, Message: error.message, Location, ActionIndex: index, HttpStatusCode: 400 };
      break;
    }
  }
  return response;
}

function perform(action: RequestAction, paths: ObjectPaths, at: RequestDesk): unknown {
  if (action.ActionType === ACTION.trace) return null;
  const object = paths.resolve(action.ObjectPathId);
  switch (action.ActionType) {
    case ACTION.instantiate:
      return object && identityOf(object, at.desk);
    case ACTION.query:
      return object && { ...identityOf(object, at.desk), ...queryObject(object, action.QueryInfo ?? {}, at.gate) };
    case ACTION.method:
      return object && callMethod(object, action, { paths, at });
    case ACTION.set:
      return setProperty(object, action, { paths, at });
    default:
      return at.gate.refuseUnknown(`action type ${action.ActionType}`);
  }
}

/** What lets office.js find the object again in its next request. */
function identityOf(object: HostObject, desk: Desk): object {
  const reference = desk.references.idOf(object);
  return {
    ...(object.id === undefined ? {} : { _Id: object.id }),
    ...(reference === undefined ? {} : { _ReferenceId: reference }),
  };
}

function callMethod(
  object: HostObject,
  action: RequestAction,
  { paths, at }: { readonly paths: ObjectPaths; readonly at: RequestDesk },
): unknown {
  // Ranges that stay with the add-in between two requests, and move with their cells meanwhile.
  if (action.Name === "_KeepReference" && object.tracked) {
    at.desk.references.keep(object, object.target as CellBlocks);
    return null;
  }
  const method = at.gate.allow(object, action.Name, object.method(action.Name));
  const answer = method(paths.argumentsOf(action.ArgumentInfo));
  if (isHostObject(answer)) throw new Error(`${object.className}.${action.Name} of the fake gives an object`);
  return answer ?? null;
}

function setProperty(
  object: HostObject | null,
  action: RequestAction,
  { paths, at }: { readonly paths: ObjectPaths; readonly at: RequestDesk },
): null {
  if (object === null) throw new ExcelFailure("ItemNotFound");
  const property = at.gate.allow(object, action.Name, object.property(action.Name));
  at.gate.allow(object, action.Name, property.set)(paths.argumentsOf(action.ArgumentInfo)[0]);
  return null;
}

function locationOf(action: RequestAction, body: RequestBody): string {
  const path = body.ObjectPaths[String(action.ObjectPathId)];
  return [path?.Name, action.Name].filter((part) => part !== undefined && part !== "").join(".");
}
