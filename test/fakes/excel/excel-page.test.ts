import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "#test/environment/chromium.ts";
import { ExcelHost } from "./excel-host.ts";
import { ExcelUser } from "./excel-user.ts";
import { excelQuery, installExcelHost, routeOfficeJs } from "./install-excel-host.ts";

const BASE = "https://desk.test/";
const PAGE = `<!doctype html><title>台账</title>
  <script src="office/office.js" data-use-associated-actions-only="1"></script>
  <script>window.ready = Office.onReady();</script>`;

describe("the genuine office.js in a page of Chromium", function () {
  this.timeout(240_000);
  let browser: Browser;
  let page: Page;
  let host: ExcelHost;
  let asked: string[];
  before(async () => {
    browser = await launchChromium();
  });
  after(async () => browser.close());
  beforeEach(async () => {
    page = await browser.newPage();
    asked = [];
    host = new ExcelHost();
  });
  afterEach(async () => {
    await page.close();
    host.assertClean();
  });

  async function open(): Promise<void> {
    page.on("request", (request) => asked.push(request.url()));
    await installExcelHost(page, host);
    await page.route(`${BASE}*`, (route) => route.fulfill({ body: PAGE, contentType: "text/html; charset=utf-8" }));
    await routeOfficeJs(page, `${BASE}office/`);
    await page.goto(`${BASE}excel.html${excelQuery(host)}`);
  }

  it("comes up in Excel and writes a range into the workbook", async () => {
    await open();
    const info = await page.evaluate(async () => await Office.onReady());
    assert.deepEqual([info.host, info.platform], ["Excel", "PC"]);
    const read = await page.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1");
        range.values = [["党课", "=1+1"]];
        range.load("values");
        await context.sync();
        return range.values as unknown[][];
      }),
    );
    assert.deepEqual(read, [["党课", 2]]);
    assert.equal(host.workbook.sheet("Sheet1").cell(0, 0).value, "党课");
    assert.equal(host.counters.spent.syncs, 1);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(BASE)),
      [],
      "no address but our own",
    );
  });
  it("hears what the person does, and runs its commands", async () => {
    await open();
    await page.evaluate(async () => {
      await Office.onReady();
      const told: string[] = [];
      Object.assign(window, { told });
      await Excel.run(async (context) => {
        context.workbook.worksheets.onChanged.add(async ({ address }) => void told.push(address));
        await context.sync();
      });
      Office.actions.associate("open", (event: Office.AddinCommands.Event) => {
        told.push("open");
        event.completed();
      });
    });
    const user = new ExcelUser(host);
    user.type("Sheet1", "C7", "手写");
    await page.waitForFunction(() => (window as unknown as { told: string[] }).told.length === 1);
    await user.rightClick("Sheet1", "C7", "open");
    assert.deepEqual(await page.evaluate(() => (window as unknown as { told: string[] }).told), ["C7", "open"]);
  });
  it("finds the workbook as it stands when the page is opened again", async () => {
    await open();
    const write = () =>
      page.evaluate(async () => {
        await Office.onReady();
        await Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
          await context.sync();
        });
      });
    await write();
    await page.reload();
    await write();
    assert.equal(host.workbook.changes.length, 2);
  });
  it("waits in vain where Excel never answers", async () => {
    host.neverReady = true;
    await open();
    const first = await page.evaluate(() =>
      Promise.race([
        Office.onReady().then(() => "ready"),
        new Promise((resolve) => setTimeout(() => resolve("late"), 1500)),
      ]),
    );
    assert.equal(first, "late");
  });
});
