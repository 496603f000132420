import { ContrastPage } from "./contrast-page.tsx";
import { DrillPage } from "./drill-page.tsx";
import type { TracePageProps } from "./trace-page-props.ts";

/** What lies behind a number, over the desk. */
export function TracePage(props: TracePageProps) {
  const { trace } = props;
  return trace.kind === "drill" ? <DrillPage {...props} trace={trace} /> : <ContrastPage {...props} trace={trace} />;
}
