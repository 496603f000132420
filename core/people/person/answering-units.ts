import type { UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Person } from "./person.ts";

/**
 * Which units answer for a person's record on a day: those that keep him then; for who has left, the one that kept him
 * last; for who has not come yet, the one that expects him first. Nobody's: none.
 */
export function answeringUnits({ belongings }: Pick<Person, "belongings">, day: Day): readonly UnitId[] {
  const lasted = belongings.filter(({ from, until }) => until === null || from < until);
  const now = lasted.filter(({ from, until }) => from <= day && (until === null || day < until));
  if (now.length > 0) return now.map(({ unitId }) => unitId);
  const past = lasted.filter(({ from }) => from <= day);
  const [nearest] = past.length > 0 ? past.toSorted(byUntil).slice(-1) : lasted.toSorted(byFrom);
  return nearest ? [nearest.unitId] : [];
}

function byUntil(a: { readonly until: Day | null }, b: { readonly until: Day | null }): number {
  return (a.until ?? "") < (b.until ?? "") ? -1 : 1;
}

function byFrom(a: { readonly from: Day }, b: { readonly from: Day }): number {
  return a.from < b.from ? -1 : 1;
}
