import type { DefinitionRefusal } from "./definition/read-table.ts";

/** Every way a report says no (R-rules). A foreign unit's report answers as a missing one: `not-found` (A9). */
export type ReportRefusal =
  | DefinitionRefusal
  | { readonly code: "report-set-unknown"; readonly given: string; readonly known: readonly string[] }
  | { readonly code: "report-cell-unknown"; readonly given: string }
  | { readonly code: "report-cell-no-list"; readonly given: string } // its number is no sum of lists of one kind
  | ReportEntryRefusal
  | ReportWorkbookRefusal
  | SubmissionRefusal;

/** What was typed into a report (R3, R4a, R14). */
export type ReportEntryRefusal =
  | { readonly code: "report-frozen"; readonly state: "submitted" | "accepted" } // only a returned or unlocked one is changed
  | { readonly code: "report-cell-locked"; readonly cell: string } // computed from other cells, or the form has no such cell
  | {
      readonly code: "report-value-wrong";
      readonly cell: string;
      readonly given: string;
      readonly problem: "not-a-number" | "below-zero" | "not-whole" | "too-many-decimals" | "too-big";
    }
  | { readonly code: "report-check-unknown"; readonly given: string }
  | { readonly code: "opening-year-wrong"; readonly year: number; readonly before: number } // opening figures are of an earlier year
  | { readonly code: "opening-empty" };

/** Handing over and judging (R7, R8). */
export type SubmissionRefusal =
  | { readonly code: "report-not-due-here"; readonly unit: string } // a branch counts in its superior's report
  | { readonly code: "report-rehearsal"; readonly on: string } // no end of a period
  | { readonly code: "report-not-ready"; readonly open: number } // lines of the gate that do not pass (R7)
  | { readonly code: "report-state-wrong"; readonly act: SubmissionAct; readonly state: string }
  | { readonly code: "report-seen-already" } // the superior has looked at it: only he gives it back
  | { readonly code: "report-too-early"; readonly from: string } // the year it tells of has not begun
  | { readonly code: "report-parent-frozen"; readonly unit: string; readonly state: "submitted" | "accepted" } // it was handed in on this one
  | { readonly code: "report-point-unknown"; readonly given: string }
  | { readonly code: "printed-day-wrong"; readonly from: string; readonly until: string };

export type SubmissionAct = "submit" | "withdraw" | "return" | "accept" | "unlock" | "print";

/** A workbook of ours that is not what it was handed in as (W7). */
export type ReportWorkbookRefusal =
  | { readonly code: "workbook-not-a-report" }
  | { readonly code: "workbook-of-another-report" } // another form, unit or day
  | { readonly code: "workbook-of-another-form" }; // the form was changed since: its cells may mean something else
