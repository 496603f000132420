import { Badge } from "@fluentui/react-components";
import { PermittedButton } from "#addin/components/admin/permitted-button.tsx";
import { PlainTable, type PlainColumn } from "#addin/components/admin/plain-table.tsx";
import type { Language } from "#core/wording/language.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { accountsWords } from "#addin/wording/accounts/accounts-words.ts";
import type { AccountListed } from "#core/protocol/accounts.ts";

export type AccountAction = "reset" | "disable" | "enable" | "unlock";

export interface AccountsTableProps {
  readonly language: Language;
  readonly accounts: readonly AccountListed[];
  readonly onAct: (action: AccountAction, account: AccountListed) => void;
}

export function AccountsTable(props: AccountsTableProps) {
  const words = accountsWords[props.language];
  return (
    <PlainTable
      caption={words.tabs.accounts}
      rows={props.accounts}
      keyOf={({ id }) => id}
      empty={words.empty}
      rowClass={({ state }) => (state === "disabled" ? "accounts-disabled" : undefined)}
      columns={columnsOf(props)}
    />
  );
}

function columnsOf(props: AccountsTableProps): readonly PlainColumn<AccountListed>[] {
  const words = accountsWords[props.language];
  const shared = adminWords[props.language];
  return [
    { key: "name", title: words.name, width: "100px", cell: ({ name }) => name },
    { key: "holder", title: words.holder, cell: ({ holder }) => holder },
    { key: "kind", title: words.kind, cell: ({ kind }) => shared.kindsShort[kind] },
    {
      key: "posts",
      title: words.posts,
      cell: ({ posts }) => posts.map((post) => shared.posts[post]).join(shared.listComma),
    },
    { key: "state", title: words.state, cell: (account) => <State language={props.language} account={account} /> },
    { key: "permission", title: words.permission, cell: ({ permission }) => shared.permissions[permission] },
    { key: "term", title: words.term, cell: (account) => <Term language={props.language} account={account} /> },
    {
      key: "actions",
      title: words.actions,
      width: "172px",
      cell: (account) => <Buttons {...props} account={account} />,
    },
  ];
}

interface CellProps {
  readonly language: Language;
  readonly account: AccountListed;
}

function State({ language, account }: CellProps) {
  const words = accountsWords[language];
  return (
    <span className="accounts-state">
      <Badge appearance="tint" color={account.state === "active" ? "success" : "danger"}>
        {words.states[account.state]}
      </Badge>
      {account.lockedUntil !== null && (
        <span className="accounts-locked">{words.locked(sayInstant(account.lockedUntil).slice(5))}</span>
      )}
    </span>
  );
}

function Term({ language, account }: CellProps) {
  const words = accountsWords[language];
  const { kind, from, to } = account.term;
  return (
    <>
      {words.terms[kind]}
      {kind !== "long-term" && <span className="admin-muted accounts-span">{words.termSpan(from, to)}</span>}
    </>
  );
}

function Buttons({ language, account, onAct }: CellProps & Pick<AccountsTableProps, "onAct">) {
  const words = accountsWords[language];
  const toggle = account.state === "active" ? "disable" : "enable";
  return (
    <div className="admin-row-buttons">
      <PermittedButton
        size="small"
        allowed={account.mayReset}
        whyNot={words.whyNot.reset}
        label={words.reset}
        target={account.name}
        onClick={() => onAct("reset", account)}
      />
      <PermittedButton
        size="small"
        allowed={account.mayDisable}
        whyNot={words.whyNot.disable}
        label={words[toggle]}
        target={account.name}
        onClick={() => onAct(toggle, account)}
      />
      {account.lockedUntil !== null && (
        <PermittedButton
          size="small"
          allowed={account.mayReset}
          whyNot={words.whyNot.reset}
          label={words.unlock}
          target={account.name}
          onClick={() => onAct("unlock", account)}
        />
      )}
    </div>
  );
}
