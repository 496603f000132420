import { describeSheetHost } from "#test/contracts/sheet-host.ts";
import { aWpsDesk } from "./wps-desk.ts";

describeSheetHost("WPS", async () => aWpsDesk());
