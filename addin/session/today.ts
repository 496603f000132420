import { dayOf, toInstant, type Day } from "#core/kernel/instant.ts";

/** The calendar day in Shanghai, wherever the officer's clock says he is. */
export function today(milliseconds: number): Day {
  return dayOf(toInstant(milliseconds));
}
