import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { FindingView } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import { rosterWords } from "#addin/wording/records/roster-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";

export interface ExplainDialogProps {
  readonly language: Language;
  readonly finding: FindingView;
  readonly explain: (finding: FindingView, text: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly onExplained: () => void;
  readonly onClose: () => void;
}

/** What explains a finding: on the list of findings, and on the card of whom it was found about. */
export function ExplainDialog({ language, finding, explain, onExplained, onClose }: ExplainDialogProps) {
  const words = recordPagesWords[language].findings;
  const [text, setText] = useState(finding.explanation ?? "");
  const request = useRequest();
  const done = () => {
    onExplained();
    onClose();
  };
  return (
    <AskDialog
      around={{ language }}
      title={words.explainTitle}
      confirm={words.explain}
      request={request}
      blocked={text.trim() === ""}
      onConfirm={() => text.trim() !== "" && void request.run(() => explain(finding, text.trim()), done)}
      onClose={onClose}
    >
      <p>{`${finding.name}：${finding.text[rosterWords(language).labels]}`}</p>
      <Field label={words.explanation} hint={words.explainHint} required>
        <Textarea value={text} rows={3} maxLength={1_000} onChange={(_, { value }) => setText(value)} />
      </Field>
    </AskDialog>
  );
}
