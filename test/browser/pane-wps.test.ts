import { describePaneJourney } from "./pane-journey.ts";
import { openWpsPaneDesk } from "./wps-pane-desk.ts";

describePaneJourney("WPS", openWpsPaneDesk);
