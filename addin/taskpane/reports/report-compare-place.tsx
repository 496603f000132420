import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import { sayDifference } from "#addin/wording/report/say-difference.ts";
import type { ReportPlaceProps } from "./report-place-props.ts";

const MOST_SHOWN = 100;

/** With the year before, largest changes first; each selects its cell (R6). */
export function ReportComparePlace({ language, reports, ask, view, onCell }: ReportPlaceProps) {
  const words = reportTraceWords[language].compare;
  const year = Number(ask.on.slice(0, 4)) - 1;
  const compare = useLoad(String(year), () => reports.compare(ask, year), view.issue.change);
  return (
    <LoadArea around={{ language }} data={compare.data} onRetry={compare.reload}>
      {({ source, rows }) => {
        const changed = rows.filter(({ difference }) => difference !== 0);
        return (
          <>
            <p className="pane-hint">{words.sources[source ?? "none"]}</p>
            {source !== null && changed.length === 0 && <p className="pane-hint">{words.nothing}</p>}
            <ul className="pane-rows">
              {changed.slice(0, MOST_SHOWN).map(({ cell, title, before, now, difference }) => (
                <li key={cell}>
                  <button type="button" onClick={() => onCell(cell)}>
                    <span>{`${cell}　${title}`}</span>
                    <strong>{sayDifference(difference)}</strong>
                    <small>{`${before ?? "—"} → ${now}`}</small>
                  </button>
                </li>
              ))}
            </ul>
            {changed.length > MOST_SHOWN && <p className="pane-hint">{words.more(changed.length - MOST_SHOWN)}</p>}
          </>
        );
      }}
    </LoadArea>
  );
}
