import type { Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";

/** The service's own refusals, and no answer at all. */
export type ClientRefusal = AnyRefusal | { readonly code: "service-unreachable" };
export type Answer<T> = Result<T, ClientRefusal>;

export const UNREACHABLE: { readonly ok: false; readonly refusal: ClientRefusal } = {
  ok: false,
  refusal: { code: "service-unreachable" },
};

/** Codes after which the token is worth nothing any more. */
export function endsSession({ code }: ClientRefusal): boolean {
  return code === "not-signed-in" || code === "session-over";
}
