import type { ReportDuty } from "#core/report/deadline/deadline.ts";
import type { Formula } from "#core/report/formula/formula.ts";
import type { TableCheck } from "#core/report/check/table-check.ts";
import type { LedgerIssue } from "../ledger/ledger-view.ts";

/**
 * A whole set as one officer may see it now: everything its sheets are drawn from, as plain data. It says itself what its tables,
 * formulas and checks are, so that a sheet always fits the service and the form that issued it (R11).
 */
export interface ReportView {
  readonly issue: LedgerIssue;
  readonly ask: ReportAsk;
  /** "2017", its title, and the number of its tables' definition. */
  readonly title: string;
  readonly unitName: string;
  readonly unitCode: string;
  /** A branch: it hands in no report of its own, its numbers count in that of the unit above. */
  readonly countsAbove?: true;
  readonly period: { readonly from: string; readonly until: string };
  readonly state: ReportState;
  /** Number of the latest handing-over, what a decision is bound to (R8); absent: there is none. */
  readonly submission?: number;
  /** Why the superior gave it back, while it is to be mended (R8); absent: it was not. */
  readonly returnedWhy?: string;
  /** A day that is no end of a period: nothing of it can be submitted (R12). */
  readonly rehearsal: boolean;
  /** By when its work is to be done (R1), soonest first; empty: the form does not say. */
  readonly deadlines: readonly ReportDeadlineView[];
  readonly may: ReportRights;
  /** Page furniture (issue 5 item 7): what stands on every printed page. */
  readonly furniture: {
    readonly maker: string;
    readonly head: string;
    readonly clerk: string;
    readonly reportedOn: string | null;
  };
  readonly tables: readonly ReportTableView[];
  readonly checks: readonly TableCheck[];
  readonly findings: readonly ReportFindingView[];
  /** Numbers of the year before by "1!A16", those that formulas and checks read; empty: there are none yet. */
  readonly lastYear: Readonly<Record<string, number>>;
}

export interface ReportDeadlineView {
  readonly duty: ReportDuty;
  readonly on: string;
  /** Days left today, of a report that was handed over on the day it was; negative: so many days late. */
  readonly left: number;
}

/** R8: draft, submitted, returned with remarks, accepted. */
export type ReportState = "draft" | "submitted" | "returned" | "accepted";

export interface ReportAsk {
  readonly setId: string;
  readonly unitId: string;
  readonly on: string;
}

export interface ReportRights {
  /** Fill, force, restore, explain; not while submitted or accepted. */
  readonly edit: boolean;
  readonly submit: boolean;
  readonly withdraw: boolean;
  /** Return, accept, unlock, exempt: the superior's. */
  readonly judge: boolean;
}

export interface ReportTableView {
  readonly no: number;
  readonly name: string;
  readonly columns: readonly { readonly id: string; readonly path: readonly string[] }[];
  readonly rows: readonly { readonly no: number; readonly path: readonly string[]; readonly indent: number }[];
  /** The text has "____" for each of its blanks; the first blank of line 2 is the cell 补2.1. */
  readonly supplement: readonly { readonly no: number; readonly text: string; readonly blanks: number }[];
  /** By "C4" or "补2.1"; what is missing the form does not have. */
  readonly cells: Readonly<Record<string, ReportCellView>>;
}

export interface ReportCellView {
  readonly kind: "generated" | "formula" | "manual";
  /** null: still to be filled. */
  readonly value: number | null;
  /** Of formula cells. */
  readonly formula?: Formula;
  /** Takes amounts of money; absent: whole numbers only. */
  readonly decimals?: true;
  /** Revision of what was entered; absent: 0, nothing ever was. */
  readonly revision?: number;
  /** Forced (R3): what the records say now, and what they said then. */
  readonly override?: {
    readonly generated: number;
    readonly then: number;
    readonly stale: boolean;
    readonly who: string;
    readonly at: string;
    readonly reason: string;
  };
  /** Manual cells: why nothing in the records answers it; who filled it. */
  readonly why?: string;
  readonly filled?: { readonly who: string; readonly at: string };
  /** The superior's remarks on this cell (R8), newest first. */
  readonly remarks?: readonly string[];
}

/** A check that does not hold (R4), with its explanation where there is one (R4a). */
export interface ReportFindingView {
  readonly code: string;
  readonly severity: "error" | "explain" | "hint";
  /** Where a check of rows or columns fails: "5", "C"; "" for a check that runs once. */
  readonly line: string;
  readonly table: number | null;
  readonly text: string;
  readonly left: number;
  readonly relation: string;
  readonly right: number;
  readonly difference: number;
  /** "2!C4": what a click selects; last year's cells are not among them. */
  readonly cells: readonly string[];
  readonly wantsNames: boolean;
  /** Of these very values. `old`: what was said of other values or in another year, offered and marked as such. */
  readonly explanation: { readonly text: string; readonly who: string; readonly at: string } | null;
  readonly old: string | null;
  /** The superior lets this unit explain the error instead of mending it. */
  readonly exempt: boolean;
}
