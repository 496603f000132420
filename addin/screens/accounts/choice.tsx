import { Field, Select } from "@fluentui/react-components";

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  readonly problem?: string | null;
}

/** A select whose values keep their type. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const choose = (text: string) => {
    const chosen = props.options.find(({ value }) => value === text);
    if (chosen) props.onChange(chosen.value);
  };
  return (
    <Field label={props.label} validationMessage={props.problem ?? null}>
      <Select value={props.value} disabled={props.disabled === true} onChange={(_, { value }) => choose(value)}>
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
