import { openExcelPaneDesk } from "./excel-pane-desk.ts";
import { describePaneDispute } from "./pane-dispute.ts";
import { openWpsPaneDesk } from "./wps-pane-desk.ts";

describePaneDispute("Excel", (needs) => openExcelPaneDesk(needs));
describePaneDispute("WPS", openWpsPaneDesk);
