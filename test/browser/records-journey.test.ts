/** Records of a university of 2,000 people as its organisation department keeps them in the browser. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import type { Day } from "#core/kernel/instant.ts";
import type { ConversionDue } from "#core/protocol/records/procedures.ts";
import type { FindingsPage } from "#core/protocol/records/records.ts";
import { sheetAddress } from "#core/sheet/cell-address.ts";
import { rosterBook } from "#core/sheet/roster/roster-book.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import { ROSTER_WORDS_ZH } from "#core/sheet/roster/roster-words.ts";
import { drawRecord } from "#service/demo/people/draw-record.ts";
import { UNIVERSITY_SHARES } from "#service/demo/people/population-shares.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { serve, type ServedProcess } from "#test/environment/command-line.ts";
import { DEMO_PASSWORD, demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { hospitalRoster } from "#test/fakes/rosters/messy-rosters.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const PEOPLE = 2_000;
const ROOT = "unit-0";
const BRANCH = { id: "unit-0101", name: "机关党政办公室支部" };
const NO_OCCUPATION = "M21-15";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

describe("records of 2,000 people in Chromium", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  let service: ServedProcess;
  let browser: Browser;
  let office: HttpClient;
  let workbench: WorkbenchPage;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    [demo, browser] = await Promise.all([demoCopy("sqlite", PEOPLE), launchChromium()]);
    service = await serve(demo);
    office = await service.signIn(demo.account("unit", "校党委"), DEMO_PASSWORD);
  });
  after(async () => {
    await browser.close();
    await service.stop();
    await demo.remove();
  });
  afterEach(async () => {
    await workbench.close();
  });

  async function openPlace(place: string, tab: string): Promise<void> {
    workbench = await WorkbenchPage.signIn(browser, service.url, demo.account("unit", "校党委"));
    ({ page } = workbench);
    await page.locator(".side-places").getByRole("button", { name: place }).click();
    await page.getByRole("tab", { name: tab, exact: true }).click();
  }
  /** @returns how many it holds */
  async function openRoster(ask: { readonly unit?: string; readonly filter?: string } = {}): Promise<number> {
    if (ask.unit !== undefined) await page.getByLabel("党组织", { exact: true }).selectOption(ask.unit);
    if (ask.filter !== undefined) await page.getByLabel("条件", { exact: true }).fill(ask.filter);
    await page.getByRole("button", { name: "打开名册" }).click();
    const said = page.getByText(/^共 \d+ 条$/);
    // Two thousand rows of seventy columns, on whatever machine.
    await said.waitFor({ timeout: 90_000 });
    return Number(/\d+/.exec(await said.innerText())?.[0]);
  }
  async function findings(unit: string): Promise<FindingsPage["findings"]> {
    return (await office.ask<FindingsPage>("GET", `/records/findings?unit=${unit}`)).findings;
  }

  it("M4 M22 all members open as one sheet, and those of a condition; a list leaves only with a reason", async () => {
    await openPlace("党员信息", "名册");
    const all = await openRoster();
    assert.ok(all > PEOPLE / 2, `${all} members`);
    await page.getByRole("button", { name: "返回" }).click();
    const young = await openRoster({ filter: "性别 = 女 且 年龄 <= 35" });
    assert.ok(young > 0 && young < all, `${young} of ${all}`);
    await page.getByRole("button", { name: "导出名册" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("报送核对");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: /导出/ }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.xlsx$/);
  });

  it("M21 a finding whose record is mended in the sheet is gone from the counts at once", async () => {
    const found = (await findings(ROOT)).find(({ check }) => check === NO_OCCUPATION);
    const { record, unitId } = found ?? assert.fail("nothing to mend");
    const before = await findings(unitId);
    const view = await office.ask<RosterView>("GET", `/records/rosters/members?unit=${unitId}`);
    const [sheet] = rosterBook(view, ROSTER_WORDS_ZH).sheets;
    const row = sheet?.rows.findIndex(({ key }) => key === record) ?? -1;
    const column = sheet?.columns.findIndex(({ key }) => key === "occupationFrom") ?? -1;
    assert.ok(row >= 0 && column >= 0, record);
    await openPlace("党员信息", "名册");
    await openRoster({ unit: unitId });
    await workbench.type(sheetAddress(row, column), "2020-09-01");
    await page.keyboard.press("Control+s");
    await page.locator(".ledger-send").click();
    await page.getByText("已接受 1 处修改。").waitFor();
    const after = await findings(unitId);
    assert.deepEqual(
      after.filter(({ check }) => check === NO_OCCUPATION).map((one) => one.record),
      before.filter((one) => one.check === NO_OCCUPATION && one.record !== record).map((one) => one.record),
    );
  });

  it("W8 a hospital's roster of merged cells and wide digits comes in", async () => {
    const people = ["庚", "辛", "壬", "癸"].map((name, serial) => ({
      branch: BRANCH.name,
      facts: drawRecord(seededRandom(serial + 700), {
        ...{ name: `来者${name}`, mobile: `1370000${3000 + serial}`, stage: "full" as const, serial: serial + 910_000 },
        ...{ setting: "university" as const, shares: UNIVERSITY_SHARES, today: "2026-06-01" as Day },
      }),
    }));
    const { bytes } = await hospitalRoster(people);
    await openPlace("党员信息", "导入");
    await page.getByLabel("导入到党组织").selectOption(BRANCH.id);
    const file = { name: "在册人员.xlsx", mimeType: XLSX, buffer: Buffer.from(bytes) };
    await page.locator(".records-drop input").setInputFiles([file]);
    await page.getByRole("button", { name: "预览" }).click();
    await page.getByRole("button", { name: `确认导入 ${people.length} 人` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("附属医院来文");
    await dialog.getByRole("button", { name: /^确认导入/ }).click();
    await page.getByText(`已导入 ${people.length} 人。`).waitFor();
  });

  it("M10 everybody who is due is converted by one tick and one button", async () => {
    const due = async () => await office.ask<readonly ConversionDue[]>("GET", `/records/conversions/due?unit=${ROOT}`);
    const { length } = await due();
    assert.ok(length > 0, "nobody is due");
    await openPlace("组织工作", "转正");
    await page.getByRole("checkbox", { name: "全选" }).check();
    await page.getByRole("button", { name: `办理 ${length} 人` }).click();
    await page.getByText(`已办理 ${length} 人。`).waitFor();
    assert.deepEqual(await due(), []);
  });
});
