import { isFrozen } from "#core/report/submission/submission.ts";
import type { ReportDeadlineView, ReportState } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { reportSubmissionWords } from "./report-submission-words.ts";

export interface ToldDue {
  readonly due: Pick<ReportDeadlineView, "on" | "left">;
  readonly state: ReportState;
}

/** A deadline and how far it is; of a report that was handed over, whether that was in time (R1). */
export function sayDue(language: Language, { due: { on, left }, state }: ToldDue): string {
  const words = reportSubmissionWords[language].due;
  const handedOver = isFrozen(state);
  if (left >= 0) return handedOver ? words.inTime(on) : words.left(on, left);
  return handedOver ? words.wasLate(on, -left) : words.late(on, -left);
}

/** Whether records were cleaned in time nobody knows: those days only pass. */
export function sayDuty(language: Language, { due, state }: ToldDue & { readonly due: ReportDeadlineView }): string {
  const isKnown = due.duty === "submit" || (due.left >= 0 && !isFrozen(state));
  return isKnown ? sayDue(language, { due, state }) : due.on;
}
