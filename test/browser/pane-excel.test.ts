import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser } from "playwright-core";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { EXCEL_2019 } from "#test/fakes/excel/profiles.ts";
import { openExcelPaneDesk } from "./excel-pane-desk.ts";
import { describePaneJourney } from "./pane-journey.ts";
import { PANE_SIZE } from "./pane-desk.ts";
import { PanePage } from "./pane-page.ts";
import { watchedContext } from "./watched-context.ts";

describePaneJourney("Excel", (needs) => openExcelPaneDesk(needs));

describe("the pane where there is no Excel that it can use", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  before(async () => {
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
  });
  after(async () => {
    await browser.close();
    await service.close();
  });

  it("says what Excel 2019 lacks", async () => {
    const desk = await openExcelPaneDesk({ browser, url: service.url }, { profile: EXCEL_2019 });
    const pane = await desk.open();
    await pane.said("版本太旧。需要：ExcelApi 1.14, SharedRuntime 1.1；现有：ExcelApi 1.8");
    await pane.isFine("too old");
    assert.equal(await pane.page.getByRole("button", { name: "再试一次" }).count(), 0);
    await desk.close();
  });

  it("sends whoever opens it in a browser to the workbench", async () => {
    const { context, assertClean } = await watchedContext(browser, service.url, { viewport: PANE_SIZE });
    const pane = new PanePage(await context.newPage());
    await pane.page.goto(`${service.url}/excel.html`);
    await pane.said("请在 Excel 中打开");
    await pane.isFine("not in Excel");
    assert.equal(await pane.page.getByRole("link").getAttribute("href"), "/workbench.html");
    await context.close();
    assertClean();
  });

  it("says that Excel does not answer, and tries again", async () => {
    const desk = await openExcelPaneDesk({ browser, url: service.url });
    desk.host.neverReady = true;
    const pane = await desk.open();
    await pane.said("没有答复");
    await pane.isFine("silent");
    await pane.page.getByRole("button", { name: "再试一次" }).click();
    await pane.said("正在连接表格程序");
    await desk.close();
  });
});
