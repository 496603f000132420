import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import type { Browser } from "playwright-core";
import type { TemplateView } from "#core/protocol/templates.ts";
import type { LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import type { TestService } from "#test/environment/running-service.ts";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";
import { seriousFindings } from "#test/addin/screens/page-checks.ts";
import type { BundledPage } from "#test/browser/bundled-page.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";
import { openStages, publishTemplate, type LedgerDesk } from "#test/journeys/ledger-desk.ts";
import { openOwnerWorld, type OwnerWorld } from "./owner-world.ts";
import { fitsWidth, PaneDriver } from "./pane-driver.ts";

const SCORE = { sheet: "quantitative", row: "q1", column: "score" };
const SUBTOTAL = { sheet: "quantitative", row: "#total:quantitativeSum", column: "score" };
const TOTAL = { sheet: "totals", row: "#figure:total", column: "value" };

describe("the pane at work", function () {
  this.timeout(240_000);
  let world: OwnerWorld;
  let service: TestService;
  let browser: Browser;
  let site: BundledPage;
  let pane: PaneDriver;
  let owner: LedgerDesk;
  let ledger: string;

  before(async () => {
    world = await openOwnerWorld();
    ({ service, browser, site, owner, ledger } = world);
  });
  beforeEach(async () => {
    pane = await PaneDriver.open(browser, { url: site.url, service, size: { width: 350, height: 768 } });
    await pane.signIn("b11-secretary");
  });
  afterEach(async () => {
    await pane.close();
  });
  after(() => world.close());

  async function storedScore(): Promise<string | null> {
    const view = await owner.client.ask<LedgerView>("GET", `/ledgers/${ledger}`);
    return view.items.find(({ key }) => key === "q1")?.state.entries.at(-1)?.score ?? null;
  }
  const change = () => pane.page.locator(".ledger-change");
  const send = () => pane.page.locator(".ledger-send").click();

  it("W3 lists old and new of what was typed and sends it; the cell is marked until then", async () => {
    await pane.openLedger("own");
    await pane.type(SCORE, 8);
    await pane.tab("变更");
    assert.match(await change().locator(".ledger-old-new").innerText(), /10.*→.*8/s);
    assert.equal(await pane.ask("state", SCORE), "changed");
    await send();
    await pane.said("已保存 1 处修改。");
    assert.equal(await storedScore(), "8");
    assert.equal(await pane.ask("state", SCORE), "input");
    await pane.place("连接与发件箱");
    await pane.said(/上次发送成功：/);
  });

  it("W3 sends a selection alone", async () => {
    await pane.openLedger("own");
    await pane.type(SCORE, 7);
    await pane.type({ sheet: "quantitative", row: "q1", column: "text.task" }, "按时召开支部党员大会");
    await pane.tab("变更");
    await change().nth(1).waitFor();
    await pane.page.locator(".ledger-change", { hasText: "得分" }).getByRole("checkbox").uncheck();
    await send();
    await pane.said("已保存 1 处修改。");
    assert.equal(await change().count(), 1);
    assert.notEqual(await storedScore(), "7");
  });

  it("W4 keeps a refused value in its cell and says why", async () => {
    await pane.openLedger("own");
    await pane.type(SCORE, 99);
    await pane.tab("变更");
    await send();
    await pane.said("1 处修改没有被接受，请看变更清单。");
    await change()
      .getByText(/没有被接受：/)
      .waitFor();
    assert.equal(await pane.ask("state", SCORE), "refused");
    assert.equal(await pane.ask("value", SCORE), 99);
  });

  it("W4 notices a formula that was typed over, and restores it by the ribbon's command", async () => {
    await pane.openLedger("own");
    const formula = await pane.ask("formula", SUBTOTAL);
    await pane.type(SUBTOTAL, 50);
    await pane.tab("校核");
    await pane.page.getByRole("button", { name: "还原公式" }).waitFor();
    await pane.select(SUBTOTAL);
    await pane.command("restore");
    await pane.said("已还原。");
    assert.equal(await pane.ask("formula", SUBTOTAL), formula);
    await pane.command("restore");
    await pane.said("这一格没有修改，公式也没有被覆盖，不需要还原。");
  });

  it("W3 shows a conflict cell by cell: theirs comes back, or mine goes again", async () => {
    await pane.openLedger("own");
    await pane.type(SCORE, 4);
    await owner.score(ledger, "q1", "3");
    await pane.tab("变更");
    await send();
    await change().getByRole("button", { name: "用我的" }).waitFor();
    assert.equal(await pane.ask("state", SCORE), "conflict");
    await pane.page.getByRole("button", { name: "用我的" }).click();
    await send();
    await pane.said("已保存 1 处修改。");
    assert.equal(await storedScore(), "4");
    await pane.type(SCORE, 2);
    await owner.score(ledger, "q1", "9");
    await send();
    await pane.page.getByRole("button", { name: "用对方的" }).click();
    await change().waitFor({ state: "detached" });
    assert.equal(await pane.ask("value", SCORE), 9);
  });

  it("W5 goes on without the service, keeps what is sent, and sends it once when the service is back", async () => {
    await pane.openLedger("own");
    await pane.type(SCORE, 6);
    await pane.tab("变更");
    pane.online = false;
    await send();
    await change().getByText("待发送").waitFor();
    await pane.place("连接与发件箱");
    await pane.said("连不上服务");
    await pane.page.locator(".connection-waiting > li").waitFor();
    assert.notEqual(await storedScore(), "6");
    pane.online = true;
    await pane.page.getByRole("button", { name: "立即发送" }).click();
    await pane.said("发件箱是空的。");
    assert.equal(await storedScore(), "6");
  });

  it("A7 W5 asks what becomes of waiting changes before it signs out: stay, discard, or keep for the next sign-in", async () => {
    await pane.openLedger("own");
    const before = await storedScore();
    const leave = async (answer: string) => {
      await pane.place("连接与发件箱");
      await pane.page.getByRole("button", { name: "退出登录" }).click();
      const dialog = pane.page.getByRole("dialog");
      await dialog.getByText("您有 1 处修改已存入发件箱，还没有送到服务。").waitFor();
      assert.ok(await fitsWidth(pane.page));
      assert.deepEqual(await seriousFindings(pane.page), []);
      await dialog.getByRole("button", { name: answer }).click();
    };
    const sendOffline = async () => {
      pane.online = false;
      await pane.tab("变更");
      await send();
      await change().getByText("待发送").waitFor();
    };
    await pane.type(SCORE, 3);
    await sendOffline();
    await leave("取消");
    await pane.tab("变更");
    await change().getByText("待发送").waitFor();
    await leave("放弃并退出");
    await pane.page.locator("input[name='password']").waitFor();
    pane.online = true;
    await pane.signIn("b11-secretary");
    await pane.place("连接与发件箱");
    await pane.said("发件箱是空的。");
    assert.equal(await storedScore(), before);
    await sendOffline();
    await leave("保留并退出");
    await pane.page.locator("input[name='password']").waitFor();
    pane.online = true;
    await pane.signIn("b11-secretary");
    await pane.tab("变更");
    await pane.said(/没有修改/);
    assert.equal(await storedScore(), "3");
  });

  it("L5 takes dropped files with the keyboard's way beside it, and asks in its own dialog before one is deleted", async () => {
    await pane.openLedger("own");
    await pane.select({ ...SCORE, row: "q2" });
    await pane.command("evidence");
    const drop = await pane.page.evaluateHandle(() => {
      const given = new DataTransfer();
      given.items.add(new File(["签到表"], "签到表.txt", { type: "text/plain" }));
      return given;
    });
    await pane.page.locator(".ledger-evidence").dispatchEvent("drop", { dataTransfer: drop });
    await pane.said("签到表.txt");
    await pane.page.getByRole("button", { name: "删除: 签到表.txt" }).click();
    const dialog = pane.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "删除" }).click();
    await pane.said("还没有上传支撑材料。");
  });

  it("W9 shows value, source and history of the selected cell", async () => {
    await pane.openLedger("own");
    await pane.select(SCORE);
    await pane.command("history");
    await pane.page.locator(".ledger-history li").first().waitFor();
    assert.match(await pane.page.locator(".ledger-card").innerText(), /1\.1.*得分.*当前值/s);
  });

  it("drills from a figure down to the cells behind it, and says where there is nothing", async () => {
    await pane.openLedger("own");
    await pane.select(TOTAL);
    await pane.command("drillDown");
    const rows = pane.page.locator(".pane-rows button");
    await rows.filter({ hasText: "定量得分" }).click();
    await pane.said(/^定量得分 由以下格子算出/);
    await pane.select(SCORE);
    await pane.said(/这一格没有可以直统反查的内容/);
    await pane.page.evaluate(() => window.panePage.selectPlace({ sheet: "Sheet1", address: "D9" }));
  });

  it("selects the cell of a finding", async () => {
    await pane.openLedger("own");
    await pane.command("checks");
    await pane.page.getByRole("button", { name: "2.2 收缴党费" }).click();
    await pane.page.waitForFunction(async () => (await window.panePage.selection())?.rowKey === "q4");
  });

  it("undoes the last refresh", async () => {
    await pane.openLedger("own");
    await pane.command("refresh");
    await pane.said("已刷新。");
    await pane.page.getByRole("button", { name: "撤销上次刷新" }).click();
    await pane.said("已恢复到刷新之前的内容。");
  });

  it("says what the desk program would not do", async () => {
    await pane.openLedger("own");
    await pane.page.evaluate(() => window.panePage.failNext("draw", "cell-in-edit"));
    await pane.command("refresh");
    await pane.said("有一格正在编辑。请按 Enter 结束编辑后再试。");
  });

  it("asks before another ledger takes the place of unsent changes", async () => {
    await pane.openLedger("own");
    await owner.copyNew(await publishTemplate(service, { ...journeyTemplate(), name: "另一本考核台账" }));
    await pane.type(SCORE, 5);
    await pane.tab("打开");
    await pane.page.locator(".side-search input").fill("另一本");
    await pane.page.locator(".side-items button", { hasText: "另一本" }).click();
    const dialog = pane.page.getByRole("dialog");
    await dialog.getByText(/还有 1 处修改没有发送/).waitFor();
    await dialog.getByRole("button", { name: "取消" }).click();
    assert.equal(await pane.ask("value", SCORE), 5);
    await pane.page.locator(".side-items button", { hasText: "另一本" }).click();
    await dialog.getByRole("button", { name: "仍然打开" }).click();
    await pane.page.locator(".pane-book-name", { hasText: "另一本考核台账" }).waitFor();
    assert.equal(await pane.ask("value", SCORE), null);
  });

  it("L7 lets a leader set a score with a reason, told that he answers for it", async () => {
    await pane.close();
    pane = await PaneDriver.open(browser, { url: site.url, service });
    await pane.signIn("g1-secretary");
    await pane.openLedger("lead");
    await pane.select(SCORE);
    await pane.command("history");
    await pane.page.getByRole("button", { name: "裁定（定分）" }).click();
    const dialog = pane.page.getByRole("dialog");
    assert.ok(await fitsWidth(pane.page));
    await dialog.getByLabel("新分值").fill("5");
    await dialog.getByRole("textbox").last().fill("会议记录缺少三次签到");
    await dialog.getByLabel("我已核对，并对这次更改负责").check();
    await dialog.getByRole("button", { name: "确定" }).click();
    await pane.said("已保存 1 处修改。");
    await pane.command("override");
    await pane.said(/台账没有强制修改/);
  });

  it("L18 exports through the desk, and says under which name", async () => {
    await pane.openLedger("own");
    await pane.command("export");
    await pane.page.getByLabel("导出理由").fill("交上级备案");
    const waiting = pane.page.waitForEvent("download");
    await pane.page.getByRole("button", { name: "Word 文档（.docx）" }).click();
    await pane.said(`已导出：${(await waiting).suggestedFilename()}`);
  });

  it("compares item by item with an earlier year's ledger of the same template", async () => {
    await openStages(service, { level: "branch", year: 2025, filling: ["2025-01-01", "2026-12-31"] });
    const officer = await service.signIn("officer");
    const old = await publishTemplate(service, { ...journeyTemplate(), name: "逐年台账", year: 2025 });
    await owner.copyNew(old);
    const draft = await officer.ask<TemplateView>("POST", `/template-versions/${old.versionId}/revise`);
    const body = { ...journeyTemplate(), name: "逐年台账" };
    await officer.ask("PUT", `/template-versions/${draft.versionId}`, { body, baseRevision: draft.revision });
    await officer.ask("POST", `/template-versions/${draft.versionId}/publish`);
    const now = await owner.copyNew(draft);
    await owner.attach(now, "q1", { name: "会议记录.txt", text: "三月支部党员大会会议记录" });
    await pane.tab("打开");
    await pane.page.locator(".side-filter select").nth(1).selectOption("own");
    await pane.page.locator(".side-items button", { hasText: "2026" }).filter({ hasText: "逐年台账" }).click();
    await pane.page.locator(".pane-book-name", { hasText: "逐年台账" }).waitFor();
    await pane.command("compare");
    await pane.said("4 项中有 1 项不同");
    await pane.page.getByRole("button", { name: /^1\.1 / }).click();
    await pane.page.waitForFunction(async () => (await window.panePage.selection())?.columnKey === "score");
    await pane.command("export");
    await pane.command("compare");
    assert.deepEqual(await seriousFindings(pane.page), []);
  });

  it("A7 W5 asks for the password again above what was open, then sends what waited", async () => {
    await pane.openLedger("own");
    await pane.type({ ...SCORE, column: "text.task" }, "按期召开支部党员大会（三月）");
    service.clock.pass({ minutes: 20 });
    await pane.tab("变更");
    await send();
    const entry = pane.page.locator(".account-overlay");
    await entry.locator("input[name='username']").fill("b11-secretary");
    await entry.locator("input[name='password']").fill(KNOWN_PASSWORD);
    await pane.page.keyboard.press("Enter");
    await entry.waitFor({ state: "detached" });
    await pane.said("没有修改。直接在表格中黄色的格子里填写，修改会列在这里，发送前可以核对。");
  });
});
