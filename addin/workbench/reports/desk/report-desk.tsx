import { useEffect, useMemo, useState } from "react";
import type { OpenGrid } from "#addin/hosts/grid/open-grid.ts";
import { useDueDrafts } from "#addin/components/drafts.tsx";
import { findingDraft } from "#addin/screens/reports/desk/finding-acts.tsx";
import { ReportScreen } from "#addin/screens/reports/desk/report-screen.tsx";
import type { DirectSessionState } from "#addin/session/desk/direct-session.ts";
import { restoreReportCell } from "#addin/session/report/restore-report-cell.ts";
import type { ReportTab } from "#addin/wording/report/report-wording.ts";
import { useKeys } from "#addin/workbench/use-keys.ts";
import { CellPart } from "./cell-part.tsx";
import { ChangesPart } from "./changes-part.tsx";
import { DeskDialogs, type DeskAsked } from "./desk-dialogs.tsx";
import { FindingsPart } from "./findings-part.tsx";
import { NamesPart } from "../submission/names-part.tsx";
import type { ReportDeskProps } from "./report-desk-props.ts";
import { useReportMenu } from "./use-report-menu.ts";
import { useReportSheet } from "./use-report-sheet.ts";

/** One report at work: the grid, its session with the service, and the screen around both. */
export function ReportDesk(props: ReportDeskProps) {
  const { language, isCovered } = props;
  const sheet = useReportSheet(props);
  const { place, grid, session, state, cell, table, goTo } = sheet;
  const { book, report, changes } = state;
  const [tab, setTab] = useState<ReportTab | null>(panelAtStart);
  const [asked, setAsked] = useState<DeskAsked | null>(null);
  useEffect(() => props.onUnsent(changes.length), [changes.length]);
  useEffect(() => props.onView(report), [report]);
  const accepted = useAcceptedSince(state);
  useDueDrafts("finding ", report?.may.edit === true ? report.findings.map(findingDraft) : []);
  useArrival({ ...props, grid, onWanted: () => setTab("cell") });
  const show = (next: ReportTab | null) => {
    if (next === "changes") void grid?.host.commitTyping().then(() => setTab(next));
    else setTab(next);
  };
  const onRestore = (address: string) => {
    if (session) void restoreReportCell(session, address);
  };
  const onRemark = (address: string) => setAsked({ kind: "remark", cell: address });
  useReportMenu({ ...props, grid, book, view: report, changes, onTab: show, onRestore, onRemark });
  useKeys({
    onSave: () => !isCovered && show("changes"),
    onEscape: () => !isCovered && setTab(null),
    onNextArea: (area) => area === "sheet" && !isCovered && grid?.host.focus(),
  });
  const part = { ...props, session, state, grid, cell, onGo: goTo, onRestore };
  return (
    <>
      <ReportScreen
        {...{ language, table, tab }}
        phase={state.phase}
        view={report}
        refusal={state.refusal}
        legend={book?.legend ?? []}
        onTable={(no) => grid?.showSheet(`t${no}`)}
        counts={{ cell: 0, findings: report?.findings.length ?? 0, names: 0, changes: changes.length }}
        accepted={accepted}
        notAccepted={changes.filter(({ outcome }) => outcome !== undefined).length}
        onTab={show}
        grid={<div ref={place} className="ledger-grid-place" />}
        panels={{
          cell: <CellPart {...part} />,
          findings: <FindingsPart {...part} />,
          names: <NamesPart {...part} />,
          changes: <ChangesPart {...part} />,
        }}
        onRefresh={() => void session?.refresh()}
        onFit={() => grid?.fitToWindow()}
        onImport={() => setAsked({ kind: "import" })}
        onFill={() => setAsked({ kind: "fill", table })}
        onOutput={() => setAsked({ kind: "output" })}
        onPrint={() => setAsked({ kind: "print", table })}
      />
      {report && asked && <DeskDialogs {...part} view={report} asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** On a narrow page the panel lies over the sheet: it comes when it is asked for. */
function panelAtStart(): ReportTab | null {
  return window.matchMedia("(max-width: 900px)").matches ? null : "cell";
}

/** What was saved is told until something is typed on; what was not chosen to be sent may still stand there. */
function useAcceptedSince({ accepted, sending, changes }: DirectSessionState): number {
  const typed = useMemo(() => JSON.stringify(changes.map(({ key, value }) => [key, value])), [changes]);
  const [left, setLeft] = useState(typed);
  useEffect(() => {
    if (!sending) setLeft(typed);
  }, [sending]);
  return typed === left ? accepted : 0;
}

interface ArrivalNeeds extends Pick<ReportDeskProps, "wanted" | "isCovered"> {
  readonly grid: OpenGrid | null;
  readonly onWanted: () => void;
}

/** What was said of a cell stands on its card; whoever comes back from a page that is gone goes on in the sheet. */
function useArrival({ wanted, isCovered, grid, onWanted }: ArrivalNeeds): void {
  useEffect(() => {
    if (wanted !== null) onWanted();
  }, [wanted]);
  useEffect(() => {
    if (!isCovered && document.activeElement === document.body) grid?.host.focus();
  }, [isCovered]);
}
