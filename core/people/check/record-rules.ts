import type { Day } from "#core/kernel/instant.ts";

/** Figures that checks and pages go by, as data: editions hold from their day on, an act is judged by those of its own day. */
export interface RecordRules {
  /** Per cent of the required fields at year end (M2). */
  readonly requiredLine: number;
  readonly development: readonly DevelopmentRules[];
  readonly probation: readonly ProbationRules[];
  /** From then on papers are complete: a date known to the month only is a gap. */
  readonly dayKnownSince: Day;
  readonly branch: { readonly leastFull: number; readonly committeeFrom: number };
}

export interface DevelopmentRules {
  readonly from: Day;
  readonly name: string;
  readonly note?: string | undefined;
  /** Application to activist: a local rule (M6). */
  readonly applicantMonths: number;
  readonly activistMonths: number;
  readonly leastAge: number;
  readonly trainingRequired: boolean;
  /** From the branch's meeting to the committee's approval, at most. */
  readonly approvalMonths: number;
}

/** There were years without a probation. */
export interface ProbationRules {
  readonly from: Day;
  readonly months: number;
}
