import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";

/** Data that a screen is given: on its way, refused, or there. */
export type Loadable<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly refusal: ShownRefusal }
  | { readonly state: "ready"; readonly value: T };

export function ready<T>(value: T): Loadable<T> {
  return { state: "ready", value };
}
