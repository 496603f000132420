import { useState } from "react";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { ReportsPage } from "#addin/wording/report/report-wording.ts";
import type { ReportDeskProps } from "./desk/report-desk-props.ts";
import type { CellRemark, ReportPageProps } from "./report-page-props.ts";
import type { Trace } from "./trace/trace.ts";

type Going = Pick<ReportPageProps, "onCell" | "onFinding" | "onPage" | "onChanged" | "remarks" | "onRemarks">;

/** Which page of a report is in front, what lies over it, and the ways between them. */
export function useReportPages({
  firstCell,
  firstPage,
}: {
  readonly firstCell: string | null;
  readonly firstPage: ReportsPage;
}) {
  const [page, setPage] = useState(firstPage);
  const [view, setView] = useState<ReportView | null>(null);
  const [traces, setTraces] = useState<readonly Trace[]>([]);
  const [wanted, setWanted] = useState<ReportDeskProps["wanted"]>(firstCell === null ? null : { cell: firstCell });
  const [finding, setFinding] = useState<string | null>(null);
  const [remarks, setRemarks] = useState<readonly CellRemark[]>([]);
  const [turn, setTurn] = useState(0);
  const going: Going = {
    onCell(cell, together) {
      setTraces([]);
      setPage("desk");
      setWanted({ cell, ...(together && { together }) });
    },
    onFinding(code, line) {
      setFinding(`${code} ${line}`);
      setPage("findings");
    },
    onPage: setPage,
    onChanged: () => setTurn((last) => last + 1),
    remarks,
    onRemarks: setRemarks,
  };
  return {
    ...{ page, view, wanted, finding, turn, going },
    trace: traces.at(-1) ?? null,
    onView: setView,
    onTrace: (next: Trace) => setTraces((before) => [...before, next]),
    onBack: () => setTraces((before) => before.slice(0, -1)),
  };
}
