import { Button } from "@fluentui/react-components";
import type { WhatIfView } from "#core/protocol/reports.ts";
import type { Language } from "#core/wording/language.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";

export interface WhatIfProps {
  readonly language: Language;
  readonly moved: WhatIfView;
  readonly onCell: (cell: string) => void;
}

/** Numbers and checks that a correction would move; nothing of it is saved yet (R12). */
export function WhatIf({ language, moved, onCell }: WhatIfProps) {
  const words = reportTraceWords[language].correct;
  const { cells, checks } = moved;
  return (
    <div className="trace-what-if" role="status">
      {cells.length + checks.length === 0 && <p>{words.movesNothing}</p>}
      {cells.length > 0 && <h4>{`${words.moves} ${cells.length}`}</h4>}
      <ul>
        {cells.slice(0, MOST_SHOWN).map(({ cell, title, before, after }) => (
          <li key={cell}>
            <Button size="small" appearance="transparent" onClick={() => onCell(cell)}>
              {cell}
            </Button>
            {` ${title}　${before} → `}
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
    </div>
  );
}

const MOST_SHOWN = 40;
