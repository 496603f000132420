import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import type { Day } from "#core/kernel/instant.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import { drawRecord } from "#service/demo/people/draw-record.ts";
import { UNIVERSITY_SHARES } from "#service/demo/people/population-shares.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { collegeRoster, type RosterPerson } from "#test/fakes/rosters/messy-rosters.ts";
import { seriousFindings } from "#test/addin/screens/page-checks.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const TODAY = "2026-06-01" as Day;
/** A folder for pictures of the screens, when somebody wants to look at them. */
const SHOTS = process.env["SHOTS"];

describe("a foreign roster on its way in, in Chromium", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let office: HttpClient;
  let page: Page;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    office = await service.signIn("g1");
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(async () => {
    await page.context().close();
  });

  const people: readonly RosterPerson[] = Array.from({ length: 12 }, (_, serial) => ({
    facts: drawRecord(seededRandom(serial + 500), {
      ...{
        name: `外来${"甲乙丙丁戊己庚辛壬癸子丑"[serial] ?? ""}`,
        mobile: `1370000${2000 + serial}`,
        stage: "full" as const,
      },
      ...{ setting: "university" as const, shares: UNIVERSITY_SHARES, today: TODAY, serial: serial + 500 },
    }),
    branch: serial % 2 === 0 ? "机关第一党支部" : "机关第二党支部",
  }));
  async function names(): Promise<readonly string[]> {
    const view = await office.ask<RosterView>("GET", `/records/rosters/members?unit=${unitIdOf("g1")}`);
    return view.rows.map(({ facts }) => facts["name"] ?? "");
  }
  async function shot(name: string): Promise<void> {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
  }

  it("W8 is mapped by proposal, previewed before anything is written, imported as a whole, and given back", async () => {
    const roster = await collegeRoster(people);
    const before = await names();
    ({ page } = await WorkbenchPage.signIn(browser, service.url, "g1"));
    await page.getByRole("button", { name: "党员信息" }).click();
    await page.getByRole("tab", { name: "导入" }).click();
    const name = "名册.xlsx";
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await page.locator(".records-drop input").setInputFiles([{ name, mimeType, buffer: Buffer.from(roster.bytes) }]);
    await page.getByRole("button", { name: "预览" }).waitFor();
    await shot("import-mapping");
    assert.deepEqual(await seriousFindings(page), []);
    await page.getByRole("button", { name: "预览" }).click();
    const confirm = page.getByRole("button", { name: /^确认导入 \d+ 人$/ });
    await confirm.waitFor();
    await page.getByRole("tab", { name: /^新增/ }).click();
    await page.getByRole("row").nth(1).waitFor();
    await shot("import-preview");
    assert.deepEqual(await seriousFindings(page), []);
    assert.deepEqual(await names(), before);
    await confirm.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("组织部下发名册");
    await dialog.getByRole("button", { name: /^确认导入/ }).click();
    await page.getByText(/^已导入 \d+ 人。$/).waitFor();
    assert.ok((await names()).length > before.length);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "下载带结果列的原文件" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.xlsx$/);
    await shot("import-done");
  });
});
