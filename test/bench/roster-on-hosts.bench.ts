/** The contract of rosters at the size they may have, on every face. Run: npx mocha --timeout 600000 test/bench/roster-on-hosts.bench.ts */
import { after, before, describe } from "mocha";
import { DEFLATE_CODEC } from "#service/workbook/deflate-codec.ts";
import { createXlsxHost } from "#service/workbook/xlsx-host.ts";
import { excelHostIn } from "#test/addin/hosts/excel/excel-desk.ts";
import { aWpsDesk } from "#test/addin/hosts/wps/wps-desk.ts";
import { openGridPage, type GridPage } from "#test/browser/grid-in-page.ts";
import { describeRosterOnHost } from "#test/contracts/roster-on-host.ts";
import { xlsxDriver } from "#test/service/workbook/xlsx-driver.ts";

const SIZE = { people: 10_000, columns: 40 };

describe("at full size", function () {
  this.timeout(600_000);
  let page: GridPage;
  before(async () => {
    page = await openGridPage();
  });
  after(() => page.close());

  describeRosterOnHost("Excel", () => excelHostIn(), SIZE);
  describeRosterOnHost("WPS", async () => aWpsDesk(), SIZE);
  describeRosterOnHost(
    "the .xlsx file",
    async () => {
      const host = createXlsxHost({ milliseconds: 60_000 });
      return { host, driver: xlsxDriver(host), codec: DEFLATE_CODEC, dispose: async () => undefined };
    },
    SIZE,
  );
  describeRosterOnHost(
    "the browser grid",
    async () => ({ host: page.host, driver: page.hands, codec: DEFLATE_CODEC, dispose: async () => undefined }),
    SIZE,
  );
});
