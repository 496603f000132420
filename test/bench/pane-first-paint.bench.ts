/** How soon the pane shows something, and how soon one can sign in, with the processor four times slowed; beside an empty page. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser } from "playwright-core";
import { bundlePane } from "#test/addin/taskpane/pane-driver.ts";
import type { BundledPage } from "#test/browser/bundled-page.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { median } from "./median.ts";

const SLOWED = 4;
const LIMIT_MS = 1_500;
const RUNS = 7;
/** What an empty page takes on the machine that the limit is meant for, slowed the same. A busier one gets as much more time. */
const EMPTY_MS = 60;
const EMPTY = "data:text/html,<!doctype html><title>empty</title><p>empty</p>";

interface Times {
  readonly paint: number;
  /** Milliseconds until the field for the password is there; null where there is none. */
  readonly ready: number | null;
}

describe("the pane's first paint", () => {
  let site: BundledPage;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([bundlePane(), launchChromium()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function timesOf(url: string, field: string | null): Promise<Times> {
    const context = await browser.newContext({ viewport: { width: 350, height: 768 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    await page.goto(url);
    if (field !== null) await page.locator(field).waitFor();
    const times = await page.evaluate(
      (wanted) =>
        new Promise<Times>((resolve) => {
          const ready = wanted === null ? null : performance.now();
          new PerformanceObserver((list, observer) => {
            const paint = list.getEntriesByName("first-contentful-paint")[0]?.startTime;
            if (paint === undefined) return;
            observer.disconnect();
            resolve({ paint, ready });
          }).observe({ type: "paint", buffered: true });
        }),
      field,
    );
    await context.close();
    return times;
  }

  it("comes within 1.5 s, with the sign-in ready, with the processor four times slowed", async () => {
    const empty: number[] = [];
    const paint: number[] = [];
    const ready: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      empty.push((await timesOf(EMPTY, null)).paint);
      const pane = await timesOf(site.url, "input[name='password']");
      paint.push(pane.paint);
      ready.push(pane.ready ?? 0);
    }
    const busy = Math.max(1, median(empty) / EMPTY_MS);
    const [first, signIn] = [median(paint), median(ready)];
    console.log(
      `empty page ${Math.round(median(empty))} ms, pane ${Math.round(first)} ms (${(first / median(empty)).toFixed(1)} times), ` +
        `sign-in ready after ${Math.round(signIn)} ms; medians of ${RUNS}`,
    );
    assert.ok(first < LIMIT_MS * busy, paint.map(Math.round).join(", "));
    assert.ok(signIn < LIMIT_MS * busy, ready.map(Math.round).join(", "));
  });
});
