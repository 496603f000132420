import type { ShownRefusal } from "#addin/wording/say-refusal.ts";

/** Where a refusal belongs: at the field that has to be typed again, or above the form. */
export function fieldOfRefusal(refusal: ShownRefusal): "old" | "fresh" | "form" {
  switch (refusal.code) {
    case "password-wrong":
      return "old";
    case "password-too-short":
    case "password-too-long":
    case "password-common":
    case "password-contains-own-data":
    case "password-used-before":
      return "fresh";
    default:
      return "form";
  }
}
