import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import { rosterBook } from "#core/sheet/roster/roster-book.ts";
import { ROSTER_WORDS_ZH } from "#core/sheet/roster/roster-words.ts";
import { sheetAddress } from "#core/sheet/cell-address.ts";
import { rosterPeople } from "#test/builders/roster-people.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { seriousFindings } from "#test/addin/screens/page-checks.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const PEOPLE = 40;
/** A folder for pictures of the screens, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];

describe("members' records in the workbench in Chromium", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let office: HttpClient;
  let page: Page;
  let workbench: WorkbenchPage;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    await service.services.store.write((tx) => tx.people.insert(rosterPeople(PEOPLE)));
    office = await service.signIn("g1");
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(async () => {
    await page.context().close();
  });

  async function shot(name: string): Promise<void> {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
  }
  async function roster(): Promise<RosterView> {
    return await office.ask<RosterView>("GET", `/records/rosters/members?unit=${unitIdOf("g1")}`);
  }
  async function addressOf(id: string, column: string): Promise<string> {
    const [sheet] = rosterBook(await roster(), ROSTER_WORDS_ZH).sheets;
    const row = sheet?.rows.findIndex(({ key }) => key === `person:${id}`) ?? -1;
    const at = sheet?.columns.findIndex(({ key }) => key === column) ?? -1;
    assert.ok(row >= 0 && at >= 0, `no ${id} ${column}`);
    return sheetAddress(row, at);
  }
  async function factsOf(id: string) {
    const [person] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>(id)]));
    return person?.facts ?? {};
  }
  async function openRoster(): Promise<void> {
    workbench = await WorkbenchPage.signIn(browser, service.url, "g1");
    ({ page } = workbench);
    await page.getByRole("button", { name: "党员信息" }).click();
    await page.getByRole("button", { name: "打开名册" }).click();
    await page.getByText(/^共 \d+ 条$/).waitFor();
  }
  async function send(): Promise<void> {
    await page.keyboard.press("Control+s");
    await page.locator(".ledger-send").click();
  }

  it("W3 M4 what is typed into a roster is sent; each refused cell says why and keeps its value", async () => {
    await openRoster();
    await workbench.type(await addressOf("roster-1", "nativePlace"), "江苏省苏州市");
    await workbench.type(await addressOf("roster-2", "birthDate"), "2030-01-01");
    await send();
    await page.getByText(/1 处修改未被接受/).waitFor();
    assert.equal((await factsOf("roster-1"))["nativePlace"], "江苏省苏州市");
    assert.notEqual((await factsOf("roster-2"))["birthDate"], "2030-01-01");
    const refused = page.locator(".ledger-change[data-outcome='refused']");
    assert.equal(await refused.count(), 1);
    await shot("roster");
  });

  it("M4 one value fills a whole column, as if it had been pasted", async () => {
    await openRoster();
    await page.getByRole("button", { name: "批量填写一列" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("列").selectOption("nativePlace");
    await dialog.getByRole("textbox").fill("浙江省杭州市");
    await shot("batch");
    await dialog.getByRole("button", { name: "填入表中" }).click();
    await dialog.waitFor({ state: "detached" });
    await send();
    await page.getByText(/已接受 \d+ 处修改。/).waitFor();
    assert.equal((await factsOf("roster-7"))["nativePlace"], "浙江省杭州市");
  });

  it("M4 one value fills the rows that are selected, and no others", async () => {
    await openRoster();
    await workbench.go(await addressOf("roster-10", "household"));
    const order = (await roster()).rows.map(({ record }) => record);
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByRole("button", { name: "批量填写一列" }).click();
    const dialog = page.getByRole("dialog");
    assert.equal(await dialog.getByRole("radio", { name: "表中选中的 3 行" }).isChecked(), true);
    await dialog.getByLabel("列", { exact: true }).selectOption("household");
    await dialog.getByRole("textbox").fill("浙江省宁波市");
    await shot("batch-selected");
    await dialog.getByRole("button", { name: "填入表中" }).click();
    await dialog.waitFor({ state: "detached" });
    await send();
    await page.getByText(/已接受 3 处修改。/).waitFor();
    const filled = (await roster()).rows.filter(({ facts }) => facts["household"] === "浙江省宁波市");
    const at = order.indexOf("person:roster-10");
    assert.deepEqual(
      filled.map(({ record }) => record),
      order.slice(at, at + 3),
    );
  });

  it("A13 a roster is exported for a reason", async () => {
    await openRoster();
    await page.getByRole("button", { name: "导出名册" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "导出名册" }).click();
    await dialog.getByText("至少 2 个字").first().waitFor();
    await dialog.getByRole("textbox").fill("年中核对");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "导出名册" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.xlsx$/);
    await dialog.waitFor({ state: "detached" });
  });

  it("M2 M21 the pages of checks, required fields and search stand, and the card shows whom the row is about", async () => {
    workbench = await WorkbenchPage.signIn(browser, service.url, "g1");
    ({ page } = workbench);
    await page.getByRole("button", { name: "党员信息" }).click();
    for (const [tab, heading] of [
      ["信息校核", "有关人员"],
      ["必填项完整率", "尚未填写"],
      ["查找与查重", "疑似重复人员"],
    ] as const) {
      await page.getByRole("tab", { name: tab }).click();
      await page.getByRole("heading", { name: heading }).waitFor();
      await shot(tab);
      assert.deepEqual(await seriousFindings(page), [], tab);
    }
    await page.getByLabel("姓名", { exact: true }).fill("名册3");
    await page.getByRole("button", { name: "查找", exact: true }).click();
    await page.getByRole("button", { name: "人员卡片：名册3" }).first().click();
    await page.getByRole("article", { name: "名册3" }).waitFor();
    await shot("card");
    assert.deepEqual(await seriousFindings(page), []);
  });

  it("A12 a number is shown in whole only with a reason", async () => {
    await openRoster();
    await workbench.go(await addressOf("roster-4", "name"));
    const card = page.getByRole("article", { name: "名册4" });
    await card.waitFor();
    const whole = (await factsOf("roster-4"))["idNumber"] ?? "";
    assert.ok(!(await card.innerText()).includes(whole));
    await card.getByRole("button", { name: /^查看号码：身份证号/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("核对档案");
    await dialog.getByRole("button", { name: "查看号码" }).click();
    await card.getByText(whole).waitFor();
  });

  it("M1 A12 a number that is only shown masked is corrected on the card, with a reason", async () => {
    await openRoster();
    await workbench.go(await addressOf("roster-5", "name"));
    const card = page.getByRole("article", { name: "名册5" });
    await card.getByRole("button", { name: /^更正：手机/ }).click();
    const dialog = page.getByRole("dialog");
    const [number, reason] = [dialog.getByRole("textbox").first(), dialog.getByRole("textbox").last()];
    await number.fill("1390000");
    await reason.fill("本人来电");
    await dialog.getByRole("button", { name: "更正" }).click();
    await dialog.getByRole("alert").waitFor();
    await number.fill("13900009999");
    await dialog.getByRole("button", { name: "更正" }).click();
    await dialog.waitFor({ state: "detached" });
    assert.equal((await factsOf("roster-5"))["mobile"], "13900009999");
  });

  it("W1 the roster and its choice have no serious accessibility finding", async () => {
    workbench = await WorkbenchPage.signIn(browser, service.url, "g1");
    ({ page } = workbench);
    await page.getByRole("button", { name: "党员信息" }).click();
    await page.getByRole("button", { name: "打开名册" }).waitFor();
    assert.deepEqual(await seriousFindings(page), []);
  });
});
