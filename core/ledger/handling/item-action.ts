import type { AccountId, PersonId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";

/** Who acts on an item and as what; access (L14) and windows (L15) were decided before. */
export interface ItemActor {
  readonly role: "owner" | "peer" | "leader";
  readonly accountId: AccountId;
  readonly personId: PersonId | null;
  readonly at: Instant;
}

/** What can happen to an item's score. Texts come as the officer typed them; the rule judges them. */
export type ItemAction =
  | { readonly type: "score"; readonly score: string; readonly reason: string; readonly acknowledged: boolean }
  | { readonly type: "accept" }
  | { readonly type: "contest"; readonly statement: string }
  | { readonly type: "withdraw" }
  | { readonly type: "escalate" }
  | { readonly type: "reopen"; readonly reason: string }
  | { readonly type: "attach-evidence" }
  | { readonly type: "remove-evidence" };
