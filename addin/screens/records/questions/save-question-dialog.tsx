import { Checkbox, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { QuestionView } from "#core/protocol/records/records.ts";
import type { Language } from "#core/wording/language.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { questionsWords } from "#addin/wording/records/questions-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";

export interface SaveQuestionDialogProps {
  readonly language: Language;
  /** The saved question that was opened, of this very unit; null: a new one. */
  readonly from: QuestionView | null;
  readonly save: (name: string, over: QuestionView | null) => Promise<Result<QuestionView, ShownRefusal>>;
  readonly onDone: (saved: QuestionView) => void;
  readonly onClose: () => void;
}

/** Under a name, or in place of the one that was opened. */
export function SaveQuestionDialog({ language, from, save, onDone, onClose }: SaveQuestionDialogProps) {
  const words = questionsWords[language];
  const [name, setName] = useState(from?.name ?? "");
  const [over, setOver] = useState(from !== null);
  const request = useRequest();
  const given = name.trim();
  return (
    <AskDialog
      around={{ language }}
      title={words.saveTitle}
      confirm={words.save}
      request={request}
      blocked={given === ""}
      onConfirm={() => given !== "" && void request.run(() => save(given, over ? from : null), onDone)}
      onClose={onClose}
    >
      <Field label={words.saveName} required>
        <Input value={name} maxLength={60} onChange={(_, { value }) => setName(value)} />
      </Field>
      {from && (
        <Checkbox
          label={words.saveOver(from.name)}
          checked={over}
          onChange={(_, { checked }) => setOver(checked === true)}
        />
      )}
    </AskDialog>
  );
}
