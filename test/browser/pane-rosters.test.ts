import { openExcelPaneDesk } from "./excel-pane-desk.ts";
import { describePaneRosters } from "./pane-rosters.ts";
import { openWpsPaneDesk } from "./wps-pane-desk.ts";

describePaneRosters("Excel", (needs) => openExcelPaneDesk(needs));
describePaneRosters("WPS", openWpsPaneDesk);
