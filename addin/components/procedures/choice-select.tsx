import { Field, Select } from "@fluentui/react-components";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceSelectProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What stands there while nothing is chosen; left out: one of the choices always is. */
  readonly none?: string;
  readonly required?: boolean;
}

/** One of a few. */
export function ChoiceSelect({ label, choices, value, onValue, none, required = false }: ChoiceSelectProps) {
  return (
    <Field label={label} required={required}>
      <Select value={value} onChange={(_, chosen) => onValue(chosen.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
