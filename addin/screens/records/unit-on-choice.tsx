import { Field, Input, Select } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { recordPagesWords } from "#addin/wording/record-pages-words.ts";
import type { UnitChoice } from "./records-choice.tsx";
import "./records.css";

export interface UnitOnChoiceProps {
  readonly language: Language;
  readonly units: readonly UnitChoice[];
  readonly unit: string;
  /** null: today. */
  readonly on: string | null;
  readonly onChoose: (chosen: { readonly unit: string; readonly on: string | null }) => void;
}

/** A unit with everything below it, and the day it is looked at. */
export function UnitOnChoice({ language, units, unit, on, onChoose }: UnitOnChoiceProps) {
  const words = recordPagesWords[language];
  return (
    <div className="records-choice">
      <Field label={words.unit}>
        <Select value={unit} onChange={(_, { value }) => onChoose({ unit: value, on })}>
          {units.map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {`${"　".repeat(depth)}${name}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.on}>
        <Input
          type="date"
          value={on ?? ""}
          onChange={(_, { value }) => onChoose({ unit, on: value === "" ? null : value })}
        />
      </Field>
    </div>
  );
}
