import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { deskOf, openStages, publishTemplate, type LedgerDesk } from "#test/journeys/ledger-desk.ts";
import { WorkbenchPage } from "./workbench-page.ts";

describe("corners of the workbench in Chromium", function () {
  this.timeout(90_000);
  let service: TestService;
  let browser: Browser;
  let page: Page;
  let workbench: WorkbenchPage;
  let owner: LedgerDesk;
  let ledger: string;

  before(async function () {
    this.timeout(180_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    const template = await publishTemplate(service, journeyTemplate());
    await openStages(service, { level: "branch" });
    owner = await deskOf(service, "b11-secretary");
    ledger = await owner.copyNew(template);
    await owner.attach(ledger, "q1", { name: "会议记录.txt", text: "三月支部党员大会会议记录" });
  });
  after(async () => {
    await browser.close();
    await service.close();
  });
  afterEach(async () => {
    await workbench.close();
  });

  async function signIn(name: string): Promise<void> {
    workbench = await WorkbenchPage.signIn(browser, service.url, name);
    ({ page } = workbench);
  }
  const area = () =>
    page.evaluate(() => document.activeElement?.closest("[data-area]")?.getAttribute("data-area") ?? "none");

  it("F6 goes from list to sheet to panel and round again, Shift+F6 back", async () => {
    await signIn("b11-secretary");
    await workbench.openLedger();
    await page.locator(".ledger-panel").waitFor();
    // A sheet that has just come up may still take the keyboard.
    await workbench.go("K6");
    await page.locator(".side-items button").first().focus();
    const way: string[] = [await area()];
    for (const key of ["F6", "F6", "F6", "Shift+F6"]) {
      await page.keyboard.press(key);
      way.push(await area());
    }
    assert.deepEqual(way, ["side", "sheet", "panel", "side", "panel"]);
  });

  it("W7 the ledger's own workbook is tried first and changes nothing", async () => {
    await signIn("b11-secretary");
    await workbench.openLedger();
    await page.getByRole("button", { name: "导出", exact: true }).click();
    await page.getByRole("menuitem", { name: ".xlsx" }).click();
    const asking = page.getByRole("dialog", { name: "Excel 工作簿" });
    await asking.getByRole("textbox").fill("核对打印稿");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      asking.getByRole("button", { name: "导出" }).click(),
    ]);
    await asking.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "导入" }).click();
    const dialog = page.getByRole("dialog", { name: "导入工作簿" });
    await dialog.getByLabel("选择 .xlsx 文件").setInputFiles(await download.path());
    await dialog.getByText("工作簿与系统中的没有差别。").waitFor();
    const apply = dialog.getByRole("button", { name: "写入 0 处" });
    assert.equal(await apply.getAttribute("aria-disabled"), "true");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  it("L18 prints the sheet as it stands, out of a frame of its own", async () => {
    await signIn("b11-secretary");
    await workbench.openLedger();
    // Headless there is no printer, and the frame would be gone at once.
    await page.addInitScript(() => (window.print = () => undefined));
    await page.getByRole("button", { name: "打印" }).click();
    const printed = page.frameLocator("iframe.print-frame");
    await printed.getByText("按期召开支部党员大会").first().waitFor({ state: "attached" });
  });

  it("A3 ends another session: that one has to sign in again", async () => {
    const other = await service.signIn("b12-secretary");
    await signIn("b12-secretary");
    await page.getByRole("button", { name: "个人中心" }).click();
    await page
      .getByRole("button", { name: /^退出: / })
      .first()
      .click();
    await page
      .getByRole("button", { name: /^退出: / })
      .first()
      .waitFor({ state: "detached" });
    assert.equal((await other.call("GET", "/session")).status, 401);
  });
});
