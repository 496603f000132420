import type { Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { RouteAnswer } from "./route.ts";

/** A use case's value as JSON; its refusal goes through as it is. */
export function json(result: Result<unknown, AnyRefusal>, status = 200): Result<RouteAnswer, AnyRefusal> {
  return result.ok ? { ok: true, value: { kind: "json", status, value: result.value } } : result;
}

/** For what answers with nothing but having been done. */
export function nothing(result: Result<unknown, AnyRefusal>): Result<RouteAnswer, AnyRefusal> {
  return result.ok ? { ok: true, value: { kind: "empty" } } : result;
}

/** What a use case made, as a file to be saved. */
export function file(
  result: Result<Omit<Extract<RouteAnswer, { kind: "file" }>, "kind">, AnyRefusal>,
): Result<RouteAnswer, AnyRefusal> {
  return result.ok ? { ok: true, value: { kind: "file", ...result.value } } : result;
}
