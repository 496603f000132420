import { Badge, Tab, TabList } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { Due } from "#addin/screens/reports/submission/due-days.tsx";
import { ReturnedWhy } from "#addin/screens/reports/submission/returned-why.tsx";
import { reportSubmissionWords } from "#addin/wording/report/report-submission-words.ts";
import type { ReportsPage } from "#addin/wording/report/report-wording.ts";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { BelowPage } from "./submission/below-page.tsx";
import { ComparePage } from "./compare-page.tsx";
import { FindingsPage } from "./findings-page.tsx";
import { ReportDesk } from "./desk/report-desk.tsx";
import type { ReportPageProps } from "./report-page-props.ts";
import { SubmissionPage } from "./submission/submission-page.tsx";
import { TracePage } from "./trace/trace-page.tsx";
import type { Trace } from "./trace/trace.ts";
import { useReportPages } from "./use-report-pages.ts";

export interface OneReportProps extends Omit<
  ReportPageProps,
  "onCell" | "onFinding" | "onPage" | "onChanged" | "remarks" | "onRemarks"
> {
  readonly choice: ReactNode;
  /** "2!C4": selected as soon as it is drawn. */
  readonly firstCell: string | null;
  readonly firstPage: ReportsPage;
}

const PAGES: readonly ReportsPage[] = ["desk", "findings", "compare", "submission", "below"];

/**
 * One report: its desk, and the pages that lie over it. The desk stays as it is beneath, so that coming back keeps table, cell
 * and what was typed and not sent.
 */
export function OneReport(props: OneReportProps) {
  const { language, choice } = props;
  const words = reportWords[language];
  const { page, view, trace, going, onTrace, ...at } = useReportPages(props);
  const shared: ReportPageProps = { ...props, ...going };
  const isTraced = trace !== null;
  return (
    <section className="reports" aria-label={words.title}>
      <header className="reports-bar" inert={isTraced}>
        <h1>{words.title}</h1>
        {choice}
        {view && <State view={view} {...props} />}
        <TabList size="small" selectedValue={page} onTabSelect={(_, { value }) => going.onPage(value as ReportsPage)}>
          {PAGES.map((key) => (
            <Tab key={key} value={key}>
              {words.pages[key]}
            </Tab>
          ))}
        </TabList>
      </header>
      {view?.returnedWhy !== undefined && <ReturnedWhy language={language} why={view.returnedWhy} />}
      <div className="reports-body">
        <div className="reports-desk" inert={isTraced || page !== "desk"}>
          <ReportDesk {...shared} {...at} isCovered={isTraced || page !== "desk"} onTrace={onTrace} />
        </div>
        {page !== "desk" && (
          <div className="reports-over" inert={isTraced}>
            <OverPage {...shared} {...{ page, view, onTrace }} finding={at.finding} />
          </div>
        )}
        {trace && view && (
          <div className="reports-over">
            <TracePage key={JSON.stringify(trace)} {...shared} {...{ trace, view, onTrace }} onBack={at.onBack} />
          </div>
        )}
      </div>
    </section>
  );
}

interface OverPageProps extends ReportPageProps {
  readonly page: Exclude<ReportsPage, "desk">;
  readonly view: ReportView | null;
  readonly onTrace: (trace: Trace) => void;
  readonly finding: string | null;
}

function OverPage(props: OverPageProps) {
  if (props.page === "findings") return <FindingsPage {...props} wanted={props.finding} />;
  if (props.page === "compare") return <ComparePage {...props} />;
  return props.page === "submission" ? <SubmissionPage {...props} /> : <BelowPage {...props} />;
}

function State({ view, language }: { readonly view: ReportView } & Pick<OneReportProps, "language">) {
  const words = reportWords[language];
  if (view.rehearsal) return <span className="reports-rehearsal">{words.rehearsal}</span>;
  // Of a branch nothing is due.
  if (view.countsAbove) return null;
  const due = view.deadlines.find(({ duty }) => duty === "submit");
  return (
    <>
      <Badge appearance="outline">{words.states[view.state]}</Badge>
      {due && (
        <span className="reports-due">
          {`${reportSubmissionWords[language].below.due} `}
          <Due {...{ language, due, state: view.state }} />
        </span>
      )}
    </>
  );
}
