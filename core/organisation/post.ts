import type { Day } from "#core/kernel/instant.ts";
import type { PersonId, PostId, UnitId } from "#core/kernel/ids.ts";

/**
 * A person's office in a unit. `member` is plain membership of a branch: every member has exactly one.
 * Leading posts (L14.4, L14.7) are secretary and deputy-secretary.
 */
export type PostKind =
  "secretary" | "deputy-secretary" | "organisation-member" | "organiser" | "information-officer" | "officer" | "member";

export interface Post {
  readonly id: PostId;
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly kind: PostKind;
  /** First day in office. */
  readonly from: Day;
  /** First day no longer in office; null while in office. */
  readonly until: Day | null;
}

export const LEADING_POSTS: readonly PostKind[] = ["secretary", "deputy-secretary"];

/** Posts that make units and accounts below their unit (A4, A11): not the information officer, not plain members. */
export const ADMINISTERING_POSTS: readonly PostKind[] = [
  "secretary",
  "deputy-secretary",
  "organisation-member",
  "organiser",
  "officer",
];
