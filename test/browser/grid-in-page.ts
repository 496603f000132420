import type { Browser, Page } from "playwright-core";
import type { SheetHost } from "#core/sheet/sheet-host.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import type { OfficerHands } from "#test/journeys/edit-script.ts";
import { bundlePage, type BundledPage } from "./bundled-page.ts";

/** The grid alone on a page in Chromium. */
export interface GridPage {
  readonly host: SheetHost;
  readonly hands: OfficerHands;
  close(): Promise<void>;
}

export async function openGridPage(): Promise<GridPage> {
  const [site, browser]: [BundledPage, Browser] = await Promise.all([bundlePage("contract-page.ts"), launchChromium()]);
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(site.url);
  await page.waitForSelector("html[data-ready]");
  return {
    host: hostIn(page),
    hands: handsIn(page),
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** The host runs in the page; books are plain data and travel there and back. */
function hostIn(page: Page): SheetHost {
  return {
    async draw(book, options = {}) {
      const asked = { aborted: options.signal?.aborted === true, seen: options.seen ?? null };
      const steps = await page.evaluate(([drawn, how]) => window.contractPage.draw(drawn, how), [book, asked] as const);
      for (const [done, total] of steps) options.onProgress?.(done, total);
    },
    read: () => page.evaluate(() => window.contractPage.read()),
    mark: (marks) => page.evaluate((all) => window.contractPage.mark(all), marks),
  };
}

function handsIn(page: Page): OfficerHands {
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
    paste: (cell, block, shift = { rows: 0, columns: 0 }) =>
      page.evaluate(([at, values, by]) => window.contractPage.paste(at, values, by), [cell, block, shift] as const),
    insertColumnBefore: (sheet, column) =>
      page.evaluate(([s, c]) => window.contractPage.insertColumnBefore(s, c), [sheet, column] as const),
  };
}
