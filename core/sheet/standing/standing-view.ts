import type { LedgerIssue } from "../ledger/ledger-view.ts";

/** One standing (L17) as its reader may see it: the whole of it, or his own places only. */
export interface StandingView {
  readonly issue: LedgerIssue;
  /** What was asked for, as the identity's subject. */
  readonly subject: string;
  readonly scopeName: string;
  readonly templateName: string;
  readonly year: number;
  readonly decimals: number;
  /** Is the total simply the sum of the halves? With a veto or a floor in force it is the service's figure. */
  readonly totalIsSum: boolean;
  /** "whole": rank is a formula over the shown totals; "own": the rows of others are not there to count. */
  readonly view: "whole" | "own";
  /** Ledgers in the standing, shown or not. */
  readonly of: number;
  /** Sorted as they rank. */
  readonly rows: readonly StandingViewRow[];
}

export interface StandingViewRow {
  readonly ledgerId: string;
  readonly rank: number;
  readonly ownerName: string;
  readonly unitName: string;
  readonly quantitative: string;
  readonly qualitative: string;
  readonly total: string;
  readonly grade: string | null;
  readonly challenges: number;
  readonly complete: number;
  readonly items: number;
  /** Opens the ledger. */
  readonly link: string | null;
}
