import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser, Locator, Page } from "playwright-core";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { fitsTheWidth, seriousFindings } from "#test/addin/screens/page-checks.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { ON, ReportHandler } from "#test/service/usecases/report/submission/report-handler.ts";
import { ReportHandoverPage } from "./report-handover-page.ts";
import { WorkbenchPage } from "./workbench-page.ts";

/** A folder for pictures of the screens, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];
/** The day of the service. */
const TODAY = "2026-06-01";

describe("a report handed over in the workbench in Chromium", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let page: Page;
  let unit: ReportHandler;

  before(async function () {
    this.timeout(240_000);
    const different = { ...withSmallForm(), ...(await withoutRecordChecks()) };
    [service, browser] = await Promise.all([startTestService({ different }), launchChromium()]);
    await service.services.store.write(async (tx) => {
      const idNumber = anIdNumber("1990-03-05", 11);
      await tx.people.insert([
        aKnownPerson({ id: "lin", unit: "b11", idNumber, from: "2025-01-01", facts: { sex: "2", name: "林小红" } }),
      ]);
    });
    unit = new ReportHandler(await service.signIn("g1"), "g1");
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(async () => {
    await page.context().close();
  });

  async function open(name: string, tab: string): Promise<void> {
    ({ page } = await WorkbenchPage.signIn(browser, service.url, name));
    await page.getByRole("button", { name: "年报", exact: true }).click();
    const day = page.getByLabel("截止日期");
    await day.fill(ON);
    await day.press("Enter");
    await show(tab);
  }
  const show = async (tab: string): Promise<void> => {
    await page.locator(".reports-bar").getByRole("tab", { name: tab, exact: true }).click();
  };
  async function looksWell(name: string): Promise<void> {
    await page.locator(".fui-Spinner").first().waitFor({ state: "detached" });
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
    // The grid beneath is not ours to judge.
    assert.deepEqual(await seriousFindings(page, [".taizhang-grid"]), [], name);
    assert.ok(await fitsTheWidth(page), `${name} is too wide`);
  }
  const button = (name: string | RegExp): Locator => page.getByRole("button", { name, exact: true });
  const dialog = (): Locator => page.getByRole("dialog");
  const says = async (text: string): Promise<void> => await page.getByText(text).first().waitFor();
  const verdict = (): Locator => page.locator(".report-verdict");
  /** How often that was asked of the service from now on, as soon as all is still. */
  const asking = (path: RegExp): (() => Promise<number>) => {
    let count = 0;
    page.on("request", (request) => {
      if (request.method() === "GET" && path.test(new URL(request.url()).pathname)) count += 1;
    });
    return async () => {
      await page.waitForTimeout(1_500);
      return count;
    };
  };
  const submit = async (): Promise<void> => await new ReportHandoverPage(page).submit();

  it("R7 不可上报 says what is missing and leads to the cell in the desk", async () => {
    await open("g1", "上报");
    await says("不可上报：还有 3 项条件未满足");
    await looksWell("report-gate");
    await page.getByRole("button", { name: /^转到 .*活动经费/ }).click();
    const card = page.getByRole("article", { name: "1!A6" });
    await card.waitFor();
  });

  it("R8 points are answered, both materials come as documents, and then it can be submitted", async () => {
    await unit.set("1!A6", 100);
    await unit.set("1!A7", 5);
    const { findings } = await unit.view();
    for (const { code, line } of findings)
      await unit.act("explain", { check: code, line, text: "名单附后，已经逐人核对" });
    await open("g1", "上报");
    await says("不可上报：还有 1 项条件未满足");
    for (const point of ["P-0", "P-1"]) {
      await new ReportHandoverPage(page).answerPoint(point, "逐人核对过转接记录");
    }
    await page.locator(".report-verdict[data-ready='true']").waitFor();
    assert.equal(await verdict().innerText(), "可上报");
    for (const material of ["各表具体审核要点", "需要上报的名单和情况说明"]) {
      await button(`下载：${material}`).click();
      await dialog().getByRole("textbox").fill("报送上级");
      const take = dialog().getByRole("button", { name: "导出" });
      const [download] = await Promise.all([page.waitForEvent("download"), take.click()]);
      await dialog().waitFor({ state: "detached" });
      assert.match(download.suggestedFilename(), /\.docx$/);
    }
    await submit();
    await says("上级尚未查看");
    assert.equal((await unit.submission()).state, "submitted");
    await looksWell("report-submitted");
  });

  it("R8 taken back while nobody has looked at it, then submitted again", async () => {
    await open("g1", "上报");
    await button("撤回").click();
    await dialog().getByRole("textbox").fill("漏报一项");
    await dialog().getByRole("button", { name: "撤回" }).click();
    await says("漏报一项");
    await page.locator(".report-verdict[data-ready='true']").waitFor();
    const views = asking(/\/reports\/[^/]+\/[^/]+\/[^/]+$/);
    await submit();
    assert.equal(await views(), 2, "once for the page, once for the desk");
    assert.equal((await unit.submission()).state, "submitted");
  });

  it("R9 the superior sees where the units stand, looks at one and returns it with a remark on a cell", async () => {
    await open("c", "下级");
    const row = page.getByRole("row", { name: /^机关党总支/ });
    await row.getByText("已上报").waitFor();
    await looksWell("report-below");
    await row.getByRole("button").click();
    await button("退回").click();
    await dialog().getByRole("button", { name: "添加批注" }).click();
    await dialog()
      .getByLabel(/^批注 1：/)
      .fill("2!B1");
    await dialog().getByLabel("批注 2!B1", { exact: true }).fill("与名单不符");
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    // Looked at once more before it is decided on: what was typed is still there.
    await row.getByRole("button").click();
    await button("退回").click();
    assert.equal(await dialog().getByLabel("批注 2!B1", { exact: true }).inputValue(), "与名单不符");
    await dialog().locator("textarea").fill("请核对女党员数后再报");
    await looksWell("report-returning");
    await dialog().getByRole("button", { name: "退回" }).click();
    await says("已退回。");
    await row.getByText("已退回").waitFor();
    assert.equal((await unit.submission()).state, "returned");
  });

  it("R8 the unit reads the remark, goes to its cell, and submits once more", async () => {
    await open("g1", "上报");
    await says("请核对女党员数后再报");
    await page.getByRole("region", { name: "上报记录" }).getByRole("button", { name: "转到 2!B1" }).click();
    await page.getByRole("article", { name: "2!B1" }).waitFor();
    await show("上报");
    await page.locator(".report-verdict[data-ready='true']").waitFor();
    await submit();
    assert.equal((await unit.submission()).history[0]?.number, 3);
  });

  it("R9 R13 the superior accepts; the sum of the units below is held against the records", async () => {
    await open("c", "下级");
    const row = page.getByRole("row", { name: /^机关党总支/ });
    await row.waitFor();
    const overviews = asking(/\/reports\/overview$/);
    await page.locator("tbody button", { hasText: "查看" }).first().click();
    await page.locator("section.admin-card.report-part").waitFor();
    assert.equal(await overviews(), 0, "its own report is not handed over: nothing moved");
    await row.getByRole("button").click();
    await button("接受").click();
    await dialog().getByRole("textbox").fill("同意");
    await dialog().getByRole("button", { name: "接受" }).click();
    await row.getByText(/已接[收受]/).waitFor();
    await page.getByRole("region", { name: "汇总核对" }).waitFor();
    await looksWell("report-accepted");
  });

  it("R8 an accepted report is printed with its furniture, and print, signature and seal are noted down", async () => {
    await open("g1", "上报");
    await says("打印、签字、盖章的期限 2026-06-04 已过。");
    const printed = await new ReportHandoverPage(page).printed();
    for (const part of ["小报表", "表2　党员情况", "机关党总支", "（盖章）"]) assert.ok(printed.includes(part), part);
    await page.getByLabel("打印、签字、盖章日期").fill(TODAY);
    await button("登记").click();
    await says(`已于 ${TODAY} 打印、签字、盖章。`);
    assert.equal((await unit.submission()).history[0]?.printedOn, TODAY);
  });
});
