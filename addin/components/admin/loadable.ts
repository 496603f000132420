import type { AnyRefusal } from "#core/protocol/refusal.ts";

/** What a screen meets besides the service's own refusals: no answer at all. */
export type ScreenRefusal = AnyRefusal | { readonly code: "service-unreachable" };

/** Data that a screen is given: on its way, refused, or there. */
export type Loadable<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly refusal: ScreenRefusal }
  | { readonly state: "ready"; readonly value: T };

export function ready<T>(value: T): Loadable<T> {
  return { state: "ready", value };
}
