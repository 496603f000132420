import { Checkbox, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { Result } from "#core/kernel/result.ts";
import type { ActOnTransfers, TransferListed, TransfersAnswer } from "#core/protocol/records/transfers.ts";
import type { Language } from "#core/wording/language.ts";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { transferFormsWords } from "#addin/wording/procedures/transfer-forms-words.ts";
import { transfersWords, type LetterAct } from "#addin/wording/procedures/transfers-words.ts";
import { BranchSelect, type BranchChoice } from "./branch-select.tsx";
import { DestinationFields } from "./destination-fields.tsx";
import { askedOf, newLetterAct, type LetterActDraft } from "./letter-acts.ts";

export interface LetterActDialogProps {
  readonly language: Language;
  readonly act: LetterAct;
  readonly letters: readonly TransferListed[];
  readonly branches: readonly BranchChoice[];
  readonly today: string;
  readonly ask: (asked: ActOnTransfers) => Promise<Result<TransfersAnswer, ShownRefusal>>;
  readonly onDone: (answer: TransfersAnswer) => void;
  readonly onClose: () => void;
}

/** The day of an act and what else it needs; the same for all letters that are ticked. */
export function LetterActDialog({ language, act, letters, branches, today, ask, ...on }: LetterActDialogProps) {
  const words = transfersWords[language];
  const [draft, setDraft] = useState<LetterActDraft>(() => newLetterAct(today));
  const [touched, setTouched] = useState(false);
  const request = useRequest();
  const ids = letters.map(({ id }) => id);
  const asked = askedOf(act, ids, draft);
  const confirm = () => {
    setTouched(true);
    if (asked) void request.run(() => ask(asked), on.onDone);
  };
  return (
    <AskDialog
      around={{ language }}
      title={words.actTitle[act](letters.length)}
      confirm={words.acts[act]}
      request={request}
      blocked={!asked}
      onConfirm={confirm}
      onClose={on.onClose}
    >
      <p>{letters.map(({ name }) => name).join(adminWords[language].listComma)}</p>
      <ActFields language={language} act={act} branches={branches} draft={draft} onDraft={setDraft} />
      {touched && !asked && <p role="alert">{transferFormsWords[language].incomplete}</p>}
    </AskDialog>
  );
}

interface ActFieldsProps extends Pick<LetterActDialogProps, "language" | "act" | "branches"> {
  readonly draft: LetterActDraft;
  readonly onDraft: (draft: LetterActDraft) => void;
}

const REASONED: readonly LetterAct[] = ["decline", "endorse", "revoke"];

function ActFields({ language, act, branches, draft, onDraft }: ActFieldsProps) {
  const words = transferFormsWords[language];
  const set = (part: Partial<LetterActDraft>) => onDraft({ ...draft, ...part });
  return (
    <>
      <Field label={words.on} required>
        <Input type="date" value={draft.on} onChange={(_, { value }) => set({ on: value })} />
      </Field>
      {act === "receive" && (
        <BranchSelect
          language={language}
          branches={branches}
          branch={draft.branchId}
          onBranch={(branchId) => set({ branchId })}
        />
      )}
      {act === "issue" && (
        <Field label={words.dues} hint={words.duesHint}>
          <Input type="month" value={draft.duesPaidUntil} onChange={(_, { value }) => set({ duesPaidUntil: value })} />
        </Field>
      )}
      {act === "release" && (
        <Checkbox
          label={transfersWords[language].compared}
          checked={draft.compared}
          onChange={(_, { checked }) => set({ compared: checked === true })}
        />
      )}
      {act === "endorse" && <DestinationFields language={language} to={draft.to} onTo={(to) => set({ to })} />}
      {REASONED.includes(act) && (
        <Field label={words.reason} required>
          <Input value={draft.reason} maxLength={500} onChange={(_, { value }) => set({ reason: value })} />
        </Field>
      )}
    </>
  );
}
