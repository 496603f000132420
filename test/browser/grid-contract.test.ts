import { after, before, describe } from "mocha";
import { DEFLATE_CODEC } from "#service/workbook/deflate-codec.ts";
import { describeRosterOnHost } from "#test/contracts/roster-on-host.ts";
import { describeSheetHost, type SheetHostUnderTest } from "#test/contracts/sheet-host.ts";
import { openGridPage, type GridPage } from "./grid-in-page.ts";

describe("in Chromium", () => {
  let page: GridPage;

  before(async function () {
    this.timeout(240_000);
    page = await openGridPage();
  });
  after(() => page.close());

  const inGrid = async (): Promise<SheetHostUnderTest> => ({
    host: page.host,
    driver: page.hands,
    codec: DEFLATE_CODEC,
    dispose: async () => undefined,
  });
  describeSheetHost("the browser grid", inGrid);
  describeRosterOnHost("the browser grid", inGrid, { people: 20, columns: 12 });
});
