import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { Browser } from "playwright-core";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";

const DIST = join(import.meta.dirname, "..", "..", "..", "dist", "addin");
/** Bytes on the line, compressed as the service sends them to a desk, office.js apart. */
const MOST = 250_000;
/** What an older desk's browser (Chromium 100, Safari 15) does not have, and what only other pages need. */
const FOREIGN = [
  /\.(?:toSpliced|isSubsetOf|isDisjointFrom)\(/,
  /\b(?:Object|Map)\.groupBy\b/,
  /\bPromise\.withResolvers\b/,
  /\bAbortSignal\.(?:any|timeout)\b/,
  /\bArray\.fromAsync\b/,
  /ZodError|\bunivers?heet|@univerjs|\bpinyin\(/i,
];

describe("what a desk program loads for the pane", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });

  /** Outside its program the page says what is missing, after it has loaded all it needs for the first screen and the main job. */
  async function loadedBy(page: string): Promise<readonly string[]> {
    const tab = await browser.newPage({ viewport: { width: 320, height: 700 } });
    // Chromium 104 has neither: the page brings them.
    await tab.addInitScript(() => {
      for (const name of ["toSorted", "toReversed"]) Reflect.deleteProperty(Array.prototype, name);
    });
    const paths = new Set<string>();
    tab.on("requestfinished", (request) => paths.add(new URL(request.url()).pathname));
    await tab.goto(`${service.url}${page}`);
    await tab.getByRole("alert").waitFor();
    await tab.waitForLoadState("networkidle");
    assert.deepEqual(await tab.evaluate(() => [2, 1, 3].toSorted().toReversed()), [3, 2, 1]);
    await tab.close();
    return [...paths].filter((path) => /\.(?:html|js|css)$/.test(path));
  }

  for (const page of ["/excel.html", "/wps.html"]) {
    it(`${page} stays below 250 KB compressed and within what old desks understand`, async () => {
      const paths = await loadedBy(page);
      const own = paths.filter((path) => !path.startsWith("/office/"));
      const sizes = await Promise.all(own.map(async (path) => (await stat(`${join(DIST, path)}.br`)).size));
      const sum = sizes.reduce((total, size) => total + size, 0);
      assert.ok(
        own.some((path) => path.includes("pane-desk")),
        "the main job's code was loaded",
      );
      assert.ok(sum < MOST, `${sum} bytes: ${own.join(" ")}`);
      assert.equal(paths.length > own.length, page === "/excel.html", "only Excel's page asks for office.js");
      for (const path of own.filter((name) => name.endsWith(".js"))) {
        const source = await readFile(join(DIST, path), "utf8");
        for (const foreign of FOREIGN) assert.doesNotMatch(source, foreign, path);
      }
    });
  }
});
