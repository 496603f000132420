import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { deskOf, openStages, publishTemplate } from "#test/journeys/ledger-desk.ts";
import { WorkbenchPage } from "./workbench-page.ts";

/** What is asked before something cannot be taken back, in the page's own dialogs: the browser's would end a desk program. */
describe("questions of the workbench", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    const template = await publishTemplate(service, journeyTemplate());
    await openStages(service, { level: "branch" });
    const owner = await deskOf(service, "b11-secretary");
    const ledger = await owner.copyNew(template);
    await owner.attach(ledger, "q1", { name: "会议记录.txt", text: "三月支部党员大会会议记录" });
  });
  after(async () => {
    await browser.close();
    await service.close();
  });

  async function workbenchOf(name: string) {
    const workbench = await WorkbenchPage.signIn(browser, service.url, name);
    const { page } = workbench;
    page.on("dialog", () => assert.fail("a dialog of the browser"));
    const answer = async (question: string, button: string) => {
      const dialog = page.getByRole("dialog");
      await dialog.getByText(question).waitFor();
      await dialog.getByRole("button", { name: button, exact: true }).click();
      await dialog.waitFor({ state: "detached" });
    };
    const place = async (label: string) =>
      await page.locator(".side-places").getByRole("button", { name: label }).click();
    return { workbench, page, answer, place };
  }

  it("leaves unsent changes behind only when that was said", async () => {
    const { workbench, page, answer, place } = await workbenchOf("b11-secretary");
    await workbench.openLedger();
    await workbench.type("K6", "8");
    await page.keyboard.press("Control+s");
    await page.locator(".ledger-change").waitFor();
    await place("排名");
    await answer("还有没有发送的修改，离开后会丢失。确定离开吗？", "取消");
    assert.equal(await page.locator(".ledger-change").count(), 1);
    await place("排名");
    await answer("还有没有发送的修改，离开后会丢失。确定离开吗？", "离开");
    await page.getByRole("heading", { name: "排名" }).first().waitFor();
    await workbench.close();
  });

  it("keeps the keyboard in a question while a sheet comes up behind it", async () => {
    const { workbench, page, answer, place } = await workbenchOf("officer");
    const letSheetCome = await holdSheet(page);
    await place("排名");
    await page.getByRole("button", { name: "发布排名" }).click();
    await page.getByRole("dialog").waitFor();
    letSheetCome();
    await page.locator(".taizhang-grid canvas").first().waitFor({ state: "attached" });
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>(".taizhang-grid input")?.value);
    // Longer than the sheet takes from its first cell to its editor.
    await page.waitForTimeout(1000);
    assert.equal(await page.getByRole("dialog").locator(":focus").count(), 1, "the sheet took the keyboard");
    await answer("发布后，范围内的人可以看到自己的名次。", "取消");
    await page.waitForFunction(() => document.querySelector("[inert]") === null);
    await page.getByRole("button", { name: "发布排名" }).and(page.locator(":focus")).waitFor();
    await workbench.close();
  });

  it("L17 publishes a standing only after it was confirmed", async () => {
    const { workbench, page, answer, place } = await workbenchOf("officer");
    const publish = page.getByRole("button", { name: "发布排名" });
    await place("排名");
    await publish.click();
    await answer("发布后，范围内的人可以看到自己的名次。", "取消");
    await page.getByText("未发布").waitFor();
    await publish.click();
    await answer("发布后，范围内的人可以看到自己的名次。", "发布排名");
    await page.getByText("已发布").waitFor();
    await workbench.close();
  });
});

/** The sheet's code stays away until what is returned is called. */
async function holdSheet(page: Page): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/*.js", async (route) => {
    if ((await page.locator(".ledger-grid-place").count()) > 0) await held;
    await route.continue();
  });
  return letGo;
}
