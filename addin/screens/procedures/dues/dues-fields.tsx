import { Field, Input } from "@fluentui/react-components";
import type { PaymentKind } from "#core/people/dues/dues-paid.ts";
import type { Language } from "#core/wording/language.ts";
import { ChoiceSelect } from "#addin/components/procedures/choice-select.tsx";
import { duesWords } from "#addin/wording/procedures/dues-words.ts";
import type { DuesDraft } from "./dues-draft.ts";

export interface DuesFieldsProps {
  readonly language: Language;
  readonly draft: DuesDraft;
  readonly onDraft: (draft: DuesDraft) => void;
}

const KINDS: readonly PaymentKind[] = ["monthly", "reduced", "exempt", "voluntary"];

/** Months, day, kind, amount and approval of a batch (M20). */
export function DuesFields({ language, draft, onDraft }: DuesFieldsProps) {
  const words = duesWords[language];
  const { kind } = draft;
  const box = (key: "from" | "to" | "paidOn", type: "month" | "date") => (
    <Field label={words[key]} required>
      <Input type={type} value={draft[key]} onChange={(_, { value }) => onDraft({ ...draft, [key]: value })} />
    </Field>
  );
  return (
    <div className="procedure-fields">
      {box("from", "month")}
      {kind !== "voluntary" && box("to", "month")}
      {box("paidOn", "date")}
      <ChoiceSelect
        label={words.kind}
        choices={KINDS.map((one) => ({ value: one, label: words.kinds[one] }))}
        value={kind}
        onValue={(value) => onDraft({ ...draft, kind: value as PaymentKind })}
      />
      {kind !== "exempt" && (
        <Field
          label={kind === "voluntary" ? words.giftAmount : words.amount}
          hint={kind === "voluntary" ? null : words.amountHint}
          required={kind === "voluntary"}
        >
          <Input
            inputMode="decimal"
            value={draft.amount}
            maxLength={12}
            onChange={(_, { value }) => onDraft({ ...draft, amount: value })}
          />
        </Field>
      )}
      {kind !== "monthly" && (
        <Field label={words.approval} hint={words.approvalHint} required>
          <Input
            value={draft.approval}
            maxLength={500}
            onChange={(_, { value }) => onDraft({ ...draft, approval: value })}
          />
        </Field>
      )}
    </div>
  );
}
