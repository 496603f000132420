import { Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { accountsWords } from "#addin/wording/accounts/accounts-words.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import type { UnitListed } from "#core/protocol/accounts.ts";
import type { AccountsScreenProps } from "./accounts-screen-props.ts";
import { unitProblems, type UnitDraft, type UnitDraftProblem } from "./unit-draft.ts";
import { KINDS_BELOW } from "./unit-tree.ts";

export interface MakeUnitDialogProps {
  readonly props: AccountsScreenProps;
  readonly parent: UnitListed;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function MakeUnitDialog({ props, parent, onDone, onClose }: MakeUnitDialogProps) {
  const words = accountsWords[props.language].unit;
  const kinds = KINDS_BELOW[parent.kind].filter((kind) => kind !== "committee");
  const [draft, setDraft] = useState<UnitDraft>({ name: "", shortName: "", code: "", kind: kinds[0] ?? "branch" });
  const [touched, setTouched] = useState(false);
  const request = useRequest();
  const problems = unitProblems(draft);
  const confirm = () => {
    setTouched(true);
    if (problems.size > 0) return;
    const asked = {
      ...{ parentId: parent.id, kind: draft.kind, name: draft.name.trim() },
      ...{ shortName: draft.shortName.trim(), code: draft.code.trim() },
    };
    void request.run(() => props.makeUnit(asked), onDone);
  };
  const textField = (field: UnitDraftProblem, hint: string | null) => (
    <Field
      label={words[field]}
      required
      hint={hint}
      validationMessage={touched && problems.has(field) ? words.problems[field] : null}
    >
      <Input value={draft[field]} maxLength={100} onChange={(_, { value }) => setDraft({ ...draft, [field]: value })} />
    </Field>
  );
  return (
    <AskDialog
      around={props}
      title={words.title(parent.name)}
      confirm={words.confirm}
      request={request}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Field label={words.kind} required>
        <Select
          value={draft.kind}
          onChange={(_, { value }) => setDraft({ ...draft, kind: kinds.find((kind) => kind === value) ?? draft.kind })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {adminWords[props.language].units[kind]}
            </option>
          ))}
        </Select>
      </Field>
      {textField("name", null)}
      {textField("shortName", words.shortNameHint)}
      {textField("code", words.codeHint)}
    </AskDialog>
  );
}
