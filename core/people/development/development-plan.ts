import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { DateRefusal, DevelopmentRefusal } from "../procedure/procedure-refusal.ts";

/**
 * Next year's plan of a unit and, in its year, the list made from it (M7, M8): entered, confirmed by the unit's leader,
 * approved with a number by the superior, checked one by one until list and number agree, listed, its sealed paper copy
 * tracked to done.
 */
export interface DevelopmentPlan {
  readonly id: string;
  readonly unitId: UnitId;
  /** The year of the admissions. */
  readonly year: number;
  /** 上报数; null while none was reported. */
  readonly reported: number | null;
  readonly confirmed: Signed | null;
  /** 审批数. */
  readonly approved: (Signed & { readonly number: number }) | null;
  /** When list and approved number agreed and the list was closed. */
  readonly listed: Signed | null;
  readonly paper: { readonly sealedOn: Day | null; readonly receivedOn: Day | null };
  readonly revision: number;
}

export interface Signed {
  readonly at: Instant;
  readonly who: string;
}

/** A person in a plan. `check`: what this year's look at him gave (M8). */
export interface PlanEntry {
  readonly planId: string;
  readonly personId: PersonId;
  readonly check: "open" | "due" | "removed";
  readonly reason: string;
}

/** Where a plan stands; computed. */
export type PlanStep = "entering" | "confirmed" | "approved" | "listed" | "sealed" | "done";

export function planStep(plan: DevelopmentPlan): PlanStep {
  if (plan.paper.receivedOn !== null) return "done";
  if (plan.paper.sealedOn !== null) return "sealed";
  if (plan.listed) return "listed";
  if (plan.approved) return "approved";
  return plan.confirmed ? "confirmed" : "entering";
}

type Changed = Result<DevelopmentPlan, DevelopmentRefusal | DateRefusal>;

/** A planned number may be corrected until the leader confirms it. */
export function reportNumber(plan: DevelopmentPlan, reported: number): Changed {
  return at(plan, "entering", () => ok({ ...plan, reported }));
}

/** The unit's own leader: the number reported is the number of people entered (M7). */
export function confirmPlan(plan: DevelopmentPlan, entered: number, signed: Signed): Changed {
  return at(plan, "entering", () => {
    if (plan.reported !== entered) return refuse({ code: "plan-number-differs", entered, reported: plan.reported });
    return ok({ ...plan, confirmed: signed });
  });
}

/** The leader or the superior gives it back for another look. */
export function reopenPlan(plan: DevelopmentPlan): Changed {
  return at(plan, "confirmed", () => ok({ ...plan, confirmed: null }));
}

/** The superior's answer (审批数); it may be fewer than reported. */
export function approvePlan(plan: DevelopmentPlan, number: number, signed: Signed): Changed {
  return at(plan, "confirmed", () => ok({ ...plan, approved: { ...signed, number } }));
}

/** Closes this year's list when nobody is left to look at and its number is the approved one (M8). */
export function closeList(plan: DevelopmentPlan, entries: readonly PlanEntry[], signed: Signed): Changed {
  return at(plan, "approved", () => {
    const checked = entries.filter(({ check }) => check === "due").length;
    const unchecked = entries.filter(({ check }) => check === "open").length;
    const approved = plan.approved?.number ?? 0;
    if (checked !== approved || unchecked > 0)
      return refuse({ code: "list-number-differs", checked, unchecked, approved });
    return ok({ ...plan, listed: signed });
  });
}

/** The sealed paper copy: first sent by the unit, then with the superior (M8). */
export function trackPaper(
  plan: DevelopmentPlan,
  paper: { readonly step: "sealed" | "received"; readonly on: Day; readonly today: Day },
): Changed {
  const { step, on, today } = paper;
  const earliest = plan.paper.sealedOn;
  if (on > today || (step === "received" && earliest !== null && on < earliest))
    return refuse({ code: "day-not-possible", field: step, given: on, earliest, latest: today });
  if (step === "sealed") return at(plan, "listed", () => ok({ ...plan, paper: { ...plan.paper, sealedOn: on } }));
  return at(plan, "sealed", () => ok({ ...plan, paper: { ...plan.paper, receivedOn: on } }));
}

/** Who enters a plan: still on the way to admission, not planned already. */
export function mayEdit(plan: DevelopmentPlan): Result<null, DevelopmentRefusal> {
  const step = planStep(plan);
  return step === "entering" ? ok(null) : refuse({ code: "plan-step-wrong", step });
}

/** One person of this year's list: due, or removed with a reason (M8). */
export function mayCheck(plan: DevelopmentPlan): Result<null, DevelopmentRefusal> {
  const step = planStep(plan);
  return step === "approved" ? ok(null) : refuse({ code: "plan-step-wrong", step });
}

export interface PlanComparison {
  readonly reported: number;
  readonly approved: number;
  readonly listed: number;
  readonly admitted: number;
  /** Listed and not admitted by the year's end. */
  readonly notAdmitted: readonly PersonId[];
  /** Admitted without standing on the list. */
  readonly notListed: readonly PersonId[];
}

/** At year end: admissions against the approved number and the list (M8). */
export function comparePlan(
  plan: DevelopmentPlan,
  entries: readonly PlanEntry[],
  admitted: readonly PersonId[],
): PlanComparison {
  const listed = entries.filter(({ check }) => check === "due").map(({ personId }) => personId);
  return {
    reported: plan.reported ?? 0,
    approved: plan.approved?.number ?? 0,
    listed: listed.length,
    admitted: admitted.length,
    notAdmitted: listed.filter((id) => !admitted.includes(id)),
    notListed: admitted.filter((id) => !listed.includes(id)),
  };
}

function at(plan: DevelopmentPlan, step: PlanStep, change: () => Changed): Changed {
  const now = planStep(plan);
  if (now !== step) return refuse({ code: "plan-step-wrong", step: now });
  const changed = change();
  return changed.ok ? ok({ ...changed.value, revision: plan.revision + 1 }) : changed;
}
