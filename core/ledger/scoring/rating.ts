import type { AccountId, ItemKey, PersonId } from "#core/kernel/ids.ts";

/** One qualitative score by one rater (L11). One per rater, class and item. */
export interface Rating {
  readonly item: ItemKey;
  /** Class code of the policy. */
  readonly raterClass: string;
  readonly raterAccountId: AccountId;
  /** null for a unit account's self rating. */
  readonly raterPersonId: PersonId | null;
  readonly score: string;
}
