import type { Belonging } from "./person.ts";

/**
 * Oldest first; of those that begin on one day the one that ended earlier first, the lasting one last: who is moved
 * again on the day he came keeps a row that lasted no day, and what is last is where he is.
 */
export function byTime(a: Belonging, b: Belonging): number {
  return compare(a.from, b.from) || compare(a.until ?? NEVER, b.until ?? NEVER) || compare(a.id, b.id);
}

/** After every day. */
const NEVER = "~";

/** In order, without rows that lasted no day beside one of their kind that did: nobody was ever there. */
export function lastingBelongings(belongings: readonly Belonging[]): readonly Belonging[] {
  if (belongings.length < 2) return belongings;
  const ordered = isInOrder(belongings) ? belongings : belongings.toSorted(byTime);
  return ordered.some(lastedNoDay)
    ? ordered.filter((one) => !lastedNoDay(one) || !ordered.some((other) => standsFor(other, one)))
    : ordered;
}

function isInOrder(belongings: readonly Belonging[]): boolean {
  return belongings.every((one, index) => {
    const before = belongings[index - 1];
    return before === undefined || byTime(before, one) <= 0;
  });
}

function lastedNoDay({ from, until }: Belonging): boolean {
  return until !== null && until <= from;
}

function standsFor(other: Belonging, { kind, from }: Belonging): boolean {
  if (lastedNoDay(other) || other.kind !== kind) return false;
  return other.from <= from && (other.until === null || from <= other.until);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
