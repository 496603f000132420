import type { PushEdit } from "#core/protocol/push.ts";
import { HANDLING_WORDS } from "#core/ledger/handling/handling.ts";
import type { ItemView, LedgerViewer } from "#core/sheet/ledger/ledger-view.ts";
import { needsReason } from "./change.ts";

/** Something the officer may do about one item by a button instead of by typing (L7 to L10). */
export interface ItemAct {
  readonly kind: "challenge" | "rule" | "handling";
  /** For handling: the word that stands in the sheet's column. */
  readonly word: string;
  readonly asksReason: boolean;
  /** Told plainly that whoever changes another's score answers for it. */
  readonly warns: boolean;
}

export function actsOf(item: ItemView, viewer: LedgerViewer): readonly ItemAct[] {
  const scoring: readonly ItemAct[] =
    item.mayScore && viewer !== "owner"
      ? [{ kind: viewer === "peer" ? "challenge" : "rule", word: "", asksReason: true, warns: true }]
      : [];
  const handling = item.handling.map((word): ItemAct => ({
    kind: "handling",
    word,
    asksReason: needsReason({ field: "handling", value: word }, viewer),
    warns: false,
  }));
  return [...scoring, ...handling];
}

export function isContest(act: ItemAct): boolean {
  return act.word === HANDLING_WORDS.contest;
}

export interface ActInput {
  readonly record: string;
  readonly item: ItemView;
  readonly score: string;
  readonly reason: string;
}

export function editOfAct(act: ItemAct, { record, item, score, reason }: ActInput): PushEdit {
  const explained = reason.trim() === "" ? {} : { reason: reason.trim() };
  const shared = { record, baseRevision: item.revision, ...explained };
  if (act.kind === "handling") return { ...shared, field: "handling", value: act.word };
  return { ...shared, field: "score", value: score.trim(), acknowledged: true };
}
