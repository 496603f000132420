import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { ReportPageProps } from "../report-page-props.ts";
import type { Trace } from "../trace/trace.ts";

export interface ReportDeskProps extends ReportPageProps {
  /** A cell that another page asked for. */
  readonly wanted: { readonly cell: string; readonly together?: readonly string[] } | null;
  /** Grows when something was done elsewhere that the numbers follow. */
  readonly turn: number;
  /** Another page lies over it. */
  readonly isCovered: boolean;
  readonly onView: (view: ReportView | null) => void;
  readonly onTrace: (trace: Trace) => void;
}
