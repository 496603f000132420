import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import { contentSecurityPolicy } from "#service/http/strict-headers.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { contextFacts } from "#test/fakes/excel/context-facts.ts";
import { ExcelHost } from "#test/fakes/excel/excel-host.ts";
import { makeExternal } from "#test/fakes/excel/make-external.ts";

// The page itself is a stand-in; office.js, its parts and the policy are the service's.
const PAGE = '<!doctype html><meta charset="utf-8"><title>窗格</title><script src="/office/office.js"></script>';

/** As Excel says it, with the library's own logging on: that must not reach outside either. */
const HOST_INFO = "Excel$Win32$16.01$zh-CN$$$$1";

describe("office.js under the service's content policy", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let page: Page;
  let host: ExcelHost;
  const violations: string[] = [];
  const asked: string[] = [];

  before(async () => {
    host = new ExcelHost();
    [service, browser] = await Promise.all([startTestService({ empty: true }), launchChromium()]);
    page = await browser.newPage();
    page.on("pageerror", (error) => violations.push(error.message));
    page.on("request", (request) => asked.push(request.url()));
    await page.exposeFunction("tellViolation", (what: string) => violations.push(what));
    await page.exposeFunction("callExcel", (dispatch: number, parameters: readonly unknown[]) =>
      host.execute(dispatch, parameters),
    );
    await page.addInitScript(`
      addEventListener("securitypolicyviolation", (event) => tellViolation(event.violatedDirective + " " + event.blockedURI));
      const makeExternal = ${makeExternal.toString()};
      Object.defineProperty(window, "external", { value: makeExternal({
        facts: ${JSON.stringify({ ...contextFacts(host), hostInfo: HOST_INFO })},
        readSettings: () => [], writeSettings: () => undefined, onEvent: () => undefined,
        execute: (dispatch, parameters, answer) => callExcel(dispatch, parameters).then((call) => call && answer(call)),
      }) });`);
    await page.route("**/stand-in.html*", async (route) => {
      const headers = { "content-security-policy": contentSecurityPolicy([]), "content-type": "text/html" };
      await route.fulfill({ body: PAGE, headers });
    });
    await page.goto(`${service.url}/stand-in.html?_host_Info=${encodeURIComponent(HOST_INFO)}`);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });

  it("A10 starts, speaks with Excel and hears of nothing that the policy forbids", async () => {
    const ready = await page.evaluate(async () => {
      const { Office } = window as unknown as { readonly Office: { onReady(): Promise<{ readonly host: string }> } };
      return (await Office.onReady()).host;
    });
    const written = await page.evaluate(`Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B1");
      range.values = [["台账", 1]];
      range.load("values");
      await context.sync();
      return range.values;
    })`);
    assert.deepEqual([ready, written], ["Excel", [["台账", 1]]]);
    host.assertClean();
    assert.deepEqual(violations, []);
  });

  it("A10 asks nobody but the service, and for no file that the service does not have", async () => {
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/telemetry/oteljs_agave.js")),
    );
    await page.waitForLoadState("networkidle");
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(`${service.url}/`)),
      [],
    );
    const parts = asked.filter((url) => url.includes("/office/")).map((url) => new URL(url).pathname);
    assert.ok(parts.includes("/office/excel-win32-16.01.js") && parts.includes("/office/zh-cn/office_strings.js"));
    for (const path of parts) assert.equal((await fetch(service.url + path)).status, 200, path);
  });
});
