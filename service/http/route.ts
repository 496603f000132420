import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import type { z } from "zod";
import type { RoutePermission } from "#core/access/route-permission.ts";
import type { Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import type { SessionRecord } from "#service/ports/records.ts";

/**
 * One line of the route table (A9). The door does what the line says, in this order: token, permission, read-only,
 * schema, then `handle`. A path that is in no line does not exist; a line without a test fails the route-table test.
 */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Express 5 path under /api: "/ledgers/:ledger/push". */
  readonly path: string;
  readonly permission: RoutePermission;
  /** How the object is loaded and what hides it from strangers; read by people and by the permission tests. */
  readonly object: RouteObject;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** "stream": the handler reads the raw body (uploads, workbooks). Absent: JSON by `body`, or none. */
  readonly raw?: "stream";
  /** GET never writes but its log. Everything else is refused to read-only accounts unless it concerns only the account itself ... */
  readonly ownAccount?: true;
  /** ... or reads as GET does, and only sends what is looked for in its body, because it must not stand in an address (A12). */
  readonly readsOnly?: true;
  readonly handle: (request: RouteRequest) => Promise<Result<RouteAnswer, AnyRefusal>>;
}

export type RouteObject =
  | "none"
  | "own-account"
  | "ledger"
  | "evidence"
  | "template"
  | "unit"
  | "account"
  | "account-request"
  | "session"
  | "standing"
  | "transfer"
  | "plan"
  | "audit"
  | "record"
  | "report";

export interface RouteRequest {
  readonly services: Services;
  /** Of signed-in accounts: a public route that asks for it is a bug and throws. */
  readonly caller: Caller;
  readonly session: SessionRecord;
  readonly params: Readonly<Record<string, string>>;
  /** Parsed by the route's schemas. */
  readonly query: unknown;
  readonly body: unknown;
  readonly stream: Readable;
  readonly headers: IncomingMessage["headers"];
  readonly from: string;
}

export type RouteAnswer =
  | { readonly kind: "json"; readonly status?: number; readonly value: unknown }
  | {
      readonly kind: "file";
      readonly fileName: string;
      readonly mediaType: string;
      readonly content: Uint8Array | AsyncIterable<Uint8Array>;
      readonly inline?: boolean;
    }
  | { readonly kind: "empty" };
