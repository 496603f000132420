import type { UnitId } from "#core/kernel/ids.ts";
import { addYears } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import { isAbove } from "#core/organisation/tree.ts";
import type { UnitKind } from "#core/organisation/unit.ts";
import type { DateRefusal, UnitContent, UnitRefusal } from "../procedure/procedure-refusal.ts";

/** What may stand directly below what. */
export const STANDS_BELOW: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  committee: ["general-branch", "branch"],
  "general-branch": ["general-branch", "branch"],
  branch: ["party-group"],
  "party-group": [],
};

/** 转移 (M18): a unit goes below another one, never below itself. */
export function whyNotMove(
  { units, ...rest }: Organisation,
  { unitId, parentId }: { readonly unitId: UnitId; readonly parentId: UnitId },
): UnitRefusal | undefined {
  const [unit, parent] = [units.get(unitId), units.get(parentId)];
  if (!unit || !parent) return { code: "unit-closed" };
  if (unitId === parentId || isAbove({ units, ...rest }, unitId, parentId)) return { code: "unit-into-itself" };
  return STANDS_BELOW[parent.kind].includes(unit.kind) ? undefined : { code: "unit-misplaced" };
}

/** 合并 (M18): into a unit of the same kind that is not part of it. */
export function whyNotMerge(
  organisation: Organisation,
  { unitId, intoId }: { readonly unitId: UnitId; readonly intoId: UnitId },
): UnitRefusal | undefined {
  const [unit, into] = [organisation.units.get(unitId), organisation.units.get(intoId)];
  if (!unit || !into || unit.parentId === null) return { code: "unit-closed" };
  if (unitId === intoId || isAbove(organisation, unitId, intoId)) return { code: "unit-into-itself" };
  return unit.kind === into.kind ? undefined : { code: "unit-misplaced" };
}

/** What hangs on a unit, in numbers. */
export type UnitContents = Readonly<Partial<Record<UnitContent, number>>>;

/** 撤销 leaves nobody behind; 删除 only undoes a unit on which nothing ever hung (M18). */
export function whyNotEmpty(contents: UnitContents, matter: readonly UnitContent[]): UnitRefusal | undefined {
  for (const what of matter) {
    const count = contents[what] ?? 0;
    if (count > 0) return { code: "unit-not-empty", what, count };
  }
  return undefined;
}

export const REVOKED_WITHOUT: readonly UnitContent[] = ["members", "units", "transfers"];
export const DELETED_WITHOUT: readonly UnitContent[] = [
  ...(["members", "units", "transfers", "ledgers", "accounts", "posts", "plans"] as const),
];

export interface FormDays {
  /** First day of the unit's present form; null: from the beginning. */
  readonly since: Day | null;
  readonly today: Day;
  /** Mending what was begun that very day: a slip in the name, a unit made by mistake. */
  readonly onFirstDay: boolean;
}

/** The day of a change: after the unit's present form began, not ahead. */
export function whyNotOn(on: Day, { since, today, onFirstDay }: FormDays) {
  if (on <= today && (since === null || on > since || (onFirstDay && on === since))) return undefined;
  return { code: "day-not-possible", field: "on", given: on, earliest: since, latest: today } satisfies DateRefusal;
}

/** 届满日期 (M17, M19): the election's day and its term in years. */
export function electionDue(electedOn: Day, term: number): Day {
  return addYears(electedOn, term);
}
