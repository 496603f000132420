import { Field, Select } from "@fluentui/react-components";
import type { UnitChoice } from "./unit-choice.ts";

export interface UnitSelectProps {
  readonly label: string;
  readonly units: readonly UnitChoice[];
  readonly unit: string;
  readonly onUnit: (unit: string) => void;
}

/** One unit of the officer's tree, indented as the tree is. */
export function UnitSelect({ label, units, unit, onUnit }: UnitSelectProps) {
  return (
    <Field label={label}>
      <Select value={unit} onChange={(_, { value }) => onUnit(value)}>
        {units.map(({ id, name, depth }) => (
          <option key={id} value={id}>
            {`${"　".repeat(depth)}${name}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
