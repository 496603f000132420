import type { ReportClient } from "#addin/service-client/report-client.ts";
import type { DeskSession } from "#addin/session/desk/desk-session.ts";
import type { ReportAsk, ReportView } from "#core/sheet/report/report-view.ts";
import type { PlacesProps } from "../places/places-props.ts";

/** What each place of the pane is drawn with where the workbook holds an annual report. */
export interface ReportPlaceProps extends PlacesProps {
  readonly reports: ReportClient;
  readonly session: DeskSession;
  readonly ask: ReportAsk;
  readonly view: ReportView;
  /** Selects "2!C4" in the workbook, and with it what belongs together. */
  readonly onCell: (cell: string, together?: readonly string[]) => void;
}
