import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { quantitative } from "#test/journeys/edit-script.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { A_REASON, deskOf, openStages, publishTemplate, type LedgerDesk } from "#test/journeys/ledger-desk.ts";
import { openExcelPaneDesk } from "./excel-pane-desk.ts";
import type { PaneDesk } from "./pane-desk.ts";
import type { PanePage } from "./pane-page.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const SCORE = quantitative("q1", "score");
const CHALLENGE = "证伪（改分）";

describe("a dialog that closes", function () {
  this.timeout(240_000);
  let service: TestService;
  let browser: Browser;
  let owner: LedgerDesk;
  let ledger: string;
  let desk: PaneDesk;
  let pane: PanePage;

  before(async function () {
    this.timeout(240_000);
    [service, browser] = await Promise.all([startTestService(), launchChromium()]);
    const template = await publishTemplate(service, journeyTemplate());
    await openStages(service, { level: "branch" });
    owner = await deskOf(service, "b11-secretary");
    ledger = await owner.copyNew(template);
    await owner.attach(ledger, "q1", { name: "会议记录.txt", text: "三月支部党员大会会议记录" });
    desk = await openExcelPaneDesk({ browser, url: service.url });
    pane = await desk.open();
    await pane.signIn("b12-secretary");
    await pane.openLedger();
    await desk.hands.select(SCORE);
    await pane.page.locator(".pane-tabs button", { hasText: "单元格" }).click();
  });
  after(async () => {
    await desk.close();
    await browser.close();
    await service.close();
  });

  const opener = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

  describe("in the pane", () => {
    const WAYS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
      "its button": (page) => page.getByRole("dialog").getByRole("button", { name: "取消" }).click(),
      Escape: (page) => page.keyboard.press("Escape"),
      "a click beside it": (page) => page.mouse.click(2, 2),
    };
    for (const [way, close] of Object.entries(WAYS)) {
      it(`by ${way} gives the page and the focus back`, async () => {
        await opener(pane.page, CHALLENGE).click();
        await pane.page.getByRole("dialog").waitFor();
        await close(pane.page);
        assert.equal(await focusAfterwards(pane.page), CHALLENGE);
      });
    }

    it("when the act is done gives them back", async () => {
      await pane.act(CHALLENGE, { score: "6", reason: A_REASON });
      assert.equal(await focusAfterwards(pane.page), CHALLENGE);
      assert.equal((await owner.item(ledger, "q1")).state.entries.at(-1)?.score, "6");
    });

    it("when its button goes with the act leads to the heading beside", async () => {
      await pane.act("撤回证伪");
      assert.equal(await focusAfterwards(pane.page), "可以进行的操作");
    });
  });

  describe("in the workbench", () => {
    let workbench: WorkbenchPage;
    before(async () => {
      workbench = await WorkbenchPage.signIn(browser, service.url, "b11-secretary");
      await workbench.openLedger();
    });
    after(async () => {
      await workbench.close();
    });

    it("out of the list beside gives the page and the focus back", async () => {
      const { page } = workbench;
      await opener(page, "复制新增").first().click();
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await focusAfterwards(page), "复制新增");
    });

    it("out of a menu gives the focus back to what opened the menu", async () => {
      const { page } = workbench;
      await opener(page, "更多").click();
      await page.getByRole("menuitem", { name: "导入" }).click();
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await focusAfterwards(page), "更多");
    });
  });
});

/** What has the focus, after it was shown that the page is there for everybody again and the keyboard goes on. */
async function focusAfterwards(page: Page): Promise<string> {
  await page.getByRole("dialog").waitFor({ state: "detached" });
  // Longer than the helper behind the dialogs takes its time.
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => ({
    hidden: [...document.body.children].filter((part) => part.matches("[aria-hidden='true']:not([data-tabster-dummy])"))
      .length,
    focused:
      document.activeElement === document.body
        ? null
        : (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""),
  }));
  assert.equal(seen.hidden, 0, "a part of the page is still hidden from screen readers");
  assert.ok(seen.focused !== null, "the focus is lost");
  await page.evaluate(() => Object.assign(window, { focusBefore: document.activeElement }));
  await page.keyboard.press("Tab");
  const goesOn = await page.evaluate(() => {
    const { activeElement: at } = document;
    return at !== document.body && at !== (window as unknown as { readonly focusBefore: unknown }).focusBefore;
  });
  assert.ok(goesOn, "Tab goes nowhere");
  return seen.focused;
}
