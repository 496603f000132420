import express, { type Request, type RequestHandler, type Response } from "express";
import type { z } from "zod";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal, RequestRefusal } from "#core/protocol/refusal.ts";
import { isStorableText } from "#core/protocol/storable-text.ts";
import type { Route } from "./route.ts";

export interface ParsedRequest {
  readonly query: unknown;
  readonly body: unknown;
}

/** Nobody who is not signed in needs more. */
const MOST_PUBLIC_BYTES = 16_384;

export type RequestParser = (request: Request, response: Response) => Promise<Result<ParsedRequest, AnyRefusal>>;

/** Query and body by the route's schemas; a route without a schema gets none of either. Every problem with its path. */
export function parserFor(route: Route, mostBodyBytes: number): RequestParser {
  const mostBytes = route.permission === "public" ? Math.min(mostBodyBytes, MOST_PUBLIC_BYTES) : mostBodyBytes;
  const readJson = express.json({ limit: mostBytes, strict: true, inflate: false, type: "application/json" });
  return async (request, response) => {
    const query = route.query ? parseBy(route.query, request.query) : ok(undefined);
    if (!query.ok) return query;
    if (route.body === undefined || route.raw === "stream") return ok({ query: query.value, body: undefined });
    const read = await readBody(readJson, { request, response, mostBytes });
    if (!read.ok) return read;
    const body = parseBy(route.body, read.value);
    return body.ok ? ok({ query: query.value, body: body.value }) : body;
  };
}

async function readBody(
  readJson: RequestHandler,
  {
    request,
    response,
    mostBytes,
  }: { readonly request: Request; readonly response: Response; readonly mostBytes: number },
): Promise<Result<unknown, AnyRefusal>> {
  const failure = await new Promise<unknown>((resolve) => void readJson(request, response, resolve));
  if (failure === undefined) return ok(request.body as unknown);
  const type = typeof failure === "object" && failure !== null && "type" in failure ? failure.type : "";
  if (type === "entity.too.large") return refuse({ code: "body-too-big", mostBytes });
  const message = typeof type === "string" && type !== "" ? type : "unreadable";
  return refuse({ code: "bad-request", problems: [{ path: "", message }] });
}

/** Every problem with its path; nothing given counts as an empty object. */
export function parseBy<T>(schema: z.ZodType<T>, given: unknown): Result<T, RequestRefusal> {
  const parsed = schema.safeParse(given ?? {});
  const problems = parsed.success
    ? unstorableIn(parsed.data).map((path) => ({ path, message: "unstorable" }))
    : parsed.error.issues.map(({ path, code }) => ({ path: path.join("."), message: code }));
  return parsed.success && problems.length === 0 ? ok(parsed.data) : refuse({ code: "bad-request", problems });
}

/** Under these names stands what was typed into cells: it is judged cell by cell, and one bad cell refuses no other. */
const CELLS: ReadonlySet<string> = new Set(["value", "fields"]);

/** Paths of texts that no database keeps. */
function unstorableIn(data: unknown): readonly string[] {
  if (typeof data === "string") return isStorableText(data) ? [] : [""];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, inside]) =>
    CELLS.has(key) ? [] : unstorableIn(inside).map((path) => (path === "" ? key : `${key}.${path}`)),
  );
}
