import {
  Button,
  Checkbox,
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
import { ModalDialog } from "#addin/components/dialogs/modal-dialog.tsx";
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
  const [given, setGiven] = useState<Given>({ score: "", reason: "", answers: false });
  return (
    <ModalDialog busy={busy} onClose={props.onClose}>
      <DialogSurface className="ledger-dialog">
        <DialogBody>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogContent className="ledger-form">
            {act.warns && <Bar intent="warning" text={words.warning} />}
            <ActFields props={props} given={given} onGiven={setGiven} />
            {props.refusal !== null && <Bar intent="error" text={props.refusal} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose} disabled={busy}>
              {words.cancel}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={busy || isMissing(act, given)}
              onClick={() => props.onConfirm(given)}
            >
              {words.confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ModalDialog>
  );
}

interface Given {
  readonly score: string;
  readonly reason: string;
  readonly answers: boolean;
}

function isMissing(act: ItemAct, { score, reason, answers }: Given): boolean {
  const lacksScore = act.kind !== "handling" && score.trim() === "";
  return lacksScore || (act.asksReason && reason.trim() === "") || (act.warns && !answers);
}

interface ActFieldsProps {
  readonly props: ActDialogProps;
  readonly given: Given;
  readonly onGiven: (given: Given) => void;
}

function ActFields({ props, given, onGiven }: ActFieldsProps) {
  const { act } = props;
  const words = workbenchWords(props.language).card;
  return (
    <>
      {act.kind !== "handling" && (
        <Field label={words.newScore} hint={words.oldScore(props.present)} required>
          <Input
            value={given.score}
            inputMode="decimal"
            onChange={(_, data) => onGiven({ ...given, score: data.value })}
          />
        </Field>
      )}
      {act.asksReason ? (
        <Field label={isContest(act) ? words.statement : words.reason} required>
          <Textarea
            value={given.reason}
            rows={3}
            maxLength={500}
            onChange={(_, data) => onGiven({ ...given, reason: data.value })}
          />
        </Field>
      ) : (
        <p>{words.confirmAction(props.title)}</p>
      )}
      {act.warns && (
        <Checkbox
          label={words.acknowledge}
          checked={given.answers}
          onChange={(_, data) => onGiven({ ...given, answers: data.checked === true })}
        />
      )}
    </>
  );
}

function Bar({ intent, text }: { readonly intent: "warning" | "error"; readonly text: string }) {
  return (
    <MessageBar intent={intent} layout="multiline" role={intent === "error" ? "alert" : "note"}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
