import { useEffect, useState } from "react";
import { CellPanel } from "#addin/screens/reports/desk/cell-panel.tsx";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { cellOfReport } from "#core/sheet/report/cell-of-report.ts";
import { reportSubject } from "#addin/session/report/report-subject.ts";
import { useLoad } from "#addin/session/use-load.ts";
import { sayShownRefusal } from "#addin/wording/say-shown-refusal.ts";
import type { DeskPart } from "./desk-part.ts";

/** 单元格: the card of what is selected. */
export function CellPart(props: DeskPart) {
  const { client, language, ask, session, state, onTrace, onGo, onTell } = props;
  const { report } = state;
  const cell = useSettled(props.cell);
  const shown = report && cell !== null ? cellOfReport(report, cell) : null;
  const version = (report?.issue.change ?? 0) + (shown?.revision ?? 0);
  const card = useLoad(shown ? cell : null, () => client.reports.cell(ask, cell ?? ""), version);
  const force = async (value: number, reason: string): Promise<boolean> => {
    if (!session || cell === null || !shown) return false;
    const edit = { record: reportSubject(ask), field: cell, baseRevision: shown.revision ?? 0, value, reason };
    const isTaken = await session.sendEdits([edit]);
    const { actRefusal } = session.state;
    if (!isTaken && actRefusal) onTell(sayShownRefusal(language, actRefusal));
    return isTaken;
  };
  return (
    <CellPanel
      language={language}
      address={cell}
      cell={shown}
      mayEdit={mayEdit(report)}
      card={card.data}
      onRetry={card.reload}
      onForce={({ value, reason }) => force(value, reason)}
      onRestore={() => cell !== null && props.onRestore(cell)}
      onTrace={() => cell !== null && onTrace({ kind: "drill", cell, unit: null })}
      onContrast={(second) => cell !== null && onTrace({ kind: "contrast", first: cell, second })}
      onCell={onGo}
      onOpening={wantsOpening(report) ? () => props.onPage("compare") : null}
    />
  );
}

function mayEdit(report: ReportView | null): boolean {
  return report?.may.edit === true;
}

/** No figure of the year before is known: those of another system may be loaded (R14). */
function wantsOpening(report: ReportView | null): boolean {
  return report !== null && mayEdit(report) && Object.keys(report.lastYear).length === 0;
}

const SETTLED_MS = 200;

/** Who walks through the cells with the arrow keys does not ask for each of them. */
function useSettled(cell: string | null): string | null {
  const [settled, setSettled] = useState(cell);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(cell), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [cell]);
  return settled;
}
