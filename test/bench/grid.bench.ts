/** How long the browser grid takes to draw a ledger of 5,000 cells once the data is there, in Chromium. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser } from "playwright-core";
import { bookOf } from "#test/browser/book-of.ts";
import { bundlePage, type BundledPage } from "#test/browser/bundled-page.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { median } from "./median.ts";

const LIMIT_MS = 1_000;
const RUNS = 5;

describe("the grid", () => {
  let site: BundledPage;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([bundlePage("grid-page.ts"), launchChromium()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it("draws 5,000 cells within a second after the data arrived", async () => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(site.url);
    await page.waitForSelector("html[data-ready]");
    const book = bookOf(400, {});
    const cells = book.sheets.reduce((sum, sheet) => sum + sheet.rows.length * sheet.columns.length, 0);
    const took: number[] = [];
    for (let run = 0; run < RUNS; run += 1) took.push(await page.evaluate((big) => window.gridPage.draw(big), book));
    console.log(`draw ${cells} cells: median ${Math.round(median(took))} ms of ${RUNS}`);
    assert.ok(cells >= 5_000);
    assert.ok(median(took) < LIMIT_MS, took.map(Math.round).join(", "));
  });
});
