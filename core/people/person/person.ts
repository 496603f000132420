import type { PersonId, PostId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts, Lists, Revisions } from "./facts.ts";

/** One human being's record for life (M1), opened: sensitive fields are plain in `facts` here. */
export interface Person {
  readonly id: PersonId;
  readonly facts: Facts;
  readonly lists: Lists;
  readonly revisions: Revisions;
  /** Every unit that kept him, oldest first; valid time. */
  readonly belongings: readonly Belonging[];
  /** Grows with every change of the record: what was computed from it is kept under it. */
  readonly version: number;
}

/**
 * Membership of a unit by dates. "member": probationary and full members (a post of kind `member`).
 * "applicant": applicants, activists and candidates, kept by a branch without being its members.
 */
export interface Belonging {
  readonly id: PostId;
  readonly unitId: UnitId;
  readonly kind: "member" | "applicant";
  readonly from: Day;
  /** First day no longer there; null: still there. */
  readonly until: Day | null;
}
