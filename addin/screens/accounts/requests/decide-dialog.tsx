import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { accountRequestsWords } from "#addin/wording/accounts/account-requests-words.ts";
import type { AccountRequestListed } from "#core/protocol/accounts.ts";
import type { AccountsScreenProps } from "../accounts-screen-props.ts";
import { RequestFactsList } from "./request-facts-list.tsx";

export interface DecideDialogProps {
  readonly props: AccountsScreenProps;
  readonly request: AccountRequestListed;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function DecideDialog({ props, request: listed, onDone, onClose }: DecideDialogProps) {
  const words = accountRequestsWords[props.language];
  const [remark, setRemark] = useState("");
  const [missing, setMissing] = useState(false);
  const request = useRequest();
  const decide = (approve: boolean) => {
    const isMissing = !approve && remark.trim() === "";
    setMissing(isMissing);
    if (!isMissing) void request.run(() => props.decideRequest(listed.id, { approve, remark: remark.trim() }), onDone);
  };
  const refuse = (
    <Button disabledFocusable={request.busy} onClick={() => decide(false)}>
      {words.refuse}
    </Button>
  );
  return (
    <AskDialog
      around={props}
      width="600px"
      title={words.decideTitle(listed.number)}
      confirm={words.approve}
      request={request}
      onConfirm={() => decide(true)}
      onClose={onClose}
      further={refuse}
    >
      <RequestFactsList language={props.language} listed={listed} />
      <Field label={words.remark} hint={words.remarkHint} validationMessage={missing ? words.remarkMissing : null}>
        <Textarea maxLength={500} value={remark} onChange={(_, { value }) => setRemark(value)} />
      </Field>
    </AskDialog>
  );
}
