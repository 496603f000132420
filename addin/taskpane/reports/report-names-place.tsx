import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { PersonPanel } from "#addin/account/person-panel.tsx";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { DrillTerms } from "#addin/screens/reports/trace/drill-terms.tsx";
import { NamesList } from "#addin/screens/reports/trace/names-list.tsx";
import { cellOfReport } from "#core/sheet/report/cell-of-report.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { reportPaneWords } from "#addin/wording/pane/report-pane-words.ts";
import { reportTraceWords } from "#addin/wording/report/report-trace-words.ts";
import type { DrillView } from "#core/protocol/report/report-tracing.ts";
import type { ReportPlaceProps } from "./report-place-props.ts";
import { useReportCell } from "./use-report-cell.ts";

/** 反查名单: exactly the records that the selected number counts, unit by unit, each to be opened (R5). */
export function ReportNamesPlace(props: ReportPlaceProps) {
  const { language, view, desk, state } = props;
  const words = reportPaneWords[language];
  const cell = useReportCell(desk, state.book);
  const shown = cell === null ? null : cellOfReport(view, cell);
  if (cell === null || !shown) return <p className="pane-hint">{words.choose}</p>;
  if (shown.kind === "manual") return <p className="pane-hint">{words.manual}</p>;
  return <Names {...props} key={cell} cell={cell} />;
}

function Names(props: ReportPlaceProps & { readonly cell: string }) {
  const { language, reports, ask, view, cell } = props;
  const [unit, setUnit] = useState<string | null>(null);
  const asked = unit === null ? { cell } : { cell, unit };
  const drill = useLoad(unit ?? "", () => reports.drill(ask, asked), view.issue.change);
  return (
    <LoadArea around={{ language }} data={drill.data} onRetry={drill.reload}>
      {(found) => <Found {...props} found={found} unit={unit} onUnit={setUnit} />}
    </LoadArea>
  );
}

interface FoundProps extends ReportPlaceProps {
  readonly cell: string;
  readonly found: DrillView;
  readonly unit: string | null;
  readonly onUnit: (unit: string | null) => void;
}

function Found({ client, language, cell, found, unit, onUnit, onCell }: FoundProps) {
  const words = reportTraceWords[language];
  const [record, setRecord] = useState<string | null>(null);
  const left = found.left ?? 0;
  return (
    <article className="report-names" aria-label={found.title}>
      <h2>{`${cell}　${found.title}`}</h2>
      <p>
        <strong>{found.value}</strong>
        {`　${words.records(found.rows.length + left)}`}
        {found.frozen && `　${words.frozen}`}
      </p>
      {unit !== null && (
        <Button size="small" onClick={() => onUnit(null)}>
          {reportPaneWords[language].whole}
        </Button>
      )}
      <DrillTerms language={language} drill={found} onCell={onCell} onUnit={onUnit} />
      <NamesList language={language} rows={found.rows} looked={found.looked} chosen={record} onChoose={setRecord} />
      {left > 0 && <p className="pane-hint">{words.unlisted(left)}</p>}
      {record !== null && <PersonPanel client={client} language={language} record={record} />}
    </article>
  );
}
