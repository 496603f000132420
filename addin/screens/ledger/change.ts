import type { Edit } from "#core/sheet/edit.ts";
import { HANDLING_WORDS } from "#core/ledger/handling/handling.ts";
import type { LedgerViewer } from "#core/sheet/ledger/ledger-view.ts";
import type { Outcome } from "#core/protocol/push.ts";

/** One changed cell as the list before sending shows it. */
export interface Change extends Omit<Edit, "reason" | "acknowledged"> {
  /** Record and field as one text. */
  readonly key: string;
  readonly rowName: string;
  readonly columnName: string;
  readonly reason: string;
  readonly needsReason: boolean;
  /** Of the last push: refused or in conflict; the value stays in the sheet. */
  readonly outcome: Outcome | undefined;
  /** It lies in the outbox with this very value, or is on its way: sending it again would be too early. */
  readonly waiting?: boolean;
}

const EXPLAINED: readonly string[] = [HANDLING_WORDS.contest, HANDLING_WORDS.reopen];

/**
 * Whoever changes another's score says why and answers for it (L7); so do contesting (L8) and reopening (L10).
 * @param viewer null: the service was not asked yet as what he looks at the ledger; it judges when it is.
 */
export function needsReason(edit: Pick<Edit, "field" | "value">, viewer: LedgerViewer | null): boolean {
  if (edit.field === "score") return viewer !== null && viewer !== "owner";
  return edit.field === "handling" && EXPLAINED.includes(String(edit.value));
}

/** What the service has taken no longer differs; nothing of it is kept. */
export function dropsOnSend(outcome: Outcome | undefined): boolean {
  return outcome?.result === "accepted" || outcome?.result === "unchanged";
}

/** Mine or theirs: until that is chosen a conflict cannot be sent. */
export function isDecided({ outcome }: Pick<Change, "outcome">): boolean {
  return outcome?.result !== "conflict";
}

/** A reason that is owed must be there, and a conflict decided, before it is worth sending; the service judges the rest. */
export function isSendable(change: Pick<Change, "needsReason" | "reason" | "outcome" | "waiting">): boolean {
  return isDecided(change) && change.waiting !== true && !owesReason(change);
}

export function owesReason({ needsReason: isNeeded, reason }: Pick<Change, "needsReason" | "reason">): boolean {
  return isNeeded && reason.trim() === "";
}
