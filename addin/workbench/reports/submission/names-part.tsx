import { Button } from "@fluentui/react-components";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { DrillTerms } from "#addin/screens/reports/trace/drill-terms.tsx";
import { cellOfReport } from "#core/sheet/report/cell-of-report.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import type { DeskPart } from "../desk/desk-part.ts";

/** A look is enough for the first ones; the sheet has all of them. */
const MOST_SHOWN = 50;

/** 名单: who stands behind the selected number (R5). */
export function NamesPart({ client, language, ask, state, cell, onTrace, onGo }: DeskPart) {
  const words = reportTraceWords[language];
  const { report } = state;
  const shown = report && cell !== null ? cellOfReport(report, cell) : null;
  const isTraced = shown !== null && shown.kind !== "manual";
  const drill = useLoad(
    isTraced ? cell : null,
    () => client.reports.drill(ask, { cell: cell ?? "" }),
    report?.issue.change,
  );
  if (!isTraced || cell === null) return <p className="report-hint">{reportWords[language].card.choose}</p>;
  return (
    <LoadArea around={{ language }} data={drill.data} onRetry={drill.reload}>
      {(found) => (
        <article className="report-names" aria-label={found.title}>
          <h2>{`${cell}　${words.records(found.rows.length + (found.left ?? 0))}`}</h2>
          <Button size="small" onClick={() => onTrace({ kind: "drill", cell, unit: null })}>
            {words.openSheet}
          </Button>
          {found.rows.length === 0 && <p className="report-hint">{words.nobody}</p>}
          <ul>
            {found.rows.slice(0, MOST_SHOWN).map(({ record, name, unitName, sign, from }, at) => (
              <li key={`${record} ${from} ${at}`}>
                {sign === -1 && "− "}
                {name} <span className="report-hint">{unitName}</span>
              </li>
            ))}
          </ul>
          {found.rows.length > MOST_SHOWN && (
            <p className="report-hint">{words.more(found.rows.length - MOST_SHOWN)}</p>
          )}
          {found.left !== undefined && found.left > 0 && <p className="report-hint">{words.unlisted(found.left)}</p>}
          <DrillTerms
            language={language}
            drill={found}
            onCell={onGo}
            onUnit={(unit) => onTrace({ kind: "drill", cell, unit })}
          />
        </article>
      )}
    </LoadArea>
  );
}
