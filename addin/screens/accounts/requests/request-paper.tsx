import type { Language } from "#core/wording/language.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { accountRequestsWords } from "#addin/wording/accounts/account-requests-words.ts";
import type { AccountRequestListed } from "#core/protocol/accounts.ts";
import { requestFacts } from "./request-facts.ts";
import "./request-paper.css";

export interface RequestPaperProps {
  readonly language: Language;
  readonly listed: AccountRequestListed;
}

/** The application as paper: the facts as typed, room for opinions, signatures and seals. */
export function RequestPaper({ language, listed }: RequestPaperProps) {
  const words = accountRequestsWords[language];
  const decided = listed.decidedBy === null ? "" : `${words.states[listed.state]} ${listed.remark} ${listed.decidedBy}`;
  return (
    <div className="request-paper">
      <h1>{words.paper.title}</h1>
      <p>{adminWords[language].pair(words.number, listed.number)}</p>
      <table>
        <tbody>
          {requestFacts(language, listed).map(([label, text]) => (
            <tr key={label}>
              <th>{label}</th>
              <td>{text}</td>
            </tr>
          ))}
          <OpinionRow label={words.paper.applicant} text="" words={words.paper} />
          <OpinionRow label={words.paper.opinion} text={decided} words={words.paper} />
        </tbody>
      </table>
    </div>
  );
}

function OpinionRow(props: {
  readonly label: string;
  readonly text: string;
  readonly words: { readonly signature: string; readonly seal: string; readonly date: string };
}) {
  return (
    <tr className="request-opinion">
      <th>{props.label}</th>
      <td>
        <p>{props.text}</p>
        <p className="request-signature">
          {props.words.signature}：＿＿＿＿＿＿　{props.words.seal}
        </p>
        <p className="request-signature">{props.words.date}</p>
      </td>
    </tr>
  );
}
