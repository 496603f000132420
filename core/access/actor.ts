import type { AccountId, LedgerId, PersonId, PostId, UnitId } from "#core/kernel/ids.ts";
import type { PostKind } from "#core/organisation/post.ts";

/** Duties of A11 that may not be held together and never work with ledgers or member records. */
export type Duty = "system-administration" | "security-administration" | "audit";
export type Permission = "read-write" | "read-only";

/**
 * Who asks, as of one request. A unit account acts for its unit; a person account acts for one post at a time (A0).
 * `allPosts` holds every post in force of the person, whatever he acts for, because L14.8 counts rights per person.
 */
export type Actor = UnitActor | PersonActor | DutyActor;

interface AnyActor {
  readonly accountId: AccountId;
  readonly permission: Permission;
}

export interface UnitActor extends AnyActor {
  readonly kind: "unit";
  readonly unitId: UnitId;
}

export interface ActingPost {
  readonly postId: PostId;
  readonly unitId: UnitId;
  readonly kind: PostKind;
}

export interface PersonActor extends AnyActor {
  readonly kind: "person";
  readonly personId: PersonId;
  readonly actingFor: ActingPost;
  readonly allPosts: readonly ActingPost[];
  /** Ledgers for which the superior named this person a substitute rater (L14.8). */
  readonly substituteFor: readonly { readonly ledgerId: LedgerId; readonly raterClass: "peer" | "leader" }[];
  /** Named rater lists (L12) that hold this account: template lineage and class code. */
  readonly namedLists: readonly { readonly templateId: string; readonly raterClass: string }[];
}

export interface DutyActor extends AnyActor {
  readonly kind: "duty";
  readonly duty: Duty;
}
