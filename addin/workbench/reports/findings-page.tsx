import type { ReportView } from "#core/sheet/report/report-view.ts";
import { Waiting } from "#addin/components/waiting.tsx";
import { FindingsScreen } from "#addin/screens/reports/desk/findings-screen.tsx";
import { reportWords } from "#addin/wording/report/report-words.ts";
import { explainsOf } from "./desk/explains-of.ts";
import { OutputButton } from "./output-button.tsx";
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
  const { client, ask, language, view, wanted, onCell, onTell } = props;
  const words = reportWords[language].findings;
  if (view === null) return <Waiting language={language} size="medium" />;
  const output = (
    <OutputButton
      {...{ language, onTell }}
      title={words.output}
      about={words.outputAbout}
      ask={(reason) => client.reports.findingsFile(ask, reason)}
    />
  );
  return <FindingsScreen {...{ language, view, wanted, onCell, output }} {...explainsOf(props)} />;
}
