import type { ReportDeadlineView, ReportState } from "#core/sheet/report/report-view.ts";
import { isFrozen } from "#core/report/submission/submission.ts";
import type { Language } from "#core/wording/language.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import "../report-submission.css";

export interface DueProps {
  readonly language: Language;
  readonly due: Pick<ReportDeadlineView, "on" | "left">;
  readonly state: ReportState;
}

/** A deadline and how far it is; of a report that was handed over, whether that was in time (R1). */
export function Due({ language, due, state }: DueProps) {
  return <span className={due.left < 0 ? "report-late" : undefined}>{sayDue({ language, due, state })}</span>;
}

function sayDue({ language, due: { on, left }, state }: DueProps): string {
  const words = reportSubmissionWords[language].due;
  const handedOver = isFrozen(state);
  if (left >= 0) return handedOver ? words.inTime(on) : words.left(on, left);
  return handedOver ? words.wasLate(on, -left) : words.late(on, -left);
}

/** By when the work of the year is to be done, soonest first. Whether records were cleaned in time nobody knows: those days only pass. */
export function DueDays({
  language,
  deadlines,
  state,
}: Omit<DueProps, "due"> & { readonly deadlines: readonly ReportDeadlineView[] }) {
  const words = reportSubmissionWords[language].due;
  if (deadlines.length === 0) return null;
  return (
    <dl className="report-due" aria-label={words.title}>
      {deadlines.map((due) => (
        <div key={due.duty}>
          <dt>{words.duties[due.duty]}</dt>
          <dd>
            {due.duty === "submit" || (due.left >= 0 && !isFrozen(state)) ? (
              <Due {...{ language, due, state }} />
            ) : (
              due.on
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
