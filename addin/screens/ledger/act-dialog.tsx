import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Textarea,
} from "@fluentui/react-components";
import { useState } from "react";
import { workbenchWords } from "#addin/wording/workbench-words.ts";
import type { Language } from "#core/wording/language.ts";
import { isContest, type ItemAct } from "./item-action.ts";

export interface ActDialogProps {
  readonly language: Language;
  readonly act: ItemAct;
  readonly title: string;
  readonly present: string;
  readonly busy: boolean;
  readonly refusal: string | null;
  readonly onConfirm: (given: { readonly score: string; readonly reason: string }) => void;
  readonly onClose: () => void;
}

/** Asks what the action needs: a score, a reason, and the word that the officer answers for it. */
export function ActDialog(props: ActDialogProps) {
  const { act, busy } = props;
  const words = workbenchWords(props.language).card;
  const [score, setScore] = useState("");
  const [reason, setReason] = useState("");
  const [answers, setAnswers] = useState(false);
  const scores = act.kind !== "handling";
  const missing =
    (scores && score.trim() === "") || (act.asksReason && reason.trim() === "") || (act.warns && !answers);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && !busy && props.onClose()}>
      <DialogSurface className="ledger-dialog">
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className="ledger-form">
            {act.warns && <Warning text={words.warning} />}
            {scores && (
              <Field label={words.newScore} hint={words.oldScore(props.present)} required>
                <Input value={score} inputMode="decimal" onChange={(_, data) => setScore(data.value)} />
              </Field>
            )}
            {act.asksReason ? (
              <Field label={isContest(act) ? words.statement : words.reason} required>
                <Textarea value={reason} rows={3} maxLength={500} onChange={(_, data) => setReason(data.value)} />
              </Field>
            ) : (
              <p>{words.confirmAction(props.title)}</p>
            )}
            {act.warns && (
              <Checkbox
                label={words.acknowledge}
                checked={answers}
                onChange={(_, data) => setAnswers(data.checked === true)}
              />
            )}
            {props.refusal !== null && <Refused text={props.refusal} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose} disabled={busy}>
              {words.cancel}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={busy || missing}
              onClick={() => props.onConfirm({ score, reason })}
            >
              {words.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Warning({ text }: { readonly text: string }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

function Refused({ text }: { readonly text: string }) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
