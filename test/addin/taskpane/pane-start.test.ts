import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import type { DeskMissing } from "#addin/hosts/open-desk.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { seriousFindings } from "#test/addin/screens/page-checks.ts";
import type { BundledPage } from "#test/browser/bundled-page.ts";
import { bundlePane, fitsWidth } from "./pane-driver.ts";

const BOOT = join(import.meta.dirname, "..", "..", "..", "addin", "taskpane", "boot.js");

const SENTENCES: readonly (readonly [DeskMissing, RegExp, boolean])[] = [
  [{ code: "not-in-host", wanted: "excel" }, /请在 Excel 中打开/, true],
  [{ code: "not-in-host", wanted: "wps" }, /请在 WPS 表格中打开/, true],
  [
    { code: "host-too-old", needs: "ExcelApi 1.14", has: "ExcelApi 1.8" },
    /需要：ExcelApi 1\.14；现有：ExcelApi 1\.8/,
    false,
  ],
  [{ code: "host-silent", seconds: 8 }, /8 秒内没有答复/, true],
  [{ code: "office-js-missing" }, /office\.js/, true],
];

describe("the pane's start", function () {
  this.timeout(240_000);
  let browser: Browser;
  let site: BundledPage;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    [browser, site] = await Promise.all([launchChromium(), bundlePane()]);
  });
  afterEach(async () => {
    await page.context().close();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function newPage(): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 320, height: 500 }, locale: "zh-CN" });
    return await context.newPage();
  }

  for (const [missing, sentence, again] of SENTENCES) {
    it(`says plainly what is missing: ${JSON.stringify(missing)}`, async () => {
      page = await newPage();
      await page.goto(`${site.url}#missing=${encodeURIComponent(JSON.stringify(missing))}`);
      await page.getByRole("alert").getByText(sentence).waitFor();
      assert.equal(await page.getByRole("button", { name: "再试一次" }).count(), again ? 1 : 0);
      assert.ok(await fitsWidth(page));
      assert.deepEqual(await seriousFindings(page), []);
    });
  }

  describe("before any program of ours runs", () => {
    const html = '<!doctype html><html lang="zh-CN"><body><div id="pane">……</div></body></html>';

    async function boot(age: () => void, script = ""): Promise<void> {
      page = await newPage();
      await page.addInitScript(age);
      await page.route("**/*", async (route) => {
        const path = new URL(route.request().url()).pathname;
        if (path === "/excel.html") {
          const body = html.replace("</body>", `<script src="/boot.js"></script>${script}</body>`);
          await route.fulfill({ contentType: "text/html; charset=utf-8", body });
        } else if (path === "/boot.js") {
          await route.fulfill({ contentType: "text/javascript; charset=utf-8", body: await readFile(BOOT) });
        } else await route.fulfill({ status: 404 });
      });
      await page.goto("http://taizhang.test/excel.html");
    }

    it("is ES5 throughout, as an old webview must read it", async () => {
      const source = await readFile(BOOT, "utf8");
      assert.doesNotMatch(source.replace(/\/\/.*$/gm, ""), /=>|`|\b(?:let|const|class|async|await)\b|\?\.|\?\?/);
    });

    it("says what a browser that is too old needs", async () => {
      await boot(() => Reflect.deleteProperty(Array.prototype, "findLast"));
      await page
        .getByRole("alert")
        .getByText(/Microsoft Edge WebView2/)
        .waitFor();
    });

    it("says that the program did not arrive", async () => {
      await boot(() => undefined, '<script src="/excel.123.js"></script>');
      await page
        .getByRole("alert")
        .getByText(/没有取得台账窗格的程序文件/)
        .waitFor();
    });

    it("leaves a missing office.js to the pane itself", async () => {
      await boot(() => undefined, '<script src="/office/office.js"></script>');
      assert.equal(await page.getByRole("alert").count(), 0);
    });
  });
});
