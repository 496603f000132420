import type { ReportDeadlineView, ReportState } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import { sayDue, sayDuty, type ToldDue } from "#addin/wording/report/say-due.ts";
import "../report-submission.css";

/** A deadline and how far it is. */
export function Due({ language, due, state }: ToldDue & { readonly language: Language }) {
  // Where there is no room for all of it the line breaks between day and remark, not within them.
  const parts = sayDue(language, { due, state }).match(/[^，,]+(?:，|, )?/g) ?? [];
  return (
    <span className={due.left < 0 ? "report-late" : undefined}>
      {parts.map((part) => (
        <span key={part} className="report-whole">
          {part}
        </span>
      ))}
    </span>
  );
}

export interface DueDaysProps {
  readonly language: Language;
  readonly deadlines: readonly ReportDeadlineView[];
  readonly state: ReportState;
}

/** By when the work of the year is to be done, soonest first (R1). */
export function DueDays({ language, deadlines, state }: DueDaysProps) {
  const words = reportSubmissionWords[language].due;
  if (deadlines.length === 0) return null;
  return (
    <dl className="report-due" aria-label={words.title}>
      {deadlines.map((due) => (
        <div key={due.duty}>
          <dt>{words.duties[due.duty]}</dt>
          <dd className={due.duty === "submit" && due.left < 0 ? "report-late" : undefined}>
            {sayDuty(language, { due, state })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
