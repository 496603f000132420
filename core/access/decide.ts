import type { LedgerId, PersonId, UnitId } from "#core/kernel/ids.ts";

/** What one ledger is, as far as access is concerned. */
export interface LedgerSubject {
  readonly ledgerId: LedgerId;
  readonly templateId: string;
  /** A unit's ledger or a member's. For a member, `unitId` is his branch. */
  readonly owner:
    | { readonly kind: "unit"; readonly unitId: UnitId }
    | { readonly kind: "member"; readonly unitId: UnitId; readonly personId: PersonId };
}

/** Every thing that can be asked about one ledger. Write actions are refused to read-only accounts (A9). */
export type LedgerAction =
  | "read"
  | "see-raters" // who gave which qualitative score, fairness (L11, L16)
  | "reword" // rename, text columns (L2)
  | "delete" // empty ledger, or void with a reason (L2)
  | "attach-evidence"
  | "remove-evidence"
  | "score-self" // quantitative owner's score and qualitative self column
  | "challenge" // as a peer (L7)
  | "answer-challenge" // accept, contest (L8)
  | "withdraw-challenge"
  | "escalate"
  | "rule" // leader's score (L9)
  | "reopen" // a ruled item (L10)
  | "rate-as-peer"
  | "rate-as-leader"
  | "rate-as-listed" // a named rater class (L12)
  | "set-window" // the superior's stages and extensions (L15)
  | "name-substitute"; // the superior (L14.8)

/**
 * `invisible`: the ledger must look as if it did not exist (A9, L14.6).
 * `forbidden`: readable, but this action is not the actor's.
 * `read-only`: it would be, but the account may only read.
 */
export type Decision = "allowed" | "invisible" | "forbidden" | "read-only";
