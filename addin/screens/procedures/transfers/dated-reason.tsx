import { Field, Input } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";

export interface DatedReason {
  readonly on: string;
  readonly reason: string;
}

export interface DatedReasonFieldsProps {
  readonly language: Language;
  readonly value: DatedReason;
  readonly onValue: (value: DatedReason) => void;
}

/** Each act of M11 to M15 has its day and its reason. */
export function DatedReasonFields({ language, value, onValue }: DatedReasonFieldsProps) {
  const words = transferFormsWords[language];
  return (
    <>
      <Field label={words.on} required>
        <Input type="date" value={value.on} onChange={(_, { value: on }) => onValue({ ...value, on })} />
      </Field>
      <Field label={words.reason} required>
        <Input
          value={value.reason}
          maxLength={500}
          onChange={(_, { value: reason }) => onValue({ ...value, reason })}
        />
      </Field>
    </>
  );
}

export function isDated({ on, reason }: DatedReason): boolean {
  return on !== "" && reason.trim().length > 1;
}
