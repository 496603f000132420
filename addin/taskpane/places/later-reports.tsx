/** Annual reports are opened once a year: their code comes when somebody opens one. */
import { lazy } from "react";

export const ReportOpener = lazy(() => reports().then((all) => ({ default: all.paneReports.ReportOpener })));
export const ReportPlaces = lazy(() => reports().then((all) => ({ default: all.paneReports.ReportPlaces })));

async function reports() {
  return await import(/* webpackChunkName: "pane-report" */ "../reports/pane-reports.ts");
}
