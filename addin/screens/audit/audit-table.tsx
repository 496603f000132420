import { Badge, Button, Link } from "@fluentui/react-components";
import { PlainTable, type PlainColumn } from "#addin/components/admin/plain-table.tsx";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { auditWords, type AuditWords } from "#addin/wording/accounts/audit-words.ts";
import type { AuditListed } from "#core/protocol/audit.ts";
import type { AuditPage, AuditScreenProps } from "./audit-screen-props.ts";

export function AuditTable({ props, page }: { readonly props: AuditScreenProps; readonly page: AuditPage }) {
  const words = auditWords[props.language];
  const { record, account } = props.filter;
  const numbers = page.entries.map(({ number }) => number);
  return (
    <section className="admin-card admin-flush">
      <PlainTable
        caption={words.title}
        rows={page.entries}
        keyOf={({ number }) => String(number)}
        empty={record === "" && account === null ? words.empty : words.noneFiltered}
        columns={columnsOf(words, props)}
      />
      <nav className="audit-paging" aria-label={words.title}>
        <span className="admin-muted" aria-live="polite">
          {numbers.length > 0 && words.range(Math.min(...numbers), Math.max(...numbers))}
        </span>
        <Button size="small" disabledFocusable={!page.hasNewer} onClick={props.onNewer}>
          {words.newer}
        </Button>
        <Button size="small" disabledFocusable={!page.hasOlder} onClick={props.onOlder}>
          {words.older}
        </Button>
      </nav>
    </section>
  );
}

function columnsOf(words: AuditWords, { filter, onFilter }: AuditScreenProps): readonly PlainColumn<AuditListed>[] {
  return [
    { key: "number", title: words.number, width: "40px", numeric: true, cell: ({ number }) => number },
    { key: "at", title: words.at, width: "104px", cell: ({ at }) => sayInstant(at) },
    {
      key: "account",
      title: words.account,
      width: "64px",
      cell: ({ accountId, holder }) =>
        accountId === null ? (
          <span className="admin-muted">{words.nobody}</span>
        ) : (
          <Link onClick={() => onFilter({ ...filter, account: { id: accountId, holder } })}>{holder || accountId}</Link>
        ),
    },
    {
      key: "from",
      title: words.from,
      width: "84px",
      cell: ({ from }) => (from === "cli" ? words.commandLine : from),
    },
    { key: "action", title: words.action, width: "84px", cell: ({ action }) => words.actions[action] ?? action },
    {
      key: "record",
      title: words.record,
      cell: ({ record }) => (
        <Link className="audit-name" onClick={() => onFilter({ ...filter, record })}>
          {record}
        </Link>
      ),
    },
    { key: "outcome", title: words.outcome, width: "44px", cell: ({ outcome }) => <Outcome {...{ words, outcome }} /> },
    { key: "why", title: words.why, cell: ({ why }) => why },
    { key: "changes", title: words.changes, cell: ({ fields }) => <Changes words={words} fields={fields} /> },
  ];
}

function Outcome(props: { readonly words: AuditWords; readonly outcome: AuditListed["outcome"] }) {
  return (
    <Badge appearance="tint" color={props.outcome === "done" ? "success" : "danger"}>
      {props.words.outcomes[props.outcome]}
    </Badge>
  );
}

function Changes(props: { readonly words: AuditWords; readonly fields: AuditListed["fields"] }) {
  return (
    <ul className="audit-changes">
      {props.fields.map((field) => (
        <li key={field.field}>
          <b>{field.field}</b> {changeText(props.words, field)}
        </li>
      ))}
    </ul>
  );
}

function changeText(words: AuditWords, field: AuditListed["fields"][number]): string {
  if (field.hidden) return words.sensitive;
  return `${field.old ?? words.emptyValue} → ${field.new ?? words.emptyValue}`;
}
