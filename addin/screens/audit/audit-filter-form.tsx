import { Button, Field, Input, Tag } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState, type SubmitEvent } from "react";
import type { AdminWords } from "#addin/wording/accounts/admin-words.ts";
import type { AuditWords } from "#addin/wording/accounts/audit-words.ts";
import type { AuditFilter } from "./audit-screen-props.ts";

export interface AuditFilterFormProps {
  readonly words: AuditWords;
  readonly pair: AdminWords["pair"];
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
}

/** The record is typed or chosen in the table, the account chosen there only: nobody knows account ids by heart. */
export function AuditFilterForm({ words, pair, filter, onFilter }: AuditFilterFormProps) {
  const [record, setRecord] = useState(filter.record);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onFilter({ ...filter, record: record.trim() });
  };
  const clear = () => {
    setRecord("");
    onFilter({ record: "", account: null });
  };
  return (
    <form className="admin-bar" role="search" onSubmit={submit}>
      <Field label={words.recordFilter} className="audit-record">
        <Input value={record} placeholder={words.recordHint} onChange={(_, { value }) => setRecord(value)} />
      </Field>
      <Button type="submit">{words.apply}</Button>
      {filter.account === null ? (
        <span className="admin-muted audit-hint">{words.accountHint}</span>
      ) : (
        <Tag
          as="button"
          type="button"
          dismissible
          dismissIcon={<DismissRegular aria-label={words.dropAccount} />}
          onClick={() => onFilter({ ...filter, account: null })}
        >
          {pair(words.account, filter.account.holder)}
        </Tag>
      )}
      {(filter.record !== "" || filter.account !== null) && (
        <Button appearance="subtle" onClick={clear}>
          {words.clear}
        </Button>
      )}
    </form>
  );
}
