import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser, Locator, Page } from "playwright-core";
import type { Day } from "#core/kernel/instant.ts";
import { fitsTheWidth, seriousFindings } from "#test/addin/screens/page-checks.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { personIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const TODAY = "2026-06-01" as Day;
/** A folder for pictures of the screens, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];

describe("units, elections and full exports in the workbench in Chromium", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    const facts = { name: "王书记", idNumber: anIdNumber(1), mobile: "13912340001" };
    await saveRecord(service.services, { id: "per_elected", branch: "b21", facts });
    const without = { name: "无号码", idNumber: anIdNumber(2), mobile: "" };
    await saveRecord(service.services, { id: "per_silent", branch: "b21", facts: without });
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(async () => {
    await page.context().close();
  });

  async function open(tab: string): Promise<void> {
    ({ page } = await WorkbenchPage.signIn(browser, service.url, "c"));
    await page.getByRole("button", { name: "组织工作" }).click();
    await page.getByRole("tab", { name: tab, exact: true }).click();
  }
  async function looksWell(name: string): Promise<void> {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
    assert.deepEqual(await seriousFindings(page), [], name);
    assert.ok(await fitsTheWidth(page), `${name} is too wide`);
  }
  const says = async (text: string | RegExp): Promise<void> => await page.getByText(text).first().waitFor();
  const dialog = (): Locator => page.getByRole("dialog");
  async function choose(unit: string): Promise<void> {
    await page.getByRole("button", { name: `查看：${unit}`, exact: true }).click();
    await page.getByRole("heading", { name: unit, exact: true }).waitFor();
  }
  async function act(kind: string, fill: () => Promise<unknown> = async () => undefined): Promise<void> {
    await page.getByRole("button", { name: kind, exact: true }).click();
    await dialog().getByLabel("生效日期").fill(TODAY);
    await dialog().getByLabel("依据和原因").fill("党委批复");
    await fill();
  }
  async function confirm(kind: string): Promise<void> {
    await dialog().getByRole("button", { name: kind, exact: true }).click();
  }
  const nameOn = async (unit: string, on: string): Promise<string | undefined> =>
    (await service.services.store.read((tx) => tx.organisation.unitsOn(on as Day))).find(
      ({ id }) => id === unitIdOf(unit),
    )?.name;

  it("M17 M18 a unit is made with its first day, and one with people cannot be deleted", async () => {
    await open("组织变动");
    await choose("机关党总支");
    await page.getByRole("button", { name: "新增下级党组织" }).click();
    await dialog().getByLabel("党组织名称").fill("机关第三党支部");
    await dialog().getByLabel("简称").fill("机关三支");
    await dialog().getByLabel("代码").fill("b13");
    await dialog().getByLabel("成立日期").fill("2026-04-01");
    await dialog().getByRole("button", { name: "新增" }).click();
    await says("已新增机关第三党支部。");
    await page.getByRole("row", { name: /机关第三党支部 党支部 b13 2026-04-01/ }).waitFor();
    await choose("机关第一党支部");
    await says(/党员和发展对象等 \d+ 人/);
    await looksWell("units");
    await act("删除");
    await confirm("删除");
    await dialog().getByRole("alert").getByText("该党组织还有").waitFor();
    assert.equal(await dialog().getByLabel("依据和原因").inputValue(), "党委批复");
  });

  it("M18 a unit is renamed from a day on, and merged into another one after what follows was told", async () => {
    await open("组织变动");
    await choose("机关第二党支部");
    await act("更名", () => dialog().getByLabel("新名称").fill("机关第二联合党支部"));
    await confirm("更名");
    await says("机关第二党支部已更名。");
    assert.equal(await nameOn("b12", "2026-05-31"), "机关第二党支部");
    assert.equal(await nameOn("b12", TODAY), "机关第二联合党支部");
    await choose("机关第二联合党支部");
    await says(/以前的名称和隶属/);
    await choose("基础第二党支部");
    await act("合并", () => dialog().getByLabel("并入").selectOption({ label: "　　基础第一党支部" }));
    await dialog()
      .getByText(/随之转入：党员和发展对象等 \d+ 人/)
      .waitFor();
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/merge.png` });
    await confirm("合并");
    await says(/已合并基础第二党支部，随之转入 \d+ 人/);
    assert.equal(await nameOn("b22", TODAY), undefined);
    await page.getByRole("button", { name: "查看：基础第二党支部" }).waitFor({ state: "detached" });
  });

  it("M19 M5 the result of an election is reported: who has no mobile is refused, then term and due date follow", async () => {
    await open("换届");
    await page.getByRole("button", { name: "上报结果: 基础第一党支部" }).click();
    await dialog().getByLabel("换届日期").fill("2026-05-30");
    await dialog().getByText("2029-05-30").waitFor();
    await dialog().getByLabel("批复文号").fill("基础总支〔2026〕3号");
    const secretary = dialog().getByLabel("书记", { exact: false }).first();
    await secretary.fill("无号码");
    await secretary.press("Enter");
    await dialog().getByText("无号码").first().waitFor();
    await dialog().getByRole("button", { name: "上报" }).click();
    await dialog().getByRole("alert").waitFor();
    await dialog().getByRole("button", { name: "另选：书记" }).click();
    await dialog().getByLabel("书记", { exact: false }).first().fill("王书记");
    await dialog().getByLabel("书记", { exact: false }).first().press("Enter");
    await dialog().getByRole("button", { name: "另选：书记" }).waitFor();
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/election.png` });
    await dialog().getByRole("button", { name: "上报" }).click();
    await says("已上报基础第一党支部的换届结果，下次届满日期 2029-05-30。");
    await page.getByRole("row", { name: /基础第一党支部.*王书记.*2029-05-30/ }).waitFor();
    await looksWell("elections");
    const posts = await service.services.store.read((tx) => tx.organisation.posts(TODAY));
    const secretaries = posts.filter(({ unitId, kind }) => unitId === unitIdOf("b21") && kind === "secretary");
    assert.deepEqual(
      secretaries.map(({ personId }) => String(personId)),
      ["per_elected"],
    );
    assert.notEqual(String(personIdOf("b21-secretary")), "per_elected");
  });

  it("M16 A13 a full export says its period and when the next one is due, and asks for a reason", async () => {
    await open("归档导出");
    await says(/尚未导出/);
    await page.getByRole("button", { name: "导出：党员信息全库" }).click();
    await dialog().getByRole("button", { name: "导出" }).click();
    await dialog().getByText("至少 2 个字").first().waitFor();
    await dialog().getByRole("textbox").fill("半年归档");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog().getByRole("button", { name: "导出" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /江南医科大学党委党员信息全库（截至2026\.06\.\d\d）\.xlsx/);
    await says(/已导出 江南医科大学党委党员信息全库/);
    await looksWell("archive");
  });
});
