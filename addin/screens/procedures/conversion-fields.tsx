import { Field, Input, Select, SpinButton, Textarea } from "@fluentui/react-components";
import type { ConvertPeople } from "#core/protocol/records/procedures.ts";
import type { Language } from "#core/wording/language.ts";
import { conversionWords } from "#addin/wording/procedures/conversion-words.ts";

export interface ConversionDraft {
  readonly result: ConvertPeople["result"];
  /** Empty: each one's last day of probation. */
  readonly on: string;
  readonly months: number;
  readonly note: string;
  readonly approvedOn: string;
}

export const NO_CONVERSION: ConversionDraft = { result: "on-time", on: "", months: 6, note: "", approvedOn: "" };

export interface ConversionFieldsProps {
  readonly language: Language;
  readonly draft: ConversionDraft;
  readonly onDraft: (draft: ConversionDraft) => void;
}

/** Result, date, months of an extension, the committee's approval, and the note a result other than on time needs. */
export function ConversionFields({ language, draft, onDraft }: ConversionFieldsProps) {
  const words = conversionWords[language];
  const results = Object.entries(words.results) as [ConvertPeople["result"], string][];
  return (
    <div className="procedure-fields">
      <Field label={words.result}>
        <Select
          value={draft.result}
          onChange={(_, { value }) => onDraft({ ...draft, result: value as ConvertPeople["result"] })}
        >
          {results.map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.resultOn} hint={words.resultOnHint}>
        <Input type="date" value={draft.on} onChange={(_, { value }) => onDraft({ ...draft, on: value })} />
      </Field>
      {draft.result === "extended" && (
        <Field label={words.months}>
          <SpinButton
            value={draft.months}
            min={1}
            max={24}
            onChange={(_, { value, displayValue }) =>
              onDraft({ ...draft, months: value ?? (Number(displayValue) || draft.months) })
            }
          />
        </Field>
      )}
      <Field label={words.approvedOn}>
        <Input
          type="date"
          value={draft.approvedOn}
          onChange={(_, { value }) => onDraft({ ...draft, approvedOn: value })}
        />
      </Field>
      {draft.result !== "on-time" && (
        <Field className="procedure-wide" label={words.note} hint={words.noteHint} required>
          <Textarea
            value={draft.note}
            maxLength={2_000}
            onChange={(_, { value }) => onDraft({ ...draft, note: value })}
          />
        </Field>
      )}
    </div>
  );
}
