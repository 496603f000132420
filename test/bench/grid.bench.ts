/** How long the browser grid takes to draw a ledger of 5,000 cells, and a roster of 400,000, once the data is there, in Chromium. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser } from "playwright-core";
import { bookOf } from "#test/browser/book-of.ts";
import { bundlePage, type BundledPage } from "#test/browser/bundled-page.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { median } from "./median.ts";

const LIMIT_MS = 1_000;
const RUNS = 5;
const ROSTER = { people: 10_000, columns: 40 } as const;
/** Five times the rows. */
const MOST_TIMES_A_FIFTH = 9;

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

  it("W6 draws a roster of 10,000 x 40, telling how far it is", async () => {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.goto(site.url);
    await page.waitForSelector("html[data-ready]");
    const drawn = async (people: number) =>
      await page.evaluate(([rows, columns]) => window.gridPage.drawRoster(rows, columns), [
        people,
        ROSTER.columns,
      ] as const);
    const fifth = await drawn(ROSTER.people / 5);
    const whole = await drawn(ROSTER.people);
    const took = [fifth, whole].map(({ milliseconds }) => `${Math.round(milliseconds)} ms`).join(", ");
    console.log(`draw a fifth and the whole: ${took}; ${whole.steps.length} steps`);
    assert.ok(whole.isDrawn && whole.steps.length > 3);
    assert.ok(whole.milliseconds < MOST_TIMES_A_FIFTH * fifth.milliseconds);
  });
});
