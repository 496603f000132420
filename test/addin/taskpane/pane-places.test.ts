import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser } from "playwright-core";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { seriousFindings } from "#test/addin/screens/page-checks.ts";
import type { BundledPage } from "#test/browser/bundled-page.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { deskOf, openStages, publishTemplate } from "#test/journeys/ledger-desk.ts";
import { bundlePane, fitsWidth, PaneDriver } from "./pane-driver.ts";

const SCORE = { sheet: "quantitative", row: "q1", column: "score" };
const TABS = ["首页", "打开", "变更", "校核", "单元格", "材料"];
const FURTHER = ["沟通", "直统反查", "对比", "导出", "消息", "个人中心", "连接与发件箱", "帮助"];
const SIZES = [
  { width: 320, height: 700 },
  { width: 600, height: 800 },
];

describe("the places of the pane", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let site: BundledPage;
  let pane: PaneDriver;

  before(async function () {
    this.timeout(240_000);
    [service, browser, site] = await Promise.all([startTestService(), launchChromium(), bundlePane()]);
    const template = await publishTemplate(service, journeyTemplate());
    await openStages(service, { level: "branch" });
    const owner = await deskOf(service, "b11-secretary");
    const ledger = await owner.copyNew(template);
    await owner.attach(ledger, "q1", { name: "会议记录.txt", text: "三月支部党员大会会议记录" });
  });
  afterEach(async () => {
    await pane.close();
  });
  after(async () => {
    await browser.close();
    await site.close();
    await service.close();
  });

  const open = async (size = SIZES[0]): Promise<PaneDriver> =>
    (pane = await PaneDriver.open(browser, { url: site.url, service, ...(size ? { size } : {}) }));

  async function isFine(place: string): Promise<void> {
    await pane.page.locator(".fui-Spinner").first().waitFor({ state: "detached" });
    assert.ok(await fitsWidth(pane.page), `${place} scrolls sideways`);
    assert.deepEqual(await seriousFindings(pane.page), [], place);
  }

  for (const size of SIZES) {
    it(`fit ${size.width} px and have no serious accessibility finding`, async () => {
      await open(size);
      await pane.page.locator("input[name='password']").waitFor();
      await isFine("sign-in");
      await pane.signIn("b11-secretary");
      await isFine("home without a ledger");
      await pane.openLedger("own");
      await pane.type(SCORE, 8);
      await pane.select(SCORE);
      for (const tab of TABS) {
        await pane.tab(tab);
        await isFine(tab);
      }
      for (const place of FURTHER) {
        await pane.place(place);
        await isFine(place);
      }
    });
  }

  it("speak English too, and remember it on this desk", async () => {
    await open();
    await pane.signIn("b11-secretary");
    await pane.page.getByRole("button", { name: "English" }).click();
    for (const tab of ["Home", "Open", "Changes", "Checks", "Cell", "Files"]) {
      await pane.tab(tab);
      await isFine(tab);
    }
    await pane.page.reload();
    await pane.page.getByLabel("Password", { exact: true }).waitFor();
  });

  it("are reached and used by keyboard alone; a new place begins at its heading", async () => {
    await open();
    await pane.page.locator("input[name='username']").waitFor();
    await pane.page.keyboard.type("b11-secretary");
    await pane.page.keyboard.press("Tab");
    await pane.page.keyboard.type("Lantern+Orchard+42");
    await pane.page.keyboard.press("Enter");
    await pane.page.locator(".pane-tabs").waitFor();
    const focused = () => pane.page.evaluate(() => document.activeElement?.textContent ?? "");
    for (let steps = 0; steps < 40 && (await focused()) !== "打开"; steps += 1) await pane.page.keyboard.press("Tab");
    const outline = await pane.page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    assert.notEqual(outline, "none");
    await pane.page.keyboard.press("Enter");
    await pane.page.locator(".side-items button").waitFor();
    assert.equal(await focused(), "打开台账");
  });
});
