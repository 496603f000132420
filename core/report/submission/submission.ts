import type { Day, Instant } from "#core/kernel/instant.ts";
import type { ReportState } from "#core/sheet/report/report-view.ts";

/** What became of a report that was handed over. */
export type SubmissionState = "submitted" | "withdrawn" | "returned" | "accepted" | "unlocked";

/** One handing-over, as far as the next step depends on it. */
export interface Submission {
  /** 1 for the first of this report. */
  readonly number: number;
  readonly state: SubmissionState;
  /** The superior has looked at it: it can no more be withdrawn. */
  readonly seenAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string;
  readonly decisionReason: string;
  /** Printed, signed and sealed on that day. */
  readonly printedOn: Day | null;
  readonly revision: number;
}

const STATES: Readonly<Record<SubmissionState, ReportState>> = {
  submitted: "submitted",
  returned: "returned",
  accepted: "accepted",
  // Taken back, or given back to be changed after all: the unit works on.
  withdrawn: "draft",
  unlocked: "draft",
};

/** Where a report stands, by its latest submission (R8). */
export function reportStateOf(latest: Pick<Submission, "state"> | undefined): ReportState {
  return latest ? STATES[latest.state] : "draft";
}

/** Its numbers and the people behind them stand still: they are those of the submission, not of today's records. */
export function isFrozen(state: ReportState): boolean {
  return state === "submitted" || state === "accepted";
}
