import type { ReportView } from "#core/sheet/report/report-view.ts";
import { Waiting } from "#addin/components/waiting.tsx";
import { FindingsScreen } from "#addin/screens/reports/desk/findings-screen.tsx";
import { explainsOf } from "./desk/explains-of.ts";
import type { ReportPageProps } from "./report-page-props.ts";
import type { Trace } from "./trace/trace.ts";

export interface FindingsPageProps extends ReportPageProps {
  /** As the desk has it; null: not counted yet. */
  readonly view: ReportView | null;
  readonly onTrace: (trace: Trace) => void;
  readonly wanted: string | null;
}

/** 校核: every result, and where it is explained. */
export function FindingsPage(props: FindingsPageProps) {
  const { language, view, wanted, onCell } = props;
  if (view === null) return <Waiting language={language} size="medium" />;
  return <FindingsScreen {...{ language, view, wanted, onCell }} {...explainsOf(props)} />;
}
