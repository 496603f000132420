import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import { contentSecurityPolicy } from "#service/http/strict-headers.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { bundlePage, type BundledPage } from "./bundled-page.ts";

describe("the grid under the service's content policy", () => {
  let site: BundledPage;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async function () {
    this.timeout(240_000);
    [site, browser] = await Promise.all([bundlePage("grid-page.ts"), launchChromium()]);
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.route("**/*", async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-security-policy": contentSecurityPolicy([]) };
      await route.fulfill({ response, headers });
    });
    await page.goto(site.url);
    await page.waitForSelector("html[data-ready]");
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it("A10 draws, computes and reads a ledger without one violation", async () => {
    const book = aLedgerBook();
    await page.evaluate((drawn) => window.gridPage.draw(drawn), book);
    const reading = await page.evaluate(() => window.gridPage.read());
    assert.ok(reading.sheets.length >= book.sheets.length);
    assert.deepEqual(complaints, []);
  });

  it("A10 runs no code that a text was made into, and loads nothing from elsewhere", async () => {
    // What protects is shown at work: the same page, asked to do what the policy forbids.
    const evaluated = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.injected = true";
      document.body.append(script);
      return "injected" in window;
    });
    const fetched = await page.evaluate(() =>
      fetch("https://elsewhere.example/").then(
        () => "fetched",
        () => "blocked",
      ),
    );
    assert.deepEqual([evaluated, fetched], [false, "blocked"]);
    assert.equal(complaints.length >= 2, true);
  });
});
