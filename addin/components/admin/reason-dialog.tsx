import { Field, Textarea } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import type { Result } from "#core/kernel/result.ts";
import { AskDialog } from "./ask-dialog.tsx";
import type { ShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { Surroundings } from "./surroundings.ts";
import { useRequest } from "./use-request.ts";

export interface ReasonDialogProps<T> {
  readonly around: Surroundings;
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** Fewest characters of the reason; 0 where it may stay empty. */
  readonly least: number;
  readonly ask: (reason: string) => Promise<Result<T, ShownRefusal>>;
  readonly onDone: (value: T) => void;
  readonly onClose: () => void;
  /** What else has to be given, above the reason. */
  readonly children?: ReactNode;
}

/** Asks for the reason that goes into the audit, then does it. */
export function ReasonDialog<T>(props: ReasonDialogProps<T>) {
  const { around, least } = props;
  const words = adminWords[around.language];
  const [reason, setReason] = useState("");
  const [touched, setTouched] = useState(false);
  const request = useRequest();
  const tooShort = reason.trim().length < least;
  const confirm = () => {
    setTouched(true);
    if (!tooShort) void request.run(() => props.ask(reason.trim()), props.onDone);
  };
  return (
    <AskDialog
      around={around}
      title={props.title}
      confirm={props.confirm}
      request={request}
      onConfirm={confirm}
      onClose={props.onClose}
    >
      <p>{props.text}</p>
      {props.children}
      <Field
        label={words.reason}
        required={least > 0}
        hint={least > 0 && !(touched && tooShort) ? words.reasonLeast(least) : null}
        validationMessage={touched && tooShort ? words.reasonLeast(least) : null}
      >
        <Textarea value={reason} onChange={(_, { value }) => setReason(value)} rows={3} maxLength={500} />
      </Field>
    </AskDialog>
  );
}
