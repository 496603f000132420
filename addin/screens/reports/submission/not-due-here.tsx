import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import "../report-submission.css";

export interface NotDueHereProps {
  readonly language: Language;
  readonly view: Pick<ReportView, "unitName">;
}

/** A branch has no report to hand in, and none to judge: nothing of that is asked of it. */
export function NotDueHere({ language, view }: NotDueHereProps) {
  return (
    <p className="report-verdict" role="status">
      {sayShownRefusal(language, { code: "report-not-due-here", unit: view.unitName })}
    </p>
  );
}
