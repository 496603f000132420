import type { AccountId, PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import type { Month } from "#core/kernel/day-arithmetic.ts";
import type { DevelopmentPlan, PlanEntry } from "#core/people/development/development-plan.ts";
import type { PaymentKind } from "#core/people/dues/dues-paid.ts";
import type { Transfer } from "#core/people/transfer/transfer.ts";

/** Letters, plans, dues and what units are told (M7 to M20). */
export interface ProcedureReads {
  transfer(id: string): Promise<Transfer | undefined>;
  /** Newest first. */
  transfers(query: TransferQuery): Promise<readonly Transfer[]>;
  /** Those of these people that have a letter on its way. */
  openTransfers(people: readonly PersonId[]): Promise<readonly Transfer[]>;
  plan(id: string): Promise<DevelopmentPlan | undefined>;
  plans(query: { readonly units: readonly UnitId[]; readonly year?: number }): Promise<readonly DevelopmentPlan[]>;
  planEntries(plans: readonly string[]): Promise<readonly PlanEntry[]>;
  /** Plans of that year that hold these people. */
  plannedIn(people: readonly PersonId[], year: number): Promise<readonly PlanEntry[]>;
  /** Months that are settled, by person; who has none is missing. */
  settledMonths(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, ReadonlySet<Month>>>;
  /** The first month for which anybody paid in these units; who keeps no book of dues is missing. */
  duesKeptFrom(units: readonly UnitId[]): Promise<ReadonlyMap<UnitId, Month>>;
  /** The largest voluntary payment of each within these days, both included; who made none is missing. */
  largestVoluntary(
    people: readonly PersonId[],
    days: { readonly from: Day; readonly until: Day },
  ): Promise<ReadonlyMap<PersonId, string>>;
  /** Newest first. */
  payments(people: readonly PersonId[]): Promise<readonly PaymentRecord[]>;
  /** Newest first. */
  unitNotices(units: readonly UnitId[], most: number): Promise<readonly UnitNotice[]>;
}

export interface TransferQuery {
  /** Letters from, to, or either of these units; everything else is invisible. */
  readonly units: readonly UnitId[];
  readonly side: "out" | "in" | "both";
  readonly states?: readonly Transfer["state"][];
  /** Issued or received on these days, both included. */
  readonly between?: { readonly from: Day; readonly to: Day };
  readonly most: number;
}

export interface PaymentRecord {
  readonly id: string;
  readonly personId: PersonId;
  /** The branch that took it in. */
  readonly unitId: UnitId;
  readonly from: Month;
  readonly to: Month;
  readonly amount: string;
  readonly kind: PaymentKind;
  readonly approval: string;
  readonly paidOn: Day;
  readonly at: Instant;
  readonly accountId: AccountId;
  readonly who: string;
}

/** To whoever works for the unit, now or later. */
export interface UnitNotice {
  readonly id: string;
  readonly unitId: UnitId;
  readonly at: Instant;
  /** "transfer-issued", "transfer-received", "plan-approved" ... */
  readonly kind: string;
  /** "transfer:ID", "plan:ID", "person:ID". */
  readonly record: string;
  /** Person's or unit's name; never a sensitive value. */
  readonly about: string;
  readonly who: string;
  readonly reason: string;
}

/** Conditional on the revision one behind; whatever does not come back was changed meanwhile. */
export interface ProcedureWrites {
  /** @returns the people of those letters that were not written: another letter of theirs is on its way. */
  insertTransfers(transfers: readonly Transfer[]): Promise<ReadonlySet<PersonId>>;
  /** @returns ids that were written. */
  updateTransfers(transfers: readonly Transfer[]): Promise<ReadonlySet<string>>;
  /** The next number of that unit and year, from 1 without gaps. */
  nextLetterNumber(unitId: UnitId, year: number): Promise<number>;
  /** A new plan (revision 1), or one that changed. @returns false when it was changed meanwhile. */
  savePlan(plan: DevelopmentPlan): Promise<boolean>;
  savePlanEntries(entries: readonly PlanEntry[]): Promise<void>;
  removePlanEntries(planId: string, people: readonly PersonId[]): Promise<void>;
  /** Each month of a person is settled once: the caller has asked `settledMonths` in this transaction. */
  insertPayments(payments: readonly (PaymentRecord & { readonly months: readonly Month[] })[]): Promise<void>;
  addUnitNotices(notices: readonly UnitNotice[]): Promise<void>;
}
