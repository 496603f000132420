import type { ItemKey, LedgerId } from "#core/kernel/ids.ts";
import type { HandlingWord } from "#core/ledger/handling/handling.ts";
import type { Completion, ItemState } from "#core/ledger/handling/item-state.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";
import type { LedgerTotals } from "#core/ledger/scoring/totals.ts";

/**
 * As what somebody looks at a ledger; decides what he sees of the qualitative scores (L11). A listed rater (L12) looks as a
 * peer does. "superior" is the organisation department, "above" any other unit further up: figures, but nobody's name.
 */
export type LedgerViewer = "owner" | "peer" | "leader" | "superior" | "above" | "reader";

/**
 * One ledger as one person may see it now: everything its sheets are drawn from, as plain data. Access, windows and item rules
 * were asked before; the flags say what they answered. A book shows less than the view where the viewer sees less (L11).
 */
export interface LedgerView {
  readonly issue: LedgerIssue;
  readonly ledgerId: LedgerId;
  readonly name: { readonly text: string; readonly revision: number; readonly mayEdit: boolean };
  readonly unitName: string;
  readonly ownerName: string;
  /** One line: stages and their days, closed, voided. */
  readonly stateText: string;
  readonly viewer: LedgerViewer;
  readonly template: TemplateBody;
  /** Any order; an item without a view is drawn from the template, without evidence, score and rights. */
  readonly items: readonly ItemView[];
  readonly ratings: readonly RatingView[];
  readonly totals: LedgerTotals;
}

/** Goes into the book's identity and its header and footer (A13, W7). */
export interface LedgerIssue {
  readonly service: string;
  readonly definition: string;
  readonly change: number;
  readonly issuedAt: string;
  readonly issuedTo: string;
}

export interface ItemView {
  readonly key: ItemKey;
  /** Reworded texts only; what is missing is the template's, revision 0. */
  readonly texts: readonly { readonly column: string; readonly text: string; readonly revision: number }[];
  readonly mayReword: boolean;
  readonly state: ItemState;
  /** Revision of the score and of everything that is done about it. */
  readonly revision: number;
  readonly completion: Completion;
  readonly mayScore: boolean;
  /** What he may do about the dispute now, empty: nothing. */
  readonly handling: readonly HandlingWord[];
  /** Who, when, why, old -> new; newest first (L7, W9). */
  readonly history: readonly string[];
  /** Opens the evidence list. */
  readonly evidenceLink: string | null;
}

/** The ratings of one qualitative item by one class, as far as the viewer may see them. */
export interface RatingView {
  readonly item: ItemKey;
  readonly raterClass: string;
  /** The viewer's own rating, when he rates in this class. */
  readonly own: { readonly score: string | null; readonly revision: number; readonly mayRate: boolean } | null;
  /** Everybody else's by name, in the same order for all items; drawn only for who sees raters. */
  readonly others: readonly { readonly rater: string; readonly name: string; readonly score: string | null }[];
}

export type RatingSight = "raters" | "means" | "own" | "nothing";

/** Leaders and the organisation department see who gave what, the owner and who is above the class means, a rater his own score (L11). */
export function ratingSight(viewer: LedgerViewer): RatingSight {
  const sights: Readonly<Record<LedgerViewer, RatingSight>> = {
    owner: "means",
    peer: "own",
    leader: "raters",
    superior: "raters",
    above: "means",
    reader: "nothing",
  };
  return sights[viewer];
}
