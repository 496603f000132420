import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { SubmissionView } from "#core/protocol/reports.ts";
import type { Language } from "#core/wording/language.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";

export interface ReturnedWhyProps {
  readonly language: Language;
  readonly submission: Pick<SubmissionView, "state" | "history">;
}

/** Why the superior gave it back, before anything else: it is what is to be mended (R8). */
export function ReturnedWhy({ language, submission }: ReturnedWhyProps) {
  // The newest comes first.
  const given = submission.history.find(({ state }) => state === "returned");
  if (submission.state !== "returned" || !given) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {labelled(language, reportSubmissionWords[language].states.returned, given.decisionReason)}
      </MessageBarBody>
    </MessageBar>
  );
}
