import { after, before, describe } from "mocha";
import type { Browser, Page } from "playwright-core";
import type { SheetHost } from "#core/sheet/sheet-host.ts";
import { DEFLATE_CODEC } from "#service/workbook/deflate-codec.ts";
import { describeSheetHost, type SheetDriver } from "#test/contracts/sheet-host.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { bundlePage, type BundledPage } from "./bundled-page.ts";

/** The host runs in the page; books are plain data and travel there and back. */
function hostIn(page: Page): SheetHost {
  return {
    async draw(book, options = {}) {
      const aborted = options.signal?.aborted === true;
      const steps = await page.evaluate(([drawn, stop]) => window.contractPage.draw(drawn, stop), [
        book,
        aborted,
      ] as const);
      for (const [done, total] of steps) options.onProgress?.(done, total);
    },
    read: () => page.evaluate(() => window.contractPage.read()),
    mark: (marks) => page.evaluate((all) => window.contractPage.mark(all), marks),
  };
}

function driverIn(page: Page): SheetDriver {
  return {
    type: (cell, value) =>
      page.evaluate(([at, typed]) => window.contractPage.type(at, typed, null), [cell, value] as const),
    typeFormula: (cell, formula) =>
      page.evaluate(([at, typed]) => window.contractPage.type(at, null, typed), [cell, formula] as const),
    insertRowAbove: (sheet, row) =>
      page.evaluate(([s, r]) => window.contractPage.insertRowAbove(s, r), [sheet, row] as const),
    deleteRow: (sheet, row) => page.evaluate(([s, r]) => window.contractPage.deleteRow(s, r), [sheet, row] as const),
    moveRowAbove: (sheet, row, target) =>
      page.evaluate(([s, r, t]) => window.contractPage.moveRowAbove(s, r, t), [sheet, row, target] as const),
    moveColumnBefore: (sheet, column, target) =>
      page.evaluate(([s, c, t]) => window.contractPage.moveColumnBefore(s, c, t), [sheet, column, target] as const),
    noteOf: (cell) => page.evaluate((at) => window.contractPage.noteOf(at), cell),
  };
}

describe("in Chromium", () => {
  let site: BundledPage;
  let browser: Browser;
  let page: Page;

  before(async function () {
    this.timeout(180_000);
    [site, browser] = await Promise.all([bundlePage("contract-page.ts"), launchChromium()]);
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(site.url);
    await page.waitForSelector("html[data-ready]");
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  describeSheetHost("the browser grid", async () => ({
    host: hostIn(page),
    driver: driverIn(page),
    codec: DEFLATE_CODEC,
    dispose: async () => undefined,
  }));
});
