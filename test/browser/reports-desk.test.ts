import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser, Locator, Page } from "playwright-core";
import { sheetAddress } from "#core/sheet/cell-address.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import { fitsTheWidth, seriousFindings } from "#test/addin/screens/page-checks.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { WorkbenchPage } from "./workbench-page.ts";

/** A folder for pictures of the screens, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];
const ON = "2026-12-31";
const REPORT = `/reports/2017/${unitIdOf("g1")}/${ON}`;
const SEXES = ["1", "2", "2", "2"];

describe("an annual report in the workbench in Chromium", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let office: HttpClient;
  let page: Page;
  let workbench: WorkbenchPage;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    for (const [at, sex] of SEXES.entries()) {
      const work = { occupation: "11", occupationFrom: "2020-01-01" };
      const facts = { name: `年报${String(at)}`, idNumber: anIdNumber(at + 1), sex, ...work };
      await saveRecord(service.services, { id: `per_r${String(at)}`, branch: at < 2 ? "b11" : "b12", facts });
    }
    office = await service.signIn("g1");
    workbench = await WorkbenchPage.signIn(browser, service.url, "g1");
    ({ page } = workbench);
    await page.getByRole("button", { name: "年报" }).click();
    await place().getByLabel("截止日期").fill(ON);
    await place().getByLabel("截止日期").press("Enter");
    await tables().nth(42).waitFor();
    await page.locator(".report-waiting").waitFor({ state: "detached" });
  });
  after(async () => {
    await browser.close();
    await service.close();
  });

  const place = (): Locator => page.getByRole("region", { name: "年报" });
  const tables = (): Locator => page.locator(".report-tables button");
  const card = (cell: string): Locator => page.getByRole("article", { name: cell, exact: true });
  const view = (): Promise<ReportView> => office.ask<ReportView>("GET", REPORT);
  async function looksWell(name: string): Promise<void> {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
    assert.deepEqual(await seriousFindings(page, [".taizhang-grid"]), [], name);
    assert.ok(await fitsTheWidth(page), `${name} is too wide`);
  }
  async function valueOf(cell: string): Promise<number | null | undefined> {
    const [no, address = ""] = cell.split("!");
    return (await view()).tables.find((table) => String(table.no) === no)?.cells[address]?.value;
  }
  async function addressOf(cell: string): Promise<string> {
    const keys = keysOfReportCell(cell);
    const sheet = reportBook(await view(), REPORT_WORDS_ZH).sheets.find(({ key }) => key === keys?.sheet);
    const row = sheet?.rows.findIndex(({ key }) => key === keys?.row) ?? -1;
    const column = sheet?.columns.findIndex(({ key }) => key === keys?.column) ?? -1;
    assert.ok(row >= 0 && column >= 0, cell);
    return sheetAddress(row, column);
  }
  async function goTo(cell: string): Promise<void> {
    await tables()
      .nth(Number(cell.slice(0, cell.indexOf("!"))) - 1)
      .click();
    await workbench.go(await addressOf(cell));
  }
  async function showCard(cell: string): Promise<void> {
    await goTo(cell);
    await page.locator(".report-panel").getByRole("tab", { name: "单元格" }).click();
    await card(cell).getByText("本年").waitFor();
  }
  async function chooseFromMenu(name: string): Promise<void> {
    await page.evaluate(() => {
      const at = { bubbles: true, cancelable: true, clientX: 600, clientY: 400 };
      document.querySelector(".report-grid canvas")?.dispatchEvent(new MouseEvent("contextmenu", at));
    });
    await page.getByRole("menuitem", { name }).click();
  }

  it("R2 R5b the set stands as sheets beside the list of its tables; a cell says how it is counted", async () => {
    await showCard("2!C1");
    assert.equal(await valueOf("2!C1"), 3);
    await card("2!C1").getByText("由信息库生成").waitFor();
    await card("2!C1").getByText(/性别/).first().waitFor();
    await looksWell("report-desk");
  });

  it("R5 a right-click lists exactly the records counted; back keeps table and cell", async () => {
    await goTo("2!C1");
    await chooseFromMenu("反查名单");
    await page.getByText("数值：3", { exact: true }).waitFor();
    await page.locator(".trace-bar").getByText("3 条记录").waitFor();
    await looksWell("report-drill");
    await page.getByRole("button", { name: "返回" }).click();
    await card("2!C1").waitFor();
  });

  it("R5 R12 a record is corrected from the list: what would move is shown first, then the number has moved", async () => {
    await goTo("2!C1");
    await chooseFromMenu("反查名单");
    const trace = page.locator(".trace");
    await trace.locator(".trace-list canvas").first().waitFor();
    await selectListed("年报2");
    const correct = trace.getByRole("region", { name: "更正信息" });
    await correct.getByLabel("项目").selectOption({ label: "性别" });
    await correct.getByLabel("改为").selectOption("男");
    await correct.getByRole("button", { name: "先看影响" }).click();
    await correct.getByRole("status").getByText("2!C1").waitFor();
    await looksWell("report-what-if");
    assert.equal(await valueOf("2!C1"), 3);
    await correct.getByLabel("依据").fill("身份证复印件");
    await correct.getByRole("button", { name: "保存更正" }).click();
    await page.getByText("已更正，数值由 3 变为 2。").first().waitFor();
    assert.equal(await valueOf("2!C1"), 2);
    await page.getByRole("button", { name: "返回" }).click();
    await card("2!C1").locator(".report-value", { hasText: /^2$/ }).waitFor();
  });

  /** Walks down the list until the person's name stands beside it. */
  async function selectListed(name: string): Promise<void> {
    const panel = page.locator(".trace-panel");
    const box = page.locator(".trace-list input").first();
    for (let row = 2; row < 12; row += 1) {
      await box.fill(`B${String(row)}`);
      await box.press("Enter");
      const isShown = await panel
        .getByRole("heading", { name, exact: true })
        .waitFor({ timeout: 1_500 })
        .then(
          () => true,
          () => false,
        );
      if (isShown) return;
    }
    assert.fail(`${name} is not in the list`);
  }

  it("R3 a number is forced with its reason, shows as its note, and one click restores it", async () => {
    await showCard("2!C1");
    await workbench.type(await addressOf("2!C1"), "9");
    await page.keyboard.press("Control+s");
    const change = page.locator(".ledger-change");
    await change.getByLabel("理由").fill("二级单位尚未录入完毕");
    await page.locator(".ledger-send").click();
    await page.getByText("已保存 1 处修改。").first().waitFor();
    assert.equal(await valueOf("2!C1"), 9);
    await showCard("2!C1");
    await card("2!C1").getByText("二级单位尚未录入完毕").first().waitFor();
    await looksWell("report-forced");
    await chooseFromMenu("恢复为生成值");
    await card("2!C1").locator(".report-value", { hasText: /^2$/ }).waitFor();
    assert.equal(await valueOf("2!C1"), 2);
  });

  it("R3 empty green cells of a table are filled with 0 at once, and count when they are saved", async () => {
    await tables().nth(8).click();
    await page.getByRole("button", { name: "空的绿格填 0" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "表9 的 3 格" }).waitFor();
    await dialog.getByRole("button", { name: "空的绿格填 0" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.keyboard.press("Control+s");
    await page.locator(".ledger-change").nth(2).waitFor();
    await page.locator(".ledger-send").click();
    await page.getByText("已保存 3 处修改。").first().waitFor();
    const { tables: all } = await view();
    const cells = Object.values(all.find(({ no }) => no === 9)?.cells ?? {});
    assert.equal(cells.filter(({ kind, value }) => kind === "manual" && value === 0).length, 3);
  });

  it("R5a two cells are contrasted, and each person's first failed condition is said", async () => {
    await showCard("2!A1");
    await card("2!A1").getByLabel("另一格").fill("2!c1");
    await card("2!A1").getByRole("button", { name: "对照" }).click();
    await page.locator(".trace-bar").getByText("两格都有 2 条").waitFor();
    await page.locator(".trace-bar").getByText("只在 2!A1 的 2 条").waitFor();
    await looksWell("report-contrast");
    await page.getByRole("button", { name: "返回" }).click();
  });

  it("R4 R4a a check is read, leads to its cells and is explained; an empty phrase is refused", async () => {
    await place().getByRole("tab", { name: "校核" }).first().click();
    await page.getByRole("region", { name: "校核结果" }).waitFor();
    await looksWell("report-findings");
    const { findings } = await view();
    const asked = findings.find(({ severity }) => severity === "explain");
    if (!asked) return assert.fail("nothing is to be explained");
    await page
      .getByRole("button", { name: `填写说明: ${asked.code}` })
      .first()
      .click();
    await page.getByLabel("填写说明", { exact: true }).fill("情况属实");
    await page.locator(".report-explain").getByRole("button", { name: "填写说明" }).click();
    await page.locator(".report-explain").getByRole("alert").waitFor();
    await page.getByLabel("填写说明", { exact: true }).fill("本年新设支部，人数变动较大");
    await page.locator(".report-explain").getByRole("button", { name: "填写说明" }).click();
    await page
      .getByText(/本年新设支部，人数变动较大/)
      .first()
      .waitFor();
    await page
      .getByRole("button", { name: /^查看单元格/ })
      .first()
      .click();
    await page.locator(".report-cell").waitFor();
  });

  it("R6 R14 the year before stands beside it, largest changes first, with a chart of a row", async () => {
    const values = { "2!A1": 1, "2!C1": 1 };
    await office.ask("POST", `${REPORT}/opening`, { year: 2025, reason: "旧系统已接收的年报", values });
    await place().getByRole("tab", { name: "比较" }).click();
    await page.getByText("往年数取自录入的期初数。").waitFor();
    await page.getByRole("button", { name: "图: 2!A1", exact: true }).click();
    await page.getByRole("img", { name: /2!A1/ }).waitFor();
    await looksWell("report-compare");
    await place().getByRole("tab", { name: "填报" }).click();
  });

  it("the place says everything in English, too, and F6 walks through its areas", async () => {
    await page.keyboard.press("F6");
    assert.notEqual(await page.evaluate(() => document.activeElement?.closest("[data-area]")), null);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("region", { name: "Annual reports" }).waitFor();
    await page.locator(".report-waiting").waitFor({ state: "detached" });
    await looksWell("report-desk-en");
  });
});
