import type { FindingsListProps } from "#addin/screens/reports/desk/findings-list.tsx";
import type { ReportPageProps } from "../report-page-props.ts";
import type { Trace } from "../trace/trace.ts";

/** What a list of findings may ask for, wherever it stands. */
export function explainsOf({
  client,
  ask,
  onChanged,
  onTrace,
}: Pick<ReportPageProps, "client" | "ask" | "onChanged"> & {
  readonly onTrace: (trace: Trace) => void;
}): Pick<FindingsListProps, "explain" | "onExplained" | "onNames"> {
  return {
    explain: ({ code, line }, text) => client.reports.explain(ask, { check: code, line, text }),
    onExplained: onChanged,
    onNames: (cell) => onTrace({ kind: "drill", cell, unit: null }),
  };
}
