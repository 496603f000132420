import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ReportOverviewRow } from "#core/protocol/report/reports.ts";
import type { ReportState } from "#core/sheet/report/report-view.ts";
import type { Language } from "#core/wording/language.ts";
import { PlainTable } from "#addin/components/admin/plain-table.tsx";
import { BarChart } from "#addin/components/charts/bar-chart.tsx";
import { sayInstant } from "#addin/wording/accounts/admin-times.ts";
import { adminWords } from "#addin/wording/accounts/admin-words.ts";
import { labelled, withRemark } from "#addin/wording/labelled.ts";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import { Due } from "../submission/due-days.tsx";
import "../report-submission.css";

export interface OverviewTableProps {
  readonly language: Language;
  /** The unit itself first. */
  readonly rows: readonly ReportOverviewRow[];
  readonly chosen: string | null;
  readonly onChoose: (row: ReportOverviewRow) => void;
}

/** Who stands where, and how much there is still to do (R9). */
export function OverviewTable({ language, rows, chosen, onChoose }: OverviewTableProps) {
  const words = reportSubmissionWords[language];
  const own = words.below;
  const figure = (key: FigureName, title: string) => ({
    ...{ key, title, numeric: true, width: "64px" },
    cell: (row: ReportOverviewRow) => row[key],
  });
  return (
    <PlainTable<ReportOverviewRow>
      caption={own.title}
      rows={rows}
      keyOf={({ unitId }) => unitId}
      rowClass={({ unitId }) => (unitId === chosen ? "report-chosen" : undefined)}
      empty={own.none}
      columns={[
        {
          key: "unit",
          title: own.unit,
          width: "26%",
          cell: (row, index) => unitCell(row, index === 0 ? own.own : null),
        },
        { key: "state", title: own.state, width: "80px", cell: ({ state }) => stateCell(words.states[state], state) },
        { key: "at", title: own.submittedAt, width: "130px", cell: submittedCell },
        {
          key: "due",
          title: own.due,
          width: "150px",
          cell: ({ due, state }) => (due === null ? "" : <Due {...{ language, due, state }} />),
        },
        figure("errors", own.errors),
        {
          key: "explains",
          title: own.explains,
          numeric: true,
          width: "110px",
          cell: ({ explains, explained }) =>
            explains === 0 ? "0" : withRemark(language, String(explains), String(explained)),
        },
        figure("overrides", own.overrides),
        figure("stale", own.stale),
        figure("manualEmpty", own.empty),
        figure("rollupDifferences", own.rollup),
        {
          key: "look",
          title: "",
          width: "90px",
          cell: (row) => (
            <Button size="small" aria-label={labelled(language, own.look, row.unitName)} onClick={() => onChoose(row)}>
              {own.look}
            </Button>
          ),
        },
      ]}
    />
  );
}

function submittedCell({ submittedAt }: ReportOverviewRow): ReactNode {
  const parts = submittedAt === null ? [] : sayInstant(submittedAt).split(" ");
  return parts.map((part) => (
    <span key={part} className="report-whole">
      {part}{" "}
    </span>
  ));
}

type FigureName = "errors" | "overrides" | "stale" | "manualEmpty" | "rollupDifferences";

function unitCell({ unitName, unitCode }: ReportOverviewRow, remark: string | null): ReactNode {
  return (
    <>
      {unitName}
      <span className="admin-muted">{`　${unitCode}${remark === null ? "" : `　${remark}`}`}</span>
    </>
  );
}

function stateCell(label: string, state: ReportState): ReactNode {
  return (
    <span className="report-state" data-state={state}>
      {label}
    </span>
  );
}

const STATES: readonly ReportState[] = ["draft", "submitted", "returned", "accepted"];

/** How many of the units below stand where: a look beats a list. */
export function StatesChart({ language, rows }: Pick<OverviewTableProps, "language" | "rows">) {
  const words = reportSubmissionWords[language];
  const below = rows.slice(1);
  if (below.length < 2) return null;
  const bars = STATES.map((state) => ({
    key: state,
    label: words.states[state],
    value: below.filter((row) => row.state === state).length,
  }));
  const text = bars.map(({ label, value }) => `${label} ${value}`).join(adminWords[language].listComma);
  return (
    <section className="report-part" aria-label={words.below.chart}>
      <h2>{words.below.chart}</h2>
      <BarChart title={words.below.chart} text={text} bars={bars} />
    </section>
  );
}
