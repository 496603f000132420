import type { ReportSetInfo } from "#core/protocol/report/reports.ts";
import type { ReportAsk } from "#core/sheet/report/report-view.ts";
import type { UnitChoice } from "#addin/components/units/unit-choice.ts";
import type { ReportsPage } from "#addin/wording/report/report-wording.ts";
import type { OtherPlacesProps } from "../other-places-props.ts";

/** What stands on a cell when a superior gives a report back (R8). */
export interface CellRemark {
  readonly cell: string;
  readonly text: string;
}

/** What every page of one report is given. */
export interface ReportPageProps extends OtherPlacesProps {
  readonly ask: ReportAsk;
  readonly set: ReportSetInfo;
  readonly units: readonly UnitChoice[];
  /** "2!C4": the desk comes to the front and selects it, with others of its sheet. */
  readonly onCell: (cell: string, together?: readonly string[]) => void;
  /** A check that failed, "" where it runs once: its place in the list of findings. */
  readonly onFinding: (code: string, line: string) => void;
  readonly onPage: (page: ReportsPage) => void;
  /** Another report takes the place of this one, at its desk; "2!C4" is selected there. */
  readonly onReport: (ask: ReportAsk, cell?: string) => void;
  /** Something was done that the desk shows: it reads anew. */
  readonly onChanged: () => void;
  /** Collected while looking, until the report is given back. */
  readonly remarks: readonly CellRemark[];
  readonly onRemarks: (remarks: readonly CellRemark[]) => void;
}
