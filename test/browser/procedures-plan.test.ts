import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser, Locator, Page } from "playwright-core";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";
import { fitsTheWidth, seriousFindings } from "#test/addin/screens/page-checks.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const TODAY = "2026-06-01";
/** A folder for pictures of the screens, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];

describe("plan, list and admission in the workbench in Chromium", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    const people = [
      ["发展甲", "candidate"],
      ["发展乙", "candidate"],
      ["积极丙", "activist"],
      ["申请丁", "applicant"],
    ] as const;
    for (const [serial, [name, stage]] of people.entries()) {
      const facts = { idNumber: anIdNumber(serial + 1), name, cultivators: "王明、李红", trainingResult: "1" };
      await saveRecord(service.services, { id: `per_${String(serial)}`, branch: "b11", stage, facts });
    }
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
    await page.getByRole("button", { name: "组织工作" }).click();
    await page.getByRole("tab", { name: tab }).click();
    await place()
      .getByLabel(tab === "发展计划" ? "年度" : "名单年度")
      .selectOption("2026");
  }
  async function looksWell(name: string): Promise<void> {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
    assert.deepEqual(await seriousFindings(page), [], name);
    assert.ok(await fitsTheWidth(page), `${name} is too wide`);
  }
  /** Beside it the ledgers' side has boxes of its own. */
  const place = (): Locator => page.getByRole("region", { name: "组织工作" });
  const button = (name: string): Locator => page.getByRole("button", { name, exact: true });
  const says = async (text: string): Promise<void> => await page.getByText(text).first().waitFor();
  async function tick(...names: readonly string[]): Promise<void> {
    for (const name of names) await page.getByRole("checkbox", { name, exact: true }).check();
  }

  it("M7 who is on the way is entered; a number that differs is said there, and only the leader confirms", async () => {
    await open("g1", "发展计划");
    await says("积极丙");
    assert.equal(await page.getByText("申请丁").count(), 0);
    await tick("发展甲", "发展乙");
    await button("列入计划 2 人").click();
    await says("已列入 2 人。");
    await place().getByLabel("上报数").fill("3");
    await button("保存上报数").click();
    await says("上报数比录入人数多 1");
    assert.equal(await button("确认计划").getAttribute("aria-disabled"), "true");
    await looksWell("plan-entering");
    await place().getByLabel("上报数").fill("2");
    await button("保存上报数").click();
    await says("录入 2 人，上报数 2");
    await page.context().close();
    await open("g1-secretary", "发展计划");
    await says("录入 2 人，上报数 2");
    await button("确认计划").click();
    await says("已确认，等待上级审批");
  });

  it("M7 the superior sees the plans below and answers with the approved number", async () => {
    await open("c", "发展计划");
    await button("查看：机关党总支").click();
    await place().getByLabel("审批数", { exact: true }).fill("1");
    await looksWell("plan-approving");
    await button("审批").click();
    await says("批复 1 人");
  });

  it("M8 each one is checked until list and number agree; the closed list is exported and tracked on paper", async () => {
    await open("g1", "发展计划");
    await tick("发展甲");
    await button("核定列入 1 人").click();
    await says("已核定列入 1 人，未核定 1 人");
    assert.equal(await button("名单定稿").getAttribute("aria-disabled"), "true");
    await tick("发展乙");
    await place().getByLabel("不列入的原因").fill("培养时间不足");
    await button("移出名单 1 人").click();
    await says("不列入：培养时间不足");
    await looksWell("plan-listing");
    await button("名单定稿").click();
    await page.getByRole("dialog").getByRole("button", { name: "名单定稿" }).click();
    await button("导出名单").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("报送组织部");
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "导出名单" }).click();
    assert.equal((await download).suggestedFilename(), "机关党总支2026年计划发展对象名单.xlsx");
    await place().getByLabel("盖章纸质名单报送日期").fill(TODAY);
    await button("登记报送").click();
    await says(`纸质名单 ${TODAY} 报送`);
    assert.equal(await button("登记收到").getAttribute("aria-disabled"), "true");
  });

  it("M9 who stands on the list is admitted; a refused row says why and keeps what was typed", async () => {
    await open("g1", "吸收预备党员");
    assert.equal(await place().getByLabel("发展乙：入党志愿书编号").count(), 0);
    await place().getByLabel("发展甲：入党志愿书编号").fill("ZG2026-001");
    await place().getByLabel("支部大会日期", { exact: true }).fill("2026-05-20");
    await place().getByLabel("批准日期", { exact: true }).fill("2026-05-28");
    await button("填入勾选的 1 行").click();
    const kinds = place().getByLabel("发展甲：加入组织类型");
    assert.equal(await kinds.locator("option:checked").innerText(), "按年龄：团员推优");
    await looksWell("admission");
    await button("吸收 1 人").click();
    await says("发展甲：请先填写：审批党委。");
    assert.equal(await place().getByLabel("发展甲：入党志愿书编号").inputValue(), "ZG2026-001");
    await place().getByLabel("发展甲：审批党委").fill("江南医科大学党委");
    await button("吸收 1 人").click();
    await says("已吸收 1 人为预备党员。");
    await says("没有可吸收的人员");
    const [member] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>("per_0")]));
    assert.deepEqual([member?.facts["joinedOn"], member?.facts["joinKind"]], ["2026-05-20", "1"]);
    await page.getByRole("tab", { name: "发展计划" }).click();
    const admitted = page.getByRole("row", { name: /^当年吸收/ });
    assert.match(await admitted.innerText(), /当年吸收\s*1/);
  });
});
