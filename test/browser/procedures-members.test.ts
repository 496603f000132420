import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser, Locator, Page } from "playwright-core";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Stage } from "#core/people/person/stage.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";
import { fitsTheWidth, seriousFindings } from "#test/addin/screens/page-checks.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { WorkbenchPage } from "./workbench-page.ts";

/** A folder for pictures of the screens, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];

describe("conversion, leaving and dues in the workbench in Chromium", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let page: Page;
  let people = 0;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    for (const name of ["预备一", "预备二", "预备三", "预备四"])
      await save(name, "probationary", { joinedOn: "2025-05-20" });
    for (const name of ["党员一", "党员二"]) await save(name, "full", {});
    await save("在职一", "full", { duesKind: "1", duesBase: "6000.00", duesMonthly: "90.00" });
    await save("在职二", "full", { duesKind: "1", duesBase: "", duesMonthly: "" });
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(async () => {
    await page.context().close();
  });

  async function save(name: string, stage: Stage, facts: Facts): Promise<void> {
    people += 1;
    const branch = name.startsWith("在职") ? "b12" : "b11";
    const known = { name, idNumber: anIdNumber(people), ...facts };
    await saveRecord(service.services, { id: idOf(name), branch, stage, since: "2025-05-01", facts: known });
  }
  async function open(tab: string): Promise<void> {
    ({ page } = await WorkbenchPage.signIn(browser, service.url, "g1"));
    await page.getByRole("button", { name: "组织工作" }).click();
    await page.getByRole("tab", { name: tab, exact: true }).click();
  }
  async function looksWell(name: string): Promise<void> {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
    assert.deepEqual(await seriousFindings(page), [], name);
    assert.ok(await fitsTheWidth(page), `${name} is too wide`);
  }
  const idOf = (name: string): string => `per_${name}`;
  const read = async (name: string) => {
    const [person] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>(idOf(name))]));
    return person ?? assert.fail(`no ${name}`);
  };
  /** Beside it the ledgers' side has boxes of its own. */
  const place = (): Locator => page.getByRole("region", { name: "组织工作" });
  const button = (name: string): Locator => page.getByRole("button", { name, exact: true });
  const says = async (text: string): Promise<void> => await page.getByText(text).first().waitFor();
  async function tick(...names: readonly string[]): Promise<void> {
    for (const name of names) await page.getByRole("checkbox", { name, exact: true }).check();
  }

  it("M10 three are converted with one tick each and one date", async () => {
    await open("转正");
    await tick("预备一", "预备二", "预备三");
    await place().getByLabel("日期", { exact: true }).fill("2026-05-25");
    await looksWell("conversion");
    await button("办理 3 人").click();
    await says("已办理 3 人。");
    assert.equal((await read("预备三")).facts["convertedOn"], "2026-05-25");
    await page.getByRole("checkbox", { name: "预备一", exact: true }).waitFor({ state: "detached" });
  });

  it("M10 an extension without its note is refused by name, and done with it", async () => {
    await open("转正");
    await tick("预备四");
    await place().getByLabel("转正情况").selectOption("extended");
    await place().getByLabel("日期", { exact: true }).fill("2026-05-25");
    await button("办理 1 人").click();
    await says("预备四：请写明情况报上级");
    await place().getByLabel("情况说明").fill("思想汇报不及时，支部大会决定延长预备期");
    await tick("预备四");
    await button("办理 1 人").click();
    await says("已办理 1 人。");
    assert.equal((await read("预备四")).facts["probationUntil"], "2026-11-20");
    await says("没有需要转正的预备党员。");
  });

  it("M1b leaving has its kind, date and authority; a day that cannot be is refused; the record stays and is restored", async () => {
    await open("出党与恢复");
    await place().getByLabel("离开方式").selectOption({ label: "停止党籍" });
    await place().getByLabel("批准机关").fill("江南医科大学党委");
    await place().getByLabel("办理原因").fill("长期失联");
    await place().getByLabel("按姓名、身份号码或手机查找").fill("党员一");
    await page.keyboard.press("Enter");
    await page.getByRole("checkbox", { name: "党员一", exact: true, checked: true }).waitFor();
    assert.equal(await button("办理 1 人").getAttribute("aria-disabled"), "true");
    await place().getByLabel(/^日期/).fill("2026-06-02");
    await looksWell("leaving");
    const act = async () => {
      await button("办理 1 人").click();
      await page.getByRole("dialog").getByRole("button", { name: "办理 1 人" }).click();
    };
    await act();
    await says("党员一：日期 2026-06-02 不成立");
    assert.equal(await place().getByLabel("批准机关").inputValue(), "江南医科大学党委");
    await place().getByLabel(/^日期/).fill("2026-05-30");
    await tick("党员一");
    await act();
    await says("已办理 1 人");
    assert.equal((await read("党员一")).belongings.at(-1)?.until, "2026-05-30");

    await page.getByRole("tab", { name: "恢复", exact: true }).click();
    await says("停止党籍");
    await tick("党员一");
    await place().getByLabel("恢复方式").selectOption({ label: "停止党籍后恢复党籍" });
    await place().getByLabel(/^日期/).fill("2026-06-01");
    await place().getByLabel("编入党支部").selectOption({ label: "机关第二党支部" });
    await place().getByLabel("办理原因").fill("恢复联系");
    await looksWell("restoring");
    await button("恢复 1 人").click();
    await says("已恢复 1 人。");
    assert.equal((await read("党员一")).belongings.at(-1)?.unitId, unitIdOf("b12"));
  });

  it("M20 months are paid in a batch, proposals and unpaid months stand beside; a refused row says why", async () => {
    await open("党费");
    await place().getByLabel("党组织").selectOption({ label: "　机关第二党支部" });
    const row = page.getByRole("row", { name: /在职一/ });
    await says("连续六个月以上未交党费");
    await place().getByLabel("起始月份").fill("2025-12");
    await place().getByLabel("截止月份").fill("2026-05");
    await place().getByLabel("交纳日期").fill("2026-06-01");
    await tick("在职一", "在职二");
    await looksWell("dues");
    await button("登记 2 人").click();
    await says("已登记 1 人，共 540.00 元。");
    await says("在职二：缺少党费计算基数。");
    await row.getByText("2026-05").waitFor();
    await row.getByText("已交清").waitFor();
    await place().getByLabel("交纳方式").selectOption("reduced");
    await place().getByLabel("每月金额（元）").fill("5");
    assert.equal(await button("登记 1 人").getAttribute("aria-disabled"), "true");
    await place().getByLabel("批准情况").fill("支部大会 2026-05-10");
    await button("登记 1 人").click();
    await says("已登记 1 人，共 30.00 元。");
    assert.equal(
      (await service.services.store.read((tx) => tx.procedures.settledMonths([toId<PersonId>(idOf("在职二"))]))).size,
      1,
    );
  });
});
