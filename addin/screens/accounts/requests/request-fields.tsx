import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Language } from "#core/wording/language.ts";
import { accountRequestsWords, type AccountRequestsWords } from "#addin/wording/accounts/account-requests-words.ts";
import { accountsWords } from "#addin/wording/accounts/accounts-words.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import type { AccountListed } from "#core/protocol/accounts.ts";
import { Choice } from "../choice.tsx";
import { needsPost, REQUEST_ACTIONS, REQUEST_POSTS, type RequestDraft, type RequestProblems } from "./request-draft.ts";
import { TermFields } from "../term-fields.tsx";

export interface RequestFieldsProps {
  readonly language: Language;
  readonly accounts: readonly AccountListed[];
  readonly draft: RequestDraft;
  readonly onDraft: (draft: RequestDraft) => void;
  /** null until the person has tried to send. */
  readonly problems: RequestProblems | null;
}

export function RequestFields(props: RequestFieldsProps) {
  const { language, draft, onDraft, problems } = props;
  const words = accountRequestsWords[language];
  const change = (part: Partial<RequestDraft>) => onDraft({ ...draft, ...part });
  const textField = (field: "holder" | "contact", label: string) => (
    <Field label={label} required validationMessage={messageOf(words, problems, field)}>
      <Input maxLength={60} value={draft[field]} onChange={(_, { value }) => change({ [field]: value })} />
    </Field>
  );
  return (
    <div className="accounts-form">
      <Choice
        label={words.action}
        options={REQUEST_ACTIONS.map((value) => ({ value, text: words.actions[value] }))}
        value={draft.action}
        onChange={(action) => change({ action, accountId: "" })}
      />
      <AccountOrName {...props} />
      <KindAndPost {...props} />
      {textField("holder", words.holder)}
      {textField("contact", words.contact)}
      <Choice
        label={words.permission}
        options={PERMISSIONS.map((value) => ({ value, text: adminWords[language].permissions[value] }))}
        value={draft.permission}
        onChange={(permission) => change({ permission })}
      />
      <div className="accounts-wide">
        <TermFields
          words={accountsWords[language]}
          term={draft.term}
          onTerm={(term) => change({ term })}
          problem={problems?.term}
        />
      </div>
      <Field
        className="accounts-wide"
        label={words.reason}
        required
        validationMessage={messageOf(words, problems, "reason")}
      >
        <Textarea maxLength={500} value={draft.reason} onChange={(_, { value }) => change({ reason: value })} />
      </Field>
    </div>
  );
}

const PERMISSIONS = ["read-write", "read-only"] as const;
const KINDS = ["unit", "person"] as const;

/** A new account gets a name; everything else is about one that exists. */
function AccountOrName({ language, accounts, draft, onDraft, problems }: RequestFieldsProps): ReactNode {
  const words = accountRequestsWords[language];
  if (draft.action === "make") {
    return (
      <Field label={words.accountName} hint={words.accountNameHint}>
        <Input
          maxLength={100}
          value={draft.accountName}
          onChange={(_, { value }) => onDraft({ ...draft, accountName: value })}
        />
      </Field>
    );
  }
  const choose = (accountId: string) => {
    const account = accounts.find(({ id }) => id === accountId);
    if (!account || account.kind === "duty") {
      onDraft({ ...draft, accountId: "" });
      return;
    }
    const { kind, permission, term } = account;
    const holder = draft.action === "hand-over" ? draft.holder : account.holder;
    onDraft({ ...draft, accountId, kind, permission, term, holder });
  };
  return (
    <Field label={words.account} required validationMessage={messageOf(words, problems, "accountId")}>
      <Select value={draft.accountId} onChange={(_, { value }) => choose(value)}>
        <option value="">—</option>
        {accounts.map(({ id, name, holder }) => (
          <option key={id} value={id}>
            {`${name} ${holder}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function KindAndPost({ language, draft, onDraft, problems }: RequestFieldsProps): ReactNode {
  const words = accountRequestsWords[language];
  const shared = adminWords[language];
  return (
    <>
      <Choice
        label={words.kind}
        disabled={draft.action !== "make"}
        options={KINDS.map((value) => ({ value, text: shared.accountKinds[value] }))}
        value={draft.kind}
        onChange={(kind) => onDraft({ ...draft, kind })}
      />
      <Choice
        label={words.post}
        disabled={!needsPost(draft)}
        options={[
          { value: "" as const, text: needsPost(draft) ? "—" : words.noPost },
          ...REQUEST_POSTS.map((value) => ({ value, text: shared.posts[value] })),
        ]}
        value={needsPost(draft) ? draft.post : ""}
        onChange={(post) => onDraft({ ...draft, post })}
        problem={messageOf(words, problems, "post")}
      />
    </>
  );
}

function messageOf(
  words: AccountRequestsWords,
  problems: RequestProblems | null,
  field: keyof AccountRequestsWords["problems"],
): string | null {
  return problems?.fields.has(field) === true ? words.problems[field] : null;
}
