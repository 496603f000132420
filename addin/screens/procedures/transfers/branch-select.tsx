import { Field, Select } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";

/** A branch can keep people; others only hold branches. */
export interface BranchChoice {
  readonly id: string;
  readonly name: string;
}

export interface BranchSelectProps {
  readonly language: Language;
  readonly label?: string;
  readonly branches: readonly BranchChoice[];
  /** "": none was chosen yet. */
  readonly branch: string;
  readonly onBranch: (branch: string) => void;
}

/** Nothing is chosen beforehand: the first of a list is rarely the right one. */
export function BranchSelect({ language, label, branches, branch, onBranch }: BranchSelectProps) {
  const words = transferFormsWords[language];
  return (
    <Field label={label ?? words.branch} required>
      <Select value={branch} onChange={(_, { value }) => onBranch(value)}>
        <option value="">{words.chooseBranch}</option>
        {branches.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
