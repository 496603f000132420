import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";

const FIELDS: Readonly<Partial<Record<ShownRefusal["code"], "old" | "fresh">>> = {
  "password-wrong": "old",
  "password-too-short": "fresh",
  "password-too-long": "fresh",
  "password-common": "fresh",
  "password-contains-own-data": "fresh",
  "password-used-before": "fresh",
};

/** Where a refusal belongs: at the field that has to be typed again, or above the form. */
export function fieldOfRefusal({ code }: ShownRefusal): "old" | "fresh" | "form" {
  return FIELDS[code] ?? "form";
}
