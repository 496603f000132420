import { Fragment } from "react";
import type { Language } from "#core/wording/language.ts";
import type { AccountRequestListed } from "#core/protocol/accounts.ts";
import { requestFacts } from "./request-facts.ts";

export interface RequestFactsListProps {
  readonly language: Language;
  readonly listed: AccountRequestListed;
}

export function RequestFactsList({ language, listed }: RequestFactsListProps) {
  return (
    <dl className="admin-facts">
      {requestFacts(language, listed).map(([label, text]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
