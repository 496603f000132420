import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { CellPanel } from "#addin/screens/reports/desk/cell-panel.tsx";
import { cellOfReport } from "#core/sheet/report/cell-of-report.ts";
import { restoreReportCell } from "#addin/session/report/restore-report-cell.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { reportPaneWords } from "#addin/wording/pane/report-pane-words.ts";
import { ReportContrast } from "./report-contrast.tsx";
import type { ReportPlaceProps } from "./report-place-props.ts";
import { useReportCell } from "./use-report-cell.ts";

/** 单元格: the card of the selected number, forced, restored or held against another one here. */
export function ReportCellPlace(props: ReportPlaceProps) {
  const { language, reports, session, ask, view, desk, state, onCell } = props;
  const cell = useReportCell(desk, state.book);
  const [contrast, setContrast] = useState<{ readonly first: string; readonly second: string } | null>(null);
  const shown = cell === null ? null : cellOfReport(view, cell);
  const version = view.issue.change + (shown?.revision ?? 0);
  const card = useLoad(shown ? cell : null, () => reports.cell(ask, cell ?? ""), version);
  if (contrast) {
    return (
      <>
        <Button size="small" onClick={() => setContrast(null)}>
          {reportPaneWords[language].back}
        </Button>
        <ReportContrast {...props} {...contrast} />
      </>
    );
  }
  return (
    <CellPanel
      language={language}
      address={shown ? cell : null}
      cell={shown}
      mayEdit={view.may.edit}
      card={card.data}
      onRetry={card.reload}
      onForce={async ({ value, reason }) => {
        const record = state.identity?.subject;
        if (cell === null || record === undefined) return false;
        const baseRevision = shown?.revision ?? 0;
        return await session.sendEdits([{ record, field: cell, baseRevision, value, reason }]);
      }}
      onRestore={() => cell !== null && void restoreReportCell(session, cell)}
      onTrace={() => props.go("drill")}
      onContrast={(second) => cell !== null && setContrast({ first: cell, second })}
      onCell={onCell}
      onOpening={null}
    />
  );
}
