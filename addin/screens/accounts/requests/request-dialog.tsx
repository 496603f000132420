import { useState } from "react";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { accountRequestsWords } from "#addin/wording/accounts/account-requests-words.ts";
import type { UnitListed } from "#core/protocol/accounts.ts";
import type { AccountsScreenProps } from "../accounts-screen-props.ts";
import { NEW_REQUEST, requestOf, requestProblems } from "./request-draft.ts";
import { RequestFields } from "./request-fields.tsx";

export interface RequestDialogProps {
  readonly props: AccountsScreenProps;
  readonly unit: UnitListed;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The written application of A4; it prints from the list once it has its number. */
export function RequestDialog({ props, unit, onDone, onClose }: RequestDialogProps) {
  const words = accountRequestsWords[props.language];
  const [draft, setDraft] = useState(NEW_REQUEST);
  const [touched, setTouched] = useState(false);
  const request = useRequest();
  const problems = requestProblems(draft, props.today);
  const confirm = () => {
    setTouched(true);
    if (problems.fields.size > 0 || problems.term !== undefined) return;
    void request.run(() => props.requestAccount(requestOf(draft, unit.id)), onDone);
  };
  return (
    <AskDialog
      around={props}
      width="720px"
      title={adminWords[props.language].pair(words.title, unit.name)}
      confirm={words.send}
      request={request}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p className="admin-muted">{words.twoPeople}</p>
      <RequestFields
        language={props.language}
        accounts={props.accounts.state === "ready" ? props.accounts.value : []}
        draft={draft}
        onDraft={setDraft}
        problems={touched ? problems : null}
      />
    </AskDialog>
  );
}
