/**
 * What every request of the route table goes through, in this order: token, permission, read-only, schema, then the
 * route's own work. Each refusal of somebody who is signed in is one audit entry (A15).
 */
import type { Request, RequestHandler, Response } from "express";
import { decideRoute, type RouteDecision } from "#core/access/route-permission.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { auditEntry } from "#service/usecases/audit-entry.ts";
import { loadCaller, type SignedIn } from "#service/usecases/load-caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { clientAddress } from "./client-address.ts";
import { parserFor, type ParsedRequest, type RequestParser } from "./parse-request.ts";
import type { Route, RouteAnswer, RouteRequest } from "./route.ts";
import { sendAnswer, sendRefusal } from "./send-answer.ts";

export interface DoorOptions {
  readonly services: Services;
  readonly mostBodyBytes: number;
}

type Admission = Result<SignedIn | null, AnyRefusal>;

export function doorOf(route: Route, { services, mostBodyBytes }: DoorOptions): RequestHandler {
  const parse = parserFor(route, mostBodyBytes);
  return async (request, response) => {
    response.set("Cache-Control", "no-store");
    const visitor = await whoKnocks(route, services, request);
    const answer = visitor.ok
      ? await serve(route, { services, parse, visitor: visitor.value, request, response })
      : visitor;
    if (answer.ok) {
      await sendAnswer(response, answer.value);
      return;
    }
    if (visitor.ok && visitor.value) await recordRefusal(services, visitor.value, { route, request, answer });
    sendRefusal(response, answer.refusal);
  };
}

async function whoKnocks(route: Route, services: Services, request: Request): Promise<Admission> {
  if (route.permission === "public") return ok(null);
  const token = bearerToken(request);
  if (token === undefined) return refuse({ code: "not-signed-in" });
  return loadCaller(services, { token, from: clientAddress(request) });
}

/** Only the header counts: no cookie and no address ever carries a token (A7). */
function bearerToken(request: Request): string | undefined {
  return /^Bearer ([\w-]{20,100})$/i.exec(request.headers.authorization ?? "")?.[1];
}

interface Visit {
  readonly services: Services;
  readonly parse: RequestParser;
  readonly visitor: SignedIn | null;
  readonly request: Request;
  readonly response: Response;
}

async function serve(route: Route, visit: Visit): Promise<Result<RouteAnswer, AnyRefusal>> {
  const refusal = refusalAtDoor(route, visit.visitor);
  if (refusal) return refuse(refusal);
  const parsed = await visit.parse(visit.request, visit.response);
  return parsed.ok ? route.handle(routeRequest(visit, parsed.value)) : parsed;
}

function refusalAtDoor(route: Route, visitor: SignedIn | null): AnyRefusal | undefined {
  const { permission, method, path, readsOnly = method === "GET" } = route;
  const decision = decideRoute(
    permission,
    visitor && { ...visitor.caller, passwordChangeDue: visitor.passwordChangeDue },
  );
  if (decision !== "allowed") return refusalOf(decision, `${method} ${path}`);
  const writes = !readsOnly && route.ownAccount !== true && permission !== "public";
  return writes && visitor?.caller.account.permission === "read-only" ? { code: "read-only" } : undefined;
}

function refusalOf(decision: Exclude<RouteDecision, "allowed">, action: string): AnyRefusal {
  return decision === "forbidden" ? { code: "forbidden", action } : { code: decision };
}

function routeRequest({ services, visitor, request }: Visit, parsed: ParsedRequest): RouteRequest {
  return {
    services,
    get caller() {
      return signedIn(visitor).caller;
    },
    get session() {
      return signedIn(visitor).session;
    },
    params: request.params as Readonly<Record<string, string>>,
    query: parsed.query,
    body: parsed.body,
    stream: request,
    headers: request.headers,
    from: clientAddress(request),
  };
}

function signedIn(visitor: SignedIn | null): SignedIn {
  if (!visitor) throw new Error("a public route asked who is signed in");
  return visitor;
}

interface Refused {
  readonly route: Route;
  readonly request: Request;
  readonly answer: { readonly refusal: AnyRefusal };
}

async function recordRefusal(services: Services, { caller }: SignedIn, refused: Refused): Promise<void> {
  const { route, request, answer } = refused;
  await services.store.write(async (tx) => {
    tx.record(
      auditEntry(caller, {
        action: `${route.method} ${route.path}`,
        record: recordName(route, request),
        outcome: "refused",
        why: answer.refusal.code,
      }),
    );
  });
}

/** Which object was asked for; anything that does not look like an id of ours may be a phone number and is left out (A12). */
function recordName({ object }: Route, request: Request): string {
  const [id] = Object.values(request.params);
  const isId = typeof id === "string" && /^[a-z][\w-]{2,80}$/i.test(id);
  return isId ? `${object}:${id}` : object;
}
