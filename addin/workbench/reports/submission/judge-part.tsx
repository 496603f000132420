import type { ReportAsk, ReportView } from "#core/sheet/report/report-view.ts";
import { JudgeBar } from "#addin/screens/reports/overview/judge-bar.tsx";
import type { ReportPageProps } from "../report-page-props.ts";

export interface JudgePartProps extends Pick<ReportPageProps, "client" | "language" | "remarks" | "onRemarks"> {
  readonly ask: ReportAsk;
  readonly view: ReportView;
  readonly onOpen: () => void;
  readonly onDone: (said: string) => void;
}

/** The superior's decision on one report. */
export function JudgePart({ client, ask, ...shown }: JudgePartProps) {
  // What is decided on is what stands on the page, not what was handed in since.
  const number = shown.view.submission;
  return (
    <JudgeBar
      {...shown}
      ask={{
        giveBack: (reason, given) => client.reports.giveBack(ask, { reason, number, remarks: given }),
        accept: (reason) => client.reports.accept(ask, { reason, number }),
        unlock: (reason) => client.reports.unlock(ask, { reason, number }),
      }}
    />
  );
}
