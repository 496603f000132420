import { Field, Input } from "@fluentui/react-components";
import type { Language } from "#core/wording/language.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import { BranchSelect, type BranchChoice } from "../transfers/branch-select.tsx";
import { DatedReasonFields, isDated, type DatedReason } from "../transfers/dated-reason.tsx";

/** The letter somebody brought from outside, and the branch that takes him in (M13). */
export interface ArrivalLetter extends DatedReason {
  readonly branchId: string;
  readonly heading: string;
  readonly number: string;
  readonly duesPaidUntil: string;
}

export interface ArrivalLetterFieldsProps {
  readonly language: Language;
  readonly branches: readonly BranchChoice[];
  readonly letter: ArrivalLetter;
  readonly onLetter: (letter: ArrivalLetter) => void;
}

export function ArrivalLetterFields({ language, branches, letter, onLetter }: ArrivalLetterFieldsProps) {
  const words = transferFormsWords[language];
  const set = (part: Partial<ArrivalLetter>) => onLetter({ ...letter, ...part });
  return (
    <>
      <Field label={words.arrival.heading} required>
        <Input value={letter.heading} maxLength={200} onChange={(_, { value }) => set({ heading: value })} />
      </Field>
      <Field label={words.arrival.number}>
        <Input value={letter.number} maxLength={60} onChange={(_, { value }) => set({ number: value })} />
      </Field>
      <Field label={words.dues}>
        <Input type="month" value={letter.duesPaidUntil} onChange={(_, { value }) => set({ duesPaidUntil: value })} />
      </Field>
      <BranchSelect {...{ language, branches, branch: letter.branchId }} onBranch={(branchId) => set({ branchId })} />
      <DatedReasonFields language={language} value={letter} onValue={set} />
    </>
  );
}

export function newArrivalLetter(on: string): ArrivalLetter {
  return { on, reason: "", branchId: "", heading: "", number: "", duesPaidUntil: "" };
}

export function isArrivalComplete(letter: ArrivalLetter): boolean {
  return letter.branchId !== "" && letter.heading.trim().length > 1 && isDated(letter);
}
