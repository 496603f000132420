import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { ReportPageProps } from "./report-page-props.ts";
import { ContrastPage } from "./contrast-page.tsx";
import { DrillPage } from "./drill-page.tsx";
import type { Trace } from "./trace.ts";

export interface TracePageProps extends ReportPageProps {
  readonly trace: Trace;
  readonly view: ReportView;
  /** One step further down; back comes here again. */
  readonly onTrace: (trace: Trace) => void;
  readonly onBack: () => void;
}

/** What lies behind a number, over the desk. */
export function TracePage(props: TracePageProps) {
  const { trace } = props;
  return trace.kind === "drill" ? <DrillPage {...props} trace={trace} /> : <ContrastPage {...props} trace={trace} />;
}
