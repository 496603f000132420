import { after, before, describe } from "mocha";
import { DEFLATE_CODEC } from "#service/workbook/deflate-codec.ts";
import { describeSheetHost } from "#test/contracts/sheet-host.ts";
import { openGridPage, type GridPage } from "./grid-in-page.ts";

describe("in Chromium", () => {
  let page: GridPage;

  before(async function () {
    this.timeout(180_000);
    page = await openGridPage();
  });
  after(() => page.close());

  describeSheetHost("the browser grid", async () => ({
    host: page.host,
    driver: page.hands,
    codec: DEFLATE_CODEC,
    dispose: async () => undefined,
  }));
});
