import { Field, Input } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import type { UnitChoice } from "#addin/components/units/unit-choice.ts";
import { UnitSelect } from "#addin/components/units/unit-select.tsx";
import { recordPagesWords } from "#addin/wording/records/record-pages-words.ts";
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
      <UnitSelect label={words.unit} units={units} unit={unit} onUnit={(chosen) => onChoose({ unit: chosen, on })} />
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
