import { Button } from "@fluentui/react-components";
import type { SubmissionView } from "#core/protocol/report/reports.ts";
import type { Language } from "#core/wording/language.ts";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { labelled } from "#addin/wording/labelled.ts";
import type { ReportSubmissionWords } from "#addin/wording/report/report-submission-phrases.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import "../report-submission.css";

export interface SubmissionHistoryProps {
  readonly language: Language;
  readonly history: SubmissionView["history"];
  readonly onCell: (cell: string) => void;
}

type Handing = SubmissionView["history"][number];

/** Every handing-over, newest first: when, by whom, what became of it, remarks that lead to their cells (R8). */
export function SubmissionHistory({ language, history, onCell }: SubmissionHistoryProps) {
  const words = reportSubmissionWords[language];
  return (
    <section className="report-part" aria-label={words.history.title}>
      <h2>{words.history.title}</h2>
      {history.length === 0 && <p>{words.history.none}</p>}
      <ul className="handing-history">
        {history.map((handing) => (
          <li key={handing.id}>
            <p>
              <strong>{words.history.number(handing.number)}</strong>
              {"　"}
              <span className="report-state" data-state={handing.state}>
                {stateOf(words, handing.state)}
              </span>
              {"　"}
              {words.history.submitted(sayInstant(handing.submittedAt), handing.who)}
              {"　"}
              {handing.seenAt === null ? words.history.unseen : words.history.seen(sayInstant(handing.seenAt))}
            </p>
            <Decision language={language} handing={handing} />
            <Remarks language={language} remarks={handing.remarks} onCell={onCell} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A service that is newer than this page may know another state; it is shown as it came. */
function stateOf(words: ReportSubmissionWords, state: string): string {
  const known: Readonly<Partial<Record<string, string>>> = words.states;
  return known[state] ?? state;
}

function Decision({ language, handing }: { readonly language: Language; readonly handing: Handing }) {
  const words = reportSubmissionWords[language];
  if (handing.decidedAt === null) return null;
  const { decidedAt, decidedBy, decisionReason, state } = handing;
  const done = `${words.history.decided(sayInstant(decidedAt), decidedBy)} ${stateOf(words, state)}`;
  return <p>{decisionReason === "" ? done : labelled(language, done, decisionReason)}</p>;
}

function Remarks({ language, remarks, onCell }: Pick<SubmissionHistoryProps, "language" | "onCell"> & RemarksOf) {
  const words = reportSubmissionWords[language];
  if (remarks.length === 0) return null;
  return (
    <ul className="report-remarks" aria-label={words.history.remarks}>
      {remarks.map(({ cell, text, who, at }) => (
        <li key={`${cell} ${at} ${text}`}>
          {cell === "" ? (
            words.history.whole
          ) : (
            <Button
              size="small"
              appearance="subtle"
              className="report-link"
              aria-label={words.goTo(cell)}
              onClick={() => onCell(cell)}
            >
              {cell}
            </Button>
          )}{" "}
          {text}
          <span className="admin-muted">{`　${who} ${sayInstant(at)}`}</span>
        </li>
      ))}
    </ul>
  );
}

type RemarksOf = Pick<Handing, "remarks">;
