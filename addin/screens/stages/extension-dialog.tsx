import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { stagesWords } from "#addin/wording/ledger/stages-words.ts";
import type { WindowView } from "#core/protocol/ledgers.ts";
import { checkExtension, type ExtensionDraft } from "./check-extension.ts";
import type { LevelAt } from "./level-at.ts";
import { STAGES } from "./stage-draft.ts";
import { extendableUnits } from "./unit-names.ts";

export interface ExtensionDialogProps {
  readonly at: LevelAt & { readonly view: WindowView };
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const LEAST_REASON = 6;

export function ExtensionDialog({ at, onDone, onClose }: ExtensionDialogProps) {
  const { props, level, view } = at;
  const words = stagesWords[props.language];
  const shared = adminWords[props.language];
  const [draft, setDraft] = useState<ExtensionDraft>({ unitId: "", stage: "filling", to: "" });
  const [reason, setReason] = useState("");
  const [touched, setTouched] = useState(false);
  const request = useRequest();
  const problem = checkExtension(draft, view);
  const reasonShort = reason.trim().length < LEAST_REASON;
  const messageAt = (places: readonly string[]) =>
    touched && problem && places.includes(problem) ? words.extendProblems[problem] : null;
  const confirm = () => {
    setTouched(true);
    if (problem !== undefined || reasonShort) return;
    void request.run(() => props.extend({ ...draft, level, year: props.year, reason: reason.trim() }), onDone);
  };
  return (
    <AskDialog
      around={props}
      title={words.extendTitle(shared.levels[level])}
      confirm={words.extend}
      request={request}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Field label={words.extendUnit} required validationMessage={messageAt(["unit"])}>
        <Select value={draft.unitId} onChange={(_, { value }) => setDraft({ ...draft, unitId: value })}>
          <option value="">—</option>
          {extendableUnits(props.units, props.unitId, level).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <StageChoice at={at} draft={draft} onDraft={setDraft} message={messageAt(["not-set"])} />
      <Field
        label={words.extendTo}
        required
        hint={words.extendHint(view.spans[draft.stage]?.to ?? shared.none)}
        validationMessage={messageAt(["not-later"])}
      >
        <Input type="date" value={draft.to} onChange={(_, { value }) => setDraft({ ...draft, to: value })} />
      </Field>
      <Field
        label={shared.reason}
        required
        hint={touched && reasonShort ? null : shared.reasonLeast(LEAST_REASON)}
        validationMessage={touched && reasonShort ? shared.reasonLeast(LEAST_REASON) : null}
      >
        <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </AskDialog>
  );
}

function StageChoice(choice: {
  readonly at: ExtensionDialogProps["at"];
  readonly draft: ExtensionDraft;
  readonly onDraft: (draft: ExtensionDraft) => void;
  readonly message: string | null;
}) {
  const words = stagesWords[choice.at.props.language];
  const choose = (value: string) => {
    const stage = STAGES.find((known) => known === value);
    if (stage) choice.onDraft({ ...choice.draft, stage });
  };
  return (
    <Field label={words.extendStage} required validationMessage={choice.message}>
      <Select value={choice.draft.stage} onChange={(_, { value }) => choose(value)}>
        {STAGES.map((stage) => (
          <option key={stage} value={stage}>
            {words.stages[stage]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
