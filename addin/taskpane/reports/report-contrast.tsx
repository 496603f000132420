import { useState } from "react";
import { PersonPanel } from "#addin/account/person-panel.tsx";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { NamesList } from "#addin/screens/reports/trace/names-list.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import { reportTraceWords } from "#addin/wording/report-trace-words.ts";
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
  const list = { language, looked: [], chosen: record, onChoose: setRecord };
  return (
    <section aria-label={words.title(first, second)}>
      <h2>{words.title(first, second)}</h2>
      <LoadArea around={{ language }} data={contrast.data} onRetry={contrast.reload}>
        {({ both, onlyFirst, onlySecond, leftFirst = 0, leftSecond = 0, frozen }) => (
          <>
            <p>{frozen ? `${words.both(both)}　${asSubmitted}` : words.both(both)}</p>
            {onlyFirst.length + onlySecond.length === 0 && <p className="pane-hint">{words.same}</p>}
            {onlyFirst.length > 0 && <h3>{words.only(first, onlyFirst.length + leftFirst)}</h3>}
            {onlyFirst.length > 0 && <NamesList {...list} rows={onlyFirst} />}
            {onlySecond.length > 0 && <h3>{words.only(second, onlySecond.length + leftSecond)}</h3>}
            {onlySecond.length > 0 && <NamesList {...list} rows={onlySecond} />}
            {leftFirst + leftSecond > 0 && <p className="pane-hint">{unlisted(leftFirst + leftSecond)}</p>}
            {record !== null && <PersonPanel client={client} language={language} record={record} />}
          </>
        )}
      </LoadArea>
    </section>
  );
}
