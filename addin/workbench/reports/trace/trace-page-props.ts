import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { ReportPageProps } from "../report-page-props.ts";
import type { Trace } from "./trace.ts";

export interface TracePageProps extends ReportPageProps {
  readonly trace: Trace;
  readonly view: ReportView;
  /** One step further down; back comes here again. */
  readonly onTrace: (trace: Trace) => void;
  readonly onBack: () => void;
}
