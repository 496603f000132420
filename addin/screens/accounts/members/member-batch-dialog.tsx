import { Field, MessageBar, MessageBarBody, Textarea } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { AskDialog } from "#addin/components/admin/ask-dialog.tsx";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import { useRequest } from "#addin/components/admin/use-request.ts";
import { accountsWords } from "#addin/wording/accounts/accounts-words.ts";
import { memberBatchWords } from "#addin/wording/accounts/member-batch-words.ts";
import type { AccountSlip, MemberAccountsAnswer, UnitListed } from "#core/protocol/accounts.ts";
import { LONG_TERM, termProblem } from "../account-term.ts";
import type { AccountsScreenProps } from "../accounts-screen-props.ts";
import { countRows, membersOf } from "./member-list.ts";
import { MemberPreview } from "./member-preview.tsx";
import { parseMemberRows, type MemberRow } from "./parse-member-rows.ts";
import { TermFields } from "../term-fields.tsx";

export interface MemberBatchDialogProps {
  readonly props: AccountsScreenProps;
  readonly branch: UnitListed;
  readonly onSlips: (slips: readonly AccountSlip[]) => void;
  readonly onClose: () => void;
}

/** Paste, look at every row's check, send. Who was not made is named; the slips of the others follow. */
export function MemberBatchDialog({ props, branch, onSlips, onClose }: MemberBatchDialogProps) {
  const words = memberBatchWords[props.language];
  const [text, setText] = useState("");
  const [term, setTerm] = useState(LONG_TERM);
  const [touched, setTouched] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const request = useRequest();
  const rows = useMemo(() => parseMemberRows(text), [text]);
  const { good, bad } = countRows(rows);
  const wrongTerm = termProblem(term, props.today);
  const why = whyNot({ rows, touched, words });

  const finish = (answer: MemberAccountsAnswer) => {
    onSlips(answer.slips);
    if (answer.refused.length === 0) onClose();
    setText("");
    setRefused(
      answer.refused.map(({ row, refusal }) => `${rows[row]?.name ?? ""}: ${sayShownRefusal(props.language, refusal)}`),
    );
  };
  const confirm = () => {
    setTouched(true);
    if (good === 0 || bad > 0 || wrongTerm !== undefined) return;
    void request.run(() => props.makeMembers({ branchId: branch.id, members: membersOf(rows), term }), finish);
  };

  return (
    <AskDialog
      around={props}
      width="960px"
      title={words.title(branch.name)}
      confirm={request.busy ? words.sending : words.send(good)}
      request={request}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="member-batch">
        <div className="member-batch-entry">
          <Field label={words.paste} hint={words.pasteHint} validationMessage={why}>
            <Textarea
              rows={13}
              value={text}
              placeholder={words.placeholder}
              onChange={(_, { value }) => setText(value)}
              textarea={{ spellCheck: false }}
            />
          </Field>
          <TermFields
            words={accountsWords[props.language]}
            term={term}
            onTerm={setTerm}
            problem={touched ? wrongTerm : undefined}
          />
        </div>
        <MemberPreview words={words} rows={rows} />
      </div>
      {refused.length > 0 && <RefusedRows title={words.refusedTitle(refused.length)} sentences={refused} />}
    </AskDialog>
  );
}

function whyNot(at: {
  readonly rows: readonly MemberRow[];
  readonly touched: boolean;
  readonly words: (typeof memberBatchWords)["zh-CN"];
}): string | null {
  if (!at.touched) return null;
  if (at.rows.length === 0) return at.words.nothingToSend;
  return countRows(at.rows).bad > 0 ? at.words.fixFirst : null;
}

function RefusedRows({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        {title}
        <ul className="member-batch-refused">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
