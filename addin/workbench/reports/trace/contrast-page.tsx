import { useMemo, useState } from "react";
import type { ContrastView } from "#core/protocol/report/report-tracing.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { TraceScreen } from "#addin/screens/reports/trace/trace-screen.tsx";
import { drawContrast } from "#addin/session/report/draw-report-list.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import { sayCellTitle } from "#addin/wording/report/say-cell-title.ts";
import { ListSheet } from "./list-sheet.tsx";
import type { Trace } from "./trace.ts";
import type { TracePageProps } from "./trace-page-props.ts";
import { TracedRecord } from "./traced-record.tsx";

export interface ContrastPageProps extends TracePageProps {
  readonly trace: Extract<Trace, { kind: "contrast" }>;
}

/** 对照: who is counted in one cell and not in the other, each with the first condition that failed (R5a). */
export function ContrastPage(props: ContrastPageProps) {
  const { client, language, ask, trace } = props;
  const { first, second } = trace;
  const words = reportTraceWords[language].contrast;
  const [record, setRecord] = useState<string | null>(null);
  const contrast = useLoad(`${first} ${second}`, () => client.reports.contrast(ask, first, second));
  const found = contrast.data.state === "ready" ? contrast.data.value : null;
  const book = useMemo(() => found && drawContrast(found, props.view, language), [found, language]);
  const saved = () => {
    contrast.reload();
    props.onChanged();
  };
  return (
    <TraceScreen
      language={language}
      title={words.title(first, second)}
      facts={found ? factsOf(props, found) : []}
      frozen={found?.frozen === true}
      onBack={props.onBack}
      list={
        book && found && found.onlyFirst.length + found.onlySecond.length > 0 ? (
          <ListSheet language={language} book={book} onRecord={setRecord} />
        ) : (
          <LoadArea around={{ language }} data={contrast.data} onRetry={contrast.reload}>
            {() => <p className="reports-none">{words.same}</p>}
          </LoadArea>
        )
      }
      panel={
        found && (
          <>
            {[found.first, found.second].map(({ cell, title, value }) => (
              <p key={cell}>{labelled(language, `${cell}　${sayCellTitle(language, title)}`, String(value))}</p>
            ))}
            <TracedRecord
              {...props}
              record={record}
              looked={lookedOf(found, record)}
              frozen={found.frozen}
              onSaved={saved}
            />
          </>
        )
      }
    />
  );
}

/** What the condition that failed looked at is corrected first. */
function lookedOf({ onlyFirst, onlySecond }: ContrastView, record: string | null): readonly string[] {
  return [...onlyFirst, ...onlySecond].find((row) => row.record === record)?.looked ?? [];
}

function factsOf({ language }: ContrastPageProps, found: ContrastView): readonly string[] {
  const words = reportTraceWords[language].contrast;
  const { first, second, both, onlyFirst, onlySecond, leftFirst = 0, leftSecond = 0 } = found;
  const only = [onlyFirst.length + leftFirst, onlySecond.length + leftSecond] as const;
  const left = leftFirst + leftSecond;
  return [
    words.both(both),
    words.only(first.cell, only[0]),
    words.only(second.cell, only[1]),
    ...(left > 0 ? [reportTraceWords[language].unlisted(left)] : []),
  ];
}
