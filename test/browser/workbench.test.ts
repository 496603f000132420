import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import type { Browser, Page } from "playwright-core";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { seriousFindings } from "#test/addin/screens/page-checks.ts";
import { WorkbenchPage } from "./workbench-page.ts";
import { A_REASON, deskOf, openStages, publishTemplate, type LedgerDesk } from "#test/journeys/ledger-desk.ts";

// Physical places of the journey template in the sheet 定量任务: K is the score, row 6 is q1, row 8 the section's subtotal.
const SCORE_OF_Q1 = "K6";
const MAXIMUM_OF_Q1 = "G6";
const SUBTOTAL = "K8";

describe("the workbench in Chromium", function () {
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
    await page.context().close();
  });

  async function signIn(name: string): Promise<void> {
    workbench = await WorkbenchPage.signIn(browser, service.url, name);
    ({ page } = workbench);
  }
  const openLedger = () => workbench.openLedger();
  const go = (address: string) => workbench.go(address);
  const type = (address: string, text: string) => workbench.type(address, text);
  const untilShown = (address: string, value: string) => workbench.untilShown(address, value);
  const card = () => page.locator(".ledger-value").innerText();
  async function storedScore(): Promise<string | null> {
    const view = await owner.client.ask<LedgerView>("GET", `/ledgers/${ledger}`);
    return view.items.find(({ key }) => key === "q1")?.state.entries.at(-1)?.score ?? null;
  }

  it("L13 W3 a typed score moves the totals, is listed old to new, and is sent with Ctrl+S", async () => {
    await signIn("b11-secretary");
    await openLedger();
    await type(SCORE_OF_Q1, "8");
    await untilShown(SUBTOTAL, "8.00");
    await page.keyboard.press("Control+s");
    const change = page.locator(".ledger-change");
    await change.waitFor();
    assert.match(await change.locator(".ledger-old-new").innerText(), /10.*→.*8/s);
    const answered = page.waitForResponse((response) => response.url().endsWith("/push"));
    await page.keyboard.press("Control+s");
    await answered;
    await page.getByText("已保存 1 处修改。").waitFor();
    assert.equal(await storedScore(), "8");
  });

  it("says so where nothing may be typed, and changes nothing", async () => {
    await signIn("b11-secretary");
    await openLedger();
    await type(MAXIMUM_OF_Q1, "99");
    await page.getByText("这一格不能填写。").first().waitFor();
    await go(MAXIMUM_OF_Q1);
    assert.equal(await card(), "10");
    assert.equal(await page.getByRole("button", { name: "没有修改" }).count(), 1);
  });

  it("W4 a refused score stays typed and says why", async () => {
    await signIn("b11-secretary");
    await openLedger();
    await type(SCORE_OF_Q1, "11");
    await page.keyboard.press("Control+s");
    await page.locator(".ledger-send").click();
    await page.getByText("分值应在 0 到 10 之间，填写的是 11。").first().waitFor();
    await page.getByRole("tab", { name: "单元格与历史" }).click();
    await untilShown(SCORE_OF_Q1, "11.00");
  });

  it("W3 asks mine or theirs when somebody else was faster", async () => {
    await signIn("b11-secretary");
    await openLedger();
    await type(SCORE_OF_Q1, "6");
    assert.equal((await owner.score(ledger, "q1", 9)).result, "accepted");
    await page.keyboard.press("Control+s");
    // Nothing else: another change would be saved beside the one that is asked about.
    assert.match(await page.locator(".ledger-old-new").innerText(), /8.*→.*6/s);
    await page.locator(".ledger-send").click();
    const asked = page.locator(".ledger-conflict");
    await asked.waitFor();
    assert.match(await asked.innerText(), /改为：9/);
    await asked.getByRole("button", { name: "用我的" }).click();
    await workbench.sendListed(1);
    assert.equal(await storedScore(), "6");
  });

  it("L7 a peer challenges with a reason after being told that he answers for it", async () => {
    await signIn("b12-secretary");
    await openLedger();
    await go(SCORE_OF_Q1);
    await page.getByRole("button", { name: "证伪（改分）" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("谁更改他人得分，谁对更改负责", { exact: false }).waitFor();
    await dialog.getByLabel("新分值").fill("5");
    await dialog.getByLabel("理由").fill(A_REASON);
    const confirm = dialog.getByRole("button", { name: "确定" });
    assert.equal(await confirm.getAttribute("aria-disabled"), "true");
    await dialog.getByLabel("我已核对，并对这次更改负责").check();
    await confirm.click();
    await dialog.waitFor({ state: "detached" });
    assert.equal(await storedScore(), "5");
    await page.locator(".ledger-history q", { hasText: A_REASON }).waitFor();
  });

  it("L5 uploads several files with Chinese names and shows one in the page", async () => {
    await signIn("b11-secretary");
    await openLedger();
    await go("C7");
    await page.getByRole("tab", { name: "支撑材料" }).click();
    const files = ["主题党日（四月）.txt", "签到表.txt"].map((name) => ({
      name,
      mimeType: "text/plain",
      buffer: Buffer.from(`${name}内容`),
    }));
    await page.locator(".ledger-drop input[type='file']").setInputFiles(files);
    await page.getByText("签到表.txt").waitFor();
    await page.getByRole("button", { name: "预览: 主题党日（四月）.txt" }).click();
    await page.getByRole("dialog").getByText("主题党日（四月）.txt内容").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("tab", { name: "单元格与历史" }).click();
    await untilShown("K7", "20.00");
  });

  it("A7 keeps nothing: after a reload one signs in again", async () => {
    await signIn("b11-secretary");
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
      0,
      0,
      "",
    ]);
    await page.reload();
    await page.locator("input[name='password']").waitFor();
  });

  it("speaks English too", async () => {
    await signIn("b11-secretary");
    await page.getByRole("button", { name: "English" }).click();
    await openLedger();
    await page.getByRole("button", { name: "No changes" }).waitFor();
  });

  it("transfers less than 2.5 MB, the grid included", async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    const network = await context.newCDPSession(page);
    let bytes = 0;
    network.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await network.send("Network.enable");
    workbench = new WorkbenchPage(page);
    await page.goto(service.url);
    await page.locator("input[autocomplete='username']").fill("b11-secretary");
    await page.locator("input[name='password']").fill(KNOWN_PASSWORD);
    await page.keyboard.press("Enter");
    await page.locator(".side").waitFor();
    await openLedger();
    assert.ok(bytes > 500_000, "the network was listened to");
    assert.ok(bytes < 2_500_000, `${bytes} bytes`);
  });

  it("has nothing serious against it by axe, screen by screen", async () => {
    const problems: string[] = [];
    const look = async (screen: string): Promise<void> => {
      await page.waitForTimeout(600);
      const found = await seriousFindings(page, [".taizhang-grid"]);
      problems.push(...found.map((finding) => `${screen}: ${finding}`));
    };
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, bypassCSP: true });
    page = await context.newPage();
    workbench = new WorkbenchPage(page);
    await page.goto(service.url);
    await page.locator("input[autocomplete='username']").waitFor();
    await look("sign-in");
    await page.locator("input[autocomplete='username']").fill("officer");
    await page.locator("input[name='password']").fill(KNOWN_PASSWORD);
    await page.keyboard.press("Enter");
    await page.locator(".side").waitFor();
    await look("home");
    await openLedger();
    for (const tab of ["单元格与历史", "支撑材料", "变更清单", "沟通"]) {
      await page.getByRole("tab", { name: tab }).click();
      await look(`ledger ${tab}`);
    }
    for (const place of ["排名", "评分分析", "阶段设置", "单位与账号", "模板"]) {
      await page.locator(".side-places").getByRole("button", { name: place }).click();
      await look(place);
    }
    await page.getByRole("button", { name: "个人中心" }).click();
    await look("personal centre");
    assert.deepEqual(problems, []);
  });
});
