import { Button } from "@fluentui/react-components";
import type { WhatIfView } from "#core/protocol/report/report-tracing.ts";
import type { Language } from "#core/wording/language.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import { sayCellTitle } from "#addin/wording/report/say-cell-title.ts";

export interface WhatIfProps {
  readonly language: Language;
  readonly moved: WhatIfView;
  readonly onCell: (cell: string) => void;
}

/** Numbers, checks and conditions of submitting that a correction would move; nothing of it is saved yet (R12). */
export function WhatIf({ language, moved, onCell }: WhatIfProps) {
  const words = reportTraceWords[language].correct;
  const { cells, checks, standings } = moved;
  return (
    <div className="trace-what-if" role="status">
      {cells.length + checks.length + standings.length === 0 && <p>{words.movesNothing}</p>}
      {cells.length > 0 && <h4>{`${words.moves} ${cells.length}`}</h4>}
      <ul>
        {cells.slice(0, MOST_SHOWN).map(({ cell, title, before, after }) => (
          <li key={cell}>
            <Button size="small" appearance="transparent" onClick={() => onCell(cell)}>
              {cell}
            </Button>
            {` ${sayCellTitle(language, title)}　${before} → `}
            <strong>{after}</strong>
          </li>
        ))}
      </ul>
      {cells.length > MOST_SHOWN && <p>{`+ ${cells.length - MOST_SHOWN}`}</p>}
      {checks.length > 0 && <h4>{`${words.checks} ${checks.length}`}</h4>}
      <ul>
        {checks.slice(0, MOST_SHOWN).map(({ code, line, text, becomes }) => (
          <li key={`${code} ${line}`} data-becomes={becomes}>
            <strong>{words.becomes[becomes]}</strong> {`${code}${line === "" ? "" : ` ${line}`}　${text}`}
          </li>
        ))}
      </ul>
      <Standings language={language} moved={moved} />
    </div>
  );
}

/** Where the report would stand: its open conditions, and whether it could be handed over (R7). */
function Standings({ language, moved: { standings, ready } }: Omit<WhatIfProps, "onCell">) {
  const words = reportTraceWords[language].correct;
  const { gate } = reportSubmissionWords[language];
  if (standings.length === 0) return null;
  const said = ({ passed, open, of }: WhatIfView["standings"][number]["before"]) =>
    passed && open === 0 ? gate.passed : gate.missing(open, of);
  const verdict = (isReady: boolean) => (isReady ? gate.ready : words.notReady);
  return (
    <>
      <h4>{`${words.standings} ${standings.length}`}</h4>
      <ul>
        {standings.map(({ what, before, after }) => (
          <li key={what}>
            {`${gate.lines[what]}　${said(before)} → `}
            <strong>{said(after)}</strong>
          </li>
        ))}
        {ready && (
          <li>
            {ready.before === ready.after ? "" : `${verdict(ready.before)} → `}
            <strong>{verdict(ready.after)}</strong>
          </li>
        )}
      </ul>
    </>
  );
}

const MOST_SHOWN = 40;
