import { openExcelPaneDesk } from "./excel-pane-desk.ts";
import { describePaneJourney } from "./pane-journey.ts";

describePaneJourney("Excel", (needs) => openExcelPaneDesk(needs));
