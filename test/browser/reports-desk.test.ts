import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import { fitsTheWidth, seriousFindings } from "#test/addin/screens/page-checks.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import type { CompareView } from "#core/protocol/report/report-tracing.ts";
import { ReportFile } from "#test/service/usecases/report/report-file.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { ReportDeskPage } from "./report-desk-page.ts";
import { WorkbenchPage } from "./workbench-page.ts";

/** A folder for pictures of the screens, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];
const ON = "2026-12-31";
const REPORT = `/reports/2017/${unitIdOf("g1")}/${ON}`;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SEXES = ["1", "2", "2", "2"];

describe("an annual report in the workbench in Chromium", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let office: HttpClient;
  let page: Page;
  let desk: ReportDeskPage;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    for (const [at, sex] of SEXES.entries()) {
      const work = { occupation: "11", occupationFrom: "2020-01-01" };
      const facts = { name: `年报${String(at)}`, idNumber: anIdNumber(at + 1), sex, ...work };
      await saveRecord(service.services, { id: `per_r${String(at)}`, branch: at < 2 ? "b11" : "b12", facts });
    }
    office = await service.signIn("g1");
    const workbench = await WorkbenchPage.signIn(browser, service.url, "g1");
    desk = new ReportDeskPage(workbench, { office, report: REPORT });
    ({ page } = workbench);
    await desk.open(ON);
    await desk.tables().nth(42).waitFor();
  });
  after(async () => {
    await browser.close();
    await service.close();
  });

  async function looksWell(name: string): Promise<void> {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
    assert.deepEqual(await seriousFindings(page, [".taizhang-grid"]), [], name);
    assert.ok(await fitsTheWidth(page), `${name} is too wide`);
  }
  it("R2 R5b the set stands as sheets beside the list of its tables; a cell says how it is counted", async () => {
    await desk.showCard("2!C1");
    assert.equal(await desk.valueOf("2!C1"), 3);
    await desk.card("2!C1").getByText("由信息库生成").waitFor();
    await desk.card("2!C1").getByText(/性别/).first().waitFor();
    await looksWell("report-desk");
  });

  it("R5 a right-click lists exactly the records counted; back keeps table and cell", async () => {
    await desk.goTo("2!C1");
    await desk.chooseFromMenu("反查名单");
    await page.getByText("数值：3", { exact: true }).waitFor();
    await page.locator(".trace-bar").getByText("3 条记录").waitFor();
    await looksWell("report-drill");
    await page.getByRole("button", { name: "返回" }).click();
    await desk.card("2!C1").waitFor();
  });

  it("R5 R12 a record is corrected from the list: what would move is shown first, then the number has moved", async () => {
    await desk.goTo("2!C1");
    await desk.chooseFromMenu("反查名单");
    const trace = page.locator(".trace");
    await trace.locator(".trace-list canvas").first().waitFor();
    await desk.selectListed("年报2");
    await desk.tryCorrection("性别", { to: "男", moves: "2!C1" });
    await looksWell("report-what-if");
    assert.equal(await desk.valueOf("2!C1"), 3);
    await desk.saveCorrection("身份证复印件");
    await page.getByText("已更正，数值由 3 变为 2。").first().waitFor();
    assert.equal(await desk.valueOf("2!C1"), 2);
    await page.getByRole("button", { name: "返回" }).click();
    await desk.card("2!C1").locator(".report-value", { hasText: /^2$/ }).waitFor();
  });

  it("R3 a number is forced with its reason, shows as its note, and one click restores it", async () => {
    await desk.showCard("2!C1");
    await desk.type("2!C1", "9");
    await desk.save(1, "二级单位尚未录入完毕");
    assert.equal(await desk.valueOf("2!C1"), 9);
    await desk.showCard("2!C1");
    await desk.card("2!C1").getByText("二级单位尚未录入完毕").first().waitFor();
    await looksWell("report-forced");
    await desk.chooseFromMenu("恢复为生成值");
    await desk.card("2!C1").locator(".report-value", { hasText: /^2$/ }).waitFor();
    assert.equal(await desk.valueOf("2!C1"), 2);
  });

  it("R3 empty green cells of a table are filled with 0 at once, and count when they are saved", async () => {
    await desk.tables().nth(8).click();
    await page.getByRole("button", { name: "空的绿格填 0" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "表9 的 3 格" }).waitFor();
    await dialog.getByRole("button", { name: "空的绿格填 0" }).click();
    await dialog.waitFor({ state: "detached" });
    await desk.save(3);
    const { tables: all } = await desk.view();
    const cells = Object.values(all.find(({ no }) => no === 9)?.cells ?? {});
    assert.equal(cells.filter(({ kind, value }) => kind === "manual" && value === 0).length, 3);
  });

  it("R5a two cells are contrasted, and each person's first failed condition is said", async () => {
    await desk.showCard("2!A1");
    await desk.card("2!A1").getByLabel("另一格").fill("2!c1");
    await desk.card("2!A1").getByRole("button", { name: "对照" }).click();
    await page.locator(".trace-bar").getByText("两格都有 2 条").waitFor();
    await page.locator(".trace-bar").getByText("只在 2!A1 的 2 条").waitFor();
    await looksWell("report-contrast");
    await page.getByRole("button", { name: "返回" }).click();
  });

  it("R4 R4a a check is read, leads to its cells and is explained; an empty phrase is refused", async () => {
    await desk.place().getByRole("tab", { name: "校核" }).first().click();
    await page.getByRole("region", { name: "校核结果" }).waitFor();
    await looksWell("report-findings");
    const { findings } = await desk.view();
    const asked = findings.find(({ severity }) => severity === "explain");
    if (!asked) return assert.fail("nothing is to be explained");
    await page
      .getByRole("button", { name: `填写说明：${asked.code}` })
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

  it("R6 R14 last year's numbers come out of a workbook, looked at first, and stand beside this year's", async () => {
    const issued = await ReportFile.export({ client: office, path: REPORT });
    await desk.place().getByRole("tab", { name: "比较" }).click();
    await page.getByRole("region", { name: "与往年比较" }).getByRole("button", { name: "载入期初数" }).click();
    const dialog = page.getByRole("dialog", { name: "载入期初数" });
    const file = dialog.getByLabel("填好的工作簿");
    const choose = async (bytes: Uint8Array) => {
      await file.setInputFiles({ name: "上年.xlsx", mimeType: XLSX, buffer: Buffer.from(bytes) });
      assert.equal(await file.inputValue(), "", "the same file can be chosen again");
    };
    await choose(await issued.bytes());
    await dialog.getByText(/^与导出时相同、未载入 \d+ 格/u).waitFor({ timeout: 180_000 });
    assert.equal(await dialog.getByRole("button", { name: /^载入 \d+ 格$/u }).count(), 0, "nothing was typed");
    issued.cell("2!A1").value = 9;
    await choose(await issued.bytes());
    const load = dialog.getByRole("button", { name: "载入 1 格", exact: true });
    await load.waitFor({ timeout: 180_000 });
    await looksWell("report-opening");
    await dialog.getByRole("textbox", { name: "理由" }).fill("旧系统已接收的年报");
    const other = { year: Number(ON.slice(0, 4)) - 1, values: { "2!C1": 5 }, reason: "另一人载入的上年年报" };
    assert.equal((await office.call("POST", `${REPORT}/opening`, { body: other })).status, 200);
    await load.click();
    // Refused, as somebody else was first; what he loaded is looked at before it is replaced.
    await dialog.getByText(/这一年已有 1 格/u).waitFor();
    await load.click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("往年数取自录入的期初数。").waitFor();
    const { rows } = await office.ask<CompareView>("GET", `${REPORT}/compare?year=${other.year}`);
    assert.deepEqual(
      rows.flatMap(({ cell, before: known }) => (known === null ? [] : [[cell, known]])),
      [["2!A1", 9]],
    );
    await page.getByRole("checkbox", { name: "只看有变化的" }).uncheck();
    await page.getByRole("button", { name: "图: 2!A1", exact: true }).click();
    await page.getByRole("img", { name: /2!A1/ }).waitFor();
    await looksWell("report-compare");
    await desk.place().getByRole("tab", { name: "填报" }).click();
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
