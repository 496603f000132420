import { openExcelPaneDesk } from "./excel-pane-desk.ts";
import { describePaneReports } from "./pane-reports.ts";
import { openWpsPaneDesk } from "./wps-pane-desk.ts";

describePaneReports("Excel", (needs) => openExcelPaneDesk(needs));
describePaneReports("WPS", openWpsPaneDesk);
