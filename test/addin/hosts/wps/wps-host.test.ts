import { describeRosterOnHost } from "#test/contracts/roster-on-host.ts";
import { describeSheetHost } from "#test/contracts/sheet-host.ts";
import { aWpsDesk } from "./wps-desk.ts";

describeSheetHost("WPS", async () => aWpsDesk());
describeRosterOnHost("WPS", async () => aWpsDesk(), { people: 60, columns: 40 });
