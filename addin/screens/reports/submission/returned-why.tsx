import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";

export interface ReturnedWhyProps {
  readonly language: Language;
  readonly why: string;
}

/** Why the superior gave it back, before anything else on every page of the report: it is what is to be mended (R8). */
export function ReturnedWhy({ language, why }: ReturnedWhyProps) {
  return (
    <MessageBar intent="warning" layout="multiline" className="report-returned">
      <MessageBarBody>{labelled(language, reportSubmissionWords[language].states.returned, why)}</MessageBarBody>
    </MessageBar>
  );
}
