import { Field, Input } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";

export interface ReasonFieldProps {
  readonly language: Language;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

export function ReasonField({ language, reason, onReason }: ReasonFieldProps) {
  return (
    <Field label={transferFormsWords[language].reason} required>
      <Input value={reason} maxLength={500} onChange={(_, { value }) => onReason(value)} />
    </Field>
  );
}
