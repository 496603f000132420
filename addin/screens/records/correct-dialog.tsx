import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { Language } from "#core/wording/language.ts";
import { ReasonDialog } from "#addin/components/admin/reason-dialog.tsx";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";

export interface CorrectDialogProps {
  readonly language: Language;
  /** The field's name as the card shows it. */
  readonly label: string;
  readonly correct: (value: string, reason: string) => Promise<Result<unknown, ShownRefusal>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Another number in place of one that is only shown masked; the reason goes into the audit (A12). */
export function CorrectDialog({ language, label, correct, onDone, onClose }: CorrectDialogProps) {
  const words = recordPagesWords[language].card;
  const [value, setValue] = useState("");
  return (
    <ReasonDialog
      around={{ language }}
      title={`${words.correct}：${label}`}
      text={words.correctAbout}
      confirm={words.correct}
      least={2}
      ask={async (reason) => await correct(value.trim(), reason)}
      onDone={onDone}
      onClose={onClose}
    >
      <Field label={label}>
        <Input value={value} maxLength={40} autoComplete="off" onChange={(_, { value: typed }) => setValue(typed)} />
      </Field>
    </ReasonDialog>
  );
}
