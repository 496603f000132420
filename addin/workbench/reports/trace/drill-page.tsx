import { useEffect, useMemo, useRef, useState } from "react";
import type { DrillView } from "#core/protocol/report/report-tracing.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { DrillTerms } from "#addin/screens/reports/trace/drill-terms.tsx";
import { TraceScreen } from "#addin/screens/reports/trace/trace-screen.tsx";
import { drawDrill } from "#addin/session/report/draw-report-list.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { labelled } from "#addin/wording/labelled.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import { sayCellTitle } from "#addin/wording/report/say-cell-title.ts";
import { ListSheet } from "./list-sheet.tsx";
import type { Trace } from "./trace.ts";
import type { TracePageProps } from "./trace-page-props.ts";
import { TracedRecord } from "./traced-record.tsx";

export interface DrillPageProps extends TracePageProps {
  readonly trace: Extract<Trace, { kind: "drill" }>;
}

/** 反查名单: exactly the records that a number counts, as a sheet; each is opened and corrected beside it (R5). */
export function DrillPage(props: DrillPageProps) {
  const { client, language, ask, trace, onTrace } = props;
  const words = reportTraceWords[language];
  const { cell, unit } = trace;
  const [record, setRecord] = useState<string | null>(null);
  const drill = useLoad(`${cell} ${unit ?? ""}`, () => client.reports.drill(ask, { cell, unit: unit ?? undefined }));
  const found = drill.data.state === "ready" ? drill.data.value : null;
  const tellMoved = useMoved(props, found);
  const book = useMemo(() => found && drawDrill(found, props.view, language), [found, language]);
  const saved = () => {
    tellMoved();
    drill.reload();
    props.onChanged();
  };
  return (
    <TraceScreen
      language={language}
      title={`${cell}　${sayCellTitle(language, found?.title ?? "")}`}
      facts={factsOf(props, found)}
      frozen={found?.frozen === true}
      onBack={props.onBack}
      list={
        book && found && found.rows.length > 0 ? (
          <ListSheet language={language} book={book} onRecord={setRecord} />
        ) : (
          <LoadArea around={{ language }} data={drill.data} onRetry={drill.reload}>
            {() => <p className="reports-none">{words.nobody}</p>}
          </LoadArea>
        )
      }
      panel={
        found && (
          <>
            <DrillTerms
              language={language}
              drill={found}
              onCell={(term) => onTrace({ kind: "drill", cell: term, unit })}
              onUnit={(below) => onTrace({ kind: "drill", cell, unit: below })}
            />
            <TracedRecord
              {...props}
              record={record}
              looked={found.looked.map(({ key }) => key)}
              frozen={found.frozen}
              onSaved={saved}
            />
          </>
        )
      }
    />
  );
}

function factsOf({ language, trace, units }: DrillPageProps, found: DrillView | null): readonly string[] {
  if (!found) return [];
  const words = reportTraceWords[language];
  const unit = units.find(({ id }) => id === trace.unit)?.name;
  const { rows, left = 0 } = found;
  return [
    ...(unit === undefined ? [] : [unit]),
    labelled(language, words.value, String(found.value)),
    words.records(rows.length + left),
    ...(left > 0 ? [words.unlisted(left)] : []),
  ];
}

/** After a correction the number has moved: how far is told when the new list is there. */
function useMoved({ language, onTell }: DrillPageProps, found: DrillView | null): () => void {
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (!found || before.current === null) return;
    onTell(reportTraceWords[language].correct.saved(before.current, found.value));
    before.current = null;
  }, [found]);
  return () => (before.current = found?.value ?? null);
}
