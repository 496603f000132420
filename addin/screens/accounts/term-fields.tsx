import { Field, Input, Select } from "@fluentui/react-components";
import type { AccountsWords } from "#addin/wording/accounts/accounts-words.ts";
import { TERM_KINDS, termOfKind, type AccountTerm, type TermProblem } from "./account-term.ts";

export interface TermFieldsProps {
  readonly words: AccountsWords;
  readonly term: AccountTerm;
  readonly onTerm: (term: AccountTerm) => void;
  /** Shown only once the person has tried to send. */
  readonly problem: TermProblem | undefined;
}

export function TermFields({ words, term, onTerm, problem }: TermFieldsProps) {
  const texts = words.termFields;
  const choose = (value: string) => onTerm(termOfKind(TERM_KINDS.find((kind) => kind === value) ?? term.kind, term));
  const dayField = (which: "from" | "to", message: string | null) => (
    <Field label={texts[which]} required validationMessage={message}>
      <Input
        type="date"
        value={term[which] ?? ""}
        onChange={(_, { value }) => onTerm({ ...term, [which]: value === "" ? null : value })}
      />
    </Field>
  );
  const messageOf = problem === undefined ? null : texts.problems[problem];
  return (
    <div className="accounts-term">
      <Field label={texts.kind} hint={texts.hints[term.kind]}>
        <Select value={term.kind} onChange={(_, { value }) => choose(value)}>
          {TERM_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words.terms[kind]}
            </option>
          ))}
        </Select>
      </Field>
      {term.kind === "short-term" && dayField("from", problem === "from" ? messageOf : null)}
      {term.kind !== "long-term" && dayField("to", problem === "from" ? null : messageOf)}
    </div>
  );
}
