/** The contract of rosters at the size they may have, in the desk programs. Run: npx mocha --timeout 600000 test/bench/roster-on-hosts.bench.ts */
import { describe } from "mocha";
import { excelHostIn } from "#test/addin/hosts/excel/excel-desk.ts";
import { aWpsDesk } from "#test/addin/hosts/wps/wps-desk.ts";
import { describeRosterOnHost } from "#test/contracts/roster-on-host.ts";

const SIZE = { people: 10_000, columns: 40 };

describe("at full size", function () {
  this.timeout(600_000);
  describeRosterOnHost("Excel", () => excelHostIn(), SIZE);
  describeRosterOnHost("WPS", async () => aWpsDesk(), SIZE);
});
