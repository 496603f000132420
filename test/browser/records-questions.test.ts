import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser, Locator, Page } from "playwright-core";
import { fitsTheWidth, seriousFindings } from "#test/addin/screens/page-checks.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { WorkbenchPage } from "./workbench-page.ts";

/** A folder for pictures of the screens, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];

describe("free questions in the workbench in Chromium", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    for (const [at, sex] of ["1", "2", "2", "2"].entries()) {
      const facts = { name: `统计${String(at)}`, idNumber: anIdNumber(at + 1), sex, remark: "问" };
      await saveRecord(service.services, { id: `per_q${String(at)}`, branch: at < 2 ? "b11" : "b12", facts });
    }
    ({ page } = await WorkbenchPage.signIn(browser, service.url, "g1"));
    await page.getByRole("button", { name: "党员信息" }).click();
    await page.getByRole("tab", { name: "统计分析" }).click();
    await condition().waitFor();
  });
  after(async () => {
    await browser.close();
    await service.close();
  });

  const place = (): Locator => page.getByRole("region", { name: "党员信息" });
  const condition = (): Locator => place().getByLabel("条件", { exact: true });
  const button = (name: string): Locator => place().getByRole("button", { name, exact: true });
  const answer = (): Locator => page.getByRole("region", { name: "统计结果" });
  async function looksWell(name: string): Promise<void> {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
    assert.deepEqual(await seriousFindings(page), [], name);
    assert.ok(await fitsTheWidth(page), `${name} is too wide`);
  }

  it("M22 what cannot be read is shown with its place", async () => {
    await condition().fill("备注 = 问 且 身高 > 3");
    await button("统计").click();
    await place().getByText("第 10 个字处：没有“身高”这一项。").waitFor();
    await place().locator("mark", { hasText: "身高" }).waitFor();
    await looksWell("question-problem");
  });

  it("M22 a condition is put together from fields and values, counted by two fields and drawn", async () => {
    await condition().fill("备注 = 问");
    await place().getByLabel("字段").selectOption({ label: "性别" });
    await place().getByLabel("取值").selectOption("女");
    await button("插入").click();
    assert.equal(await condition().inputValue(), "备注 = 问 且 性别 = 女");
    await button("统计").click();
    await answer().getByText("共 3 人").waitFor();
    await place().getByLabel("按行分类").selectOption({ label: "所在党支部" });
    await place().getByLabel("按列分类").selectOption({ label: "性别" });
    await button("统计").click();
    await answer().getByRole("row", { name: "机关第二党支部 2 2" }).waitFor();
    await answer()
      .getByRole("img", { name: /机关第一党支部 1，机关第二党支部 2/ })
      .waitFor();
    await looksWell("question");
  });

  it("M22 without a condition everybody is counted, numbers in bands", async () => {
    await condition().fill("");
    await place().getByLabel("按列分类").selectOption("");
    await place().getByLabel("按行分类").selectOption({ label: "年龄" });
    await place().getByLabel("行分段").fill("30、60");
    await button("统计").click();
    await answer().getByRole("row", { name: "0-30 4" }).waitFor();
    await condition().fill("备注 = 问 且 性别 = 女");
  });

  it("M22 it is saved under a name, and a name is used once", async () => {
    const save = async (name: string): Promise<void> => {
      await button("保存").click();
      await page.getByRole("dialog").getByLabel("名称").fill(name);
      await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    };
    await save("女党员分布");
    await page.getByText("已保存“女党员分布”。").first().waitFor();
    // The sentence is said before the screen has taken the question over.
    await place().getByRole("button", { name: "删除: 女党员分布" }).waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await condition().fill("备注 = 问");
    await button("保存").click();
    await page.getByRole("dialog").getByLabel("替换“女党员分布”").uncheck();
    await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await page.getByRole("dialog").getByRole("alert").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await place().getByRole("button", { name: "删除: 女党员分布" }).waitFor();
    assert.equal(await condition().inputValue(), "备注 = 问");
  });

  it("M22 A13 the answer is exported for a reason, and the people open as a roster", async () => {
    await button("统计").click();
    await answer().getByText("共 4 人").waitFor();
    await button("导出表格").click();
    await page.getByRole("dialog").getByRole("textbox").fill("年度分析");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("dialog").getByRole("button", { name: "导出表格" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /^机关党总支统计分析-.*\.xlsx$/);
    await button("打开名单").click();
    await page.getByText("共 4 条").waitFor();
    await page.getByRole("button", { name: "返回" }).first().click();
    assert.equal(await condition().inputValue(), "备注 = 问");
  });
});
