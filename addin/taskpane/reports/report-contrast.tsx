import { useState } from "react";
import type { ContrastView } from "#core/protocol/report/report-tracing.ts";
import { PersonPanel } from "#addin/account/person-panel.tsx";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { NamesList } from "#addin/screens/reports/trace/names-list.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import type { ReportPlaceProps } from "./report-place-props.ts";

export interface ReportContrastProps extends ReportPlaceProps {
  readonly first: string;
  readonly second: string;
}

/** 对照: who is counted in one cell and not in the other, and why (R5a). */
export function ReportContrast({ client, language, reports, ask, first, second }: ReportContrastProps) {
  const { contrast: words, frozen: asSubmitted, unlisted } = reportTraceWords[language];
  const contrast = useLoad(`${first} ${second}`, () => reports.contrast(ask, first, second));
  const [record, setRecord] = useState<string | null>(null);
  const left = contrast.data.state === "ready" ? leftOut(contrast.data.value) : 0;
  const list = { language, looked: [], chosen: record, onChoose: setRecord };
  return (
    <section aria-label={words.title(first, second)}>
      <h2>{words.title(first, second)}</h2>
      <LoadArea around={{ language }} data={contrast.data} onRetry={contrast.reload}>
        {({ both, onlyFirst, onlySecond, leftFirst, leftSecond, frozen }) => (
          <>
            <p>{frozen ? `${words.both(both)}　${asSubmitted}` : words.both(both)}</p>
            {onlyFirst.length + onlySecond.length === 0 && <p className="pane-hint">{words.same}</p>}
            {onlyFirst.length > 0 && <h3>{words.only(first, counted(onlyFirst, leftFirst))}</h3>}
            {onlyFirst.length > 0 && <NamesList {...list} rows={onlyFirst} />}
            {onlySecond.length > 0 && <h3>{words.only(second, counted(onlySecond, leftSecond))}</h3>}
            {onlySecond.length > 0 && <NamesList {...list} rows={onlySecond} />}
            {left > 0 && <p className="pane-hint">{unlisted(left)}</p>}
            {record !== null && <PersonPanel client={client} language={language} record={record} />}
          </>
        )}
      </LoadArea>
    </section>
  );
}

function leftOut({ leftFirst = 0, leftSecond = 0 }: ContrastView): number {
  return leftFirst + leftSecond;
}

/** With those that are not listed. */
function counted(listed: readonly unknown[], left = 0): number {
  return listed.length + left;
}
