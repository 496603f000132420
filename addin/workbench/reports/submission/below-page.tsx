import { useEffect, useRef, useState } from "react";
import type { ReportOverviewRow } from "#core/protocol/report/reports.ts";
import type { ReportAsk, ReportView } from "#core/sheet/report/report-view.ts";
import { LoadArea } from "#addin/components/admin/load-area.tsx";
import { ForcedValues } from "#addin/screens/reports/overview/forced-values.tsx";
import { NotDueHere } from "#addin/screens/reports/submission/not-due-here.tsx";
import { OverviewTable, StatesChart } from "#addin/screens/reports/overview/overview-table.tsx";
import { RollupList } from "#addin/screens/reports/overview/rollup-list.tsx";
import { UnitFindings } from "#addin/screens/reports/overview/unit-findings.tsx";
import { useLoad } from "#addin/session/use-load.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import { JudgePart } from "./judge-part.tsx";
import type { CellRemark, ReportPageProps } from "../report-page-props.ts";

export interface BelowPageProps extends ReportPageProps {
  /** As the desk beneath has it; null: not counted yet. */
  readonly view: ReportView | null;
}

/** 下级: where the units below stand, what their reports do not hold, and whether their sum is what the records say (R9, R13). */
export function BelowPage(props: BelowPageProps) {
  return props.view?.countsAbove ? (
    <div className="admin-screen">
      <NotDueHere language={props.language} view={props.view} />
    </div>
  ) : (
    <Below {...props} />
  );
}

function Below(props: BelowPageProps) {
  const { client, language, ask } = props;
  const words = reportSubmissionWords[language].below;
  const overview = useLoad(JSON.stringify(ask), () => client.reports.overview(ask));
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [remarks, setRemarks] = useState<RemarksByUnit>(new Map());
  const look = ({ unitId, state }: ReportOverviewRow) => setChosen({ unitId, state, turn: (chosen?.turn ?? 0) + 1 });
  return (
    <div className="admin-screen">
      <p className="report-about">{words.about}</p>
      <LoadArea around={{ language }} data={overview.data} onRetry={overview.reload}>
        {({ rows }) => (
          <>
            <StatesChart language={language} rows={rows} />
            <OverviewTable language={language} rows={rows} chosen={chosen?.unitId ?? null} onChoose={look} />
          </>
        )}
      </LoadArea>
      {chosen && (
        <UnitReport
          {...props}
          key={chosen.unitId}
          turn={chosen.turn}
          stood={chosen.state}
          ask={{ ...ask, unitId: chosen.unitId }}
          remarks={remarks.get(chosen.unitId) ?? []}
          onRemarks={(given) => setRemarks((all) => new Map(all).set(chosen.unitId, given))}
          onOpen={(cell) => openReport(props, chosen.unitId, cell)}
          onSeen={overview.reload}
        />
      )}
      <Rollup {...props} />
    </div>
  );
}

interface Chosen extends Pick<ReportOverviewRow, "unitId" | "state"> {
  readonly turn: number;
}

/** Begun and not sent: they wait while another unit is looked at. */
type RemarksByUnit = ReadonlyMap<string, readonly CellRemark[]>;

/** The unit's own report lies beneath this page already. */
function openReport({ ask, onReport, onCell, onPage }: ReportPageProps, unitId: string, cell?: string): void {
  if (unitId !== ask.unitId) onReport({ ...ask, unitId }, cell);
  else if (cell === undefined) onPage("desk");
  else onCell(cell);
}

interface UnitReportProps extends ReportPageProps {
  /** Of the unit that is chosen. */
  readonly ask: ReportAsk;
  /** Grows with each wish to see it: it is read anew and brought into sight, and what was typed beside it stays. */
  readonly turn: number;
  /** As the table above has it. */
  readonly stood: ReportOverviewRow["state"];
  readonly onOpen: (cell?: string) => void;
  /** Looked at or judged: it stands elsewhere in the table above now. */
  readonly onSeen: () => void;
}

/** One unit's report as the superior judges it. */
function UnitReport(props: UnitReportProps) {
  const { client, language, ask, turn, stood, remarks, onRemarks, onTell, onOpen, onSeen } = props;
  const view = useLoad(JSON.stringify(ask), () => client.reports.view(ask), turn);
  const section = useRef<HTMLElement>(null);
  const hasActed = useRef(false);
  const isThere = view.data.state === "ready";
  useEffect(() => {
    if (view.data.state !== "ready") return;
    const { state } = view.data.value;
    // Only what is handed over is noted as seen: any other look leaves the table above as it is.
    if (hasActed.current || state === "submitted" || state !== stood) onSeen();
    hasActed.current = false;
  }, [view.data]);
  // The table above may fill the page: who asks to see a report is brought to it.
  useEffect(() => {
    section.current?.scrollIntoView({ block: "start" });
    section.current?.focus({ preventScroll: true });
  }, [turn, isThere]);
  const reload = () => {
    hasActed.current = true;
    view.reload();
  };
  return (
    <LoadArea around={{ language }} data={view.data} onRetry={view.reload}>
      {(shown) => (
        <section className="admin-card report-part" aria-label={shown.unitName} tabIndex={-1} ref={section}>
          <JudgePart
            {...{ client, language, ask, remarks, onRemarks, view: shown }}
            onOpen={() => onOpen()}
            onDone={(said) => {
              onTell(said);
              reload();
            }}
          />
          <UnitFindings
            language={language}
            view={shown}
            exempt={(check, reason) => client.reports.exempt(ask, { check, reason })}
            unexempt={(check) => client.reports.unexempt(ask, check)}
            onChanged={reload}
          />
          <ForcedValues language={language} tables={shown.tables} onCell={onOpen} />
        </section>
      )}
    </LoadArea>
  );
}

function Rollup({ client, language, ask, onCell }: ReportPageProps) {
  const rollup = useLoad(JSON.stringify(ask), () => client.reports.rollup(ask));
  return (
    <LoadArea around={{ language }} data={rollup.data} onRetry={rollup.reload}>
      {(shown) => <RollupList language={language} rollup={shown} onCell={onCell} />}
    </LoadArea>
  );
}
