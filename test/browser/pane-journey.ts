import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import type { Instant } from "#core/kernel/instant.ts";
import { qualitative, quantitative } from "#test/journeys/edit-script.ts";
import { deskOf } from "#test/journeys/ledger-desk.ts";
import type { OpensPaneDesk, PaneDesk } from "./pane-desk.ts";
import type { PanePage } from "./pane-page.ts";
import { openPaneWorld, type PaneWorld } from "./pane-world.ts";
import { seenSheet } from "./seen-sheet.ts";

const OWN_PASSWORD = "Harbour+Willow+73";
const score = (item: string): CellKeys => quantitative(item, "score");
const text = (item: string, column: string): CellKeys => quantitative(item, `text.${column}`);
const TOTAL: CellKeys = { sheet: "totals", row: "#figure:total", column: "value" };

/** An owner's year at his desk, by mouse and keyboard in the pane and typing in the sheet; the same in every desk program. */
export function describePaneJourney(program: string, openDesk: OpensPaneDesk): void {
  describe(`the pane in ${program}: an owner's ledger`, function () {
    this.timeout(240_000);
    let world: PaneWorld;
    let desk: PaneDesk;
    let pane: PanePage;

    before(async function () {
      this.timeout(240_000);
      world = await openPaneWorld();
      await world.service.alterAccount("b11-secretary", { firstPasswordUntil: "2026-06-04T01:00:00.000Z" as Instant });
      desk = await openDesk({ browser: world.browser, url: world.service.url });
    });
    after(async () => {
      await desk.close();
      await world.close();
    });

    const { cell, stands, looks, isSelected } = seenSheet(
      () => desk,
      () => pane,
    );
    const stored = async (item: string) => (await world.http.item(world.ledger, item)).state.entries.at(-1)?.score;

    it("A2 begins with the first password, and the officer's own", async () => {
      pane = await desk.open();
      await pane.page.locator("input[name='username']").waitFor();
      await pane.isFine("sign-in");
      await pane.signIn("b11-secretary");
      const { page } = pane;
      await page.locator("input[name='old']").waitFor();
      await pane.isFine("first password");
      await page.locator("input[name='old']").fill("Lantern+Orchard+42");
      await page.locator("input[name='fresh']").fill(OWN_PASSWORD);
      await page.locator("input[name='again']").fill(OWN_PASSWORD);
      await page.keyboard.press("Enter");
      await pane.heading("党务台账");
      await pane.isFine("home");
    });

    it("W1 W2 draws the chosen ledger: protected, keys hidden, named", async () => {
      await pane.openLedger();
      const drawn = (await desk.hands.sheets()).filter(({ keysHidden }) => keysHidden);
      assert.deepEqual(
        drawn.map((sheet) => [sheet.name, sheet.visibility, sheet.protected]),
        ["定量任务", "定性测评", "考核得分"].map((name) => [name, "visible", true]),
      );
      const kept = (await desk.hands.sheets()).find(({ name }) => name === "_taizhang");
      assert.equal(kept?.visibility, "veryHidden");
      assert.ok((await desk.hands.names()).length > 10);
      assert.equal((await cell(score("q1"))).locked, true);
      assert.equal(await desk.hands.type(score("q1"), 8), false, "protection stops a score without evidence");
      await pane.tab("打开");
      await pane.isFine("open");
    });

    it("L5 L6 evidence is dropped into the pane, its progress is shown, and the sheet follows", async () => {
      await desk.hands.select(score("q1"));
      await pane.tab("材料");
      await pane.said("的支撑材料");
      const letGo = await pane.holdUploads();
      await pane.drop([
        { name: "会议记录（三月）.txt", text: "三月支部党员大会会议记录" },
        { name: "签到表.txt", text: "到会二十一人" },
      ]);
      await pane.page.getByRole("progressbar", { name: "会议记录（三月）.txt" }).waitFor();
      await letGo();
      await pane.page.getByRole("button", { name: "预览: 签到表.txt" }).waitFor();
      await stands(score("q1"), 10);
      await stands(quantitative("q1", "evidence"), "已上传 2 份");
      await pane.isFine("evidence");
    });

    it("W3 lists old and new, sends a selection, then the rest", async () => {
      assert.equal(await desk.hands.type(score("q1"), 9.5), true);
      await desk.hands.type(text("q1", "task"), "每季度召开支部党员大会");
      await desk.hands.type(text("q2", "responsible"), "王委员");
      await desk.hands.type(qualitative("l1", "rating.self"), 45);
      await pane.changes(4);
      await looks(score("q1"), "changed");
      assert.match(await pane.change("得分").locator(".ledger-old-new").first().innerText(), /10.*→.*9\.5/s);
      await pane.isFine("changes");
      await pane.page.getByRole("checkbox", { name: /^全选/ }).uncheck();
      await pane.change("负责人").getByRole("checkbox").check();
      await pane.send(1);
      await pane.said("已保存 1 处修改。");
      await pane.changes(3);
      assert.equal(await stored("q1"), "10");
      await pane.page.getByRole("checkbox", { name: /^全选/ }).check();
      await pane.sendAll(3);
      await looks(score("q1"), "input");
      assert.equal(await stored("q1"), "9.5");
    });

    it("W4 a refused score stays typed and says why, in the cell and in the pane", async () => {
      await desk.hands.type(score("q1"), 11);
      await pane.changes(1);
      await pane.send(1);
      await pane.said("分值应在 0 到 10 之间，填写的是 11。");
      await looks(score("q1"), "refused");
      const refused = await cell(score("q1"));
      assert.equal(refused.value, 11);
      assert.match(refused.prompt, /分值应在 0 到 10 之间/);
      await pane.isFine("refused");
      await pane.takeBack("得分");
      await stands(score("q1"), 9.5);
      await pane.changes(0);
    });

    it("W3 asks mine or theirs when a second officer was faster", async () => {
      const conflict = pane.page.locator(".ledger-conflict");
      await desk.hands.type(score("q1"), 7);
      await pane.changes(1);
      assert.equal((await world.http.score(world.ledger, "q1", 8)).result, "accepted");
      await pane.send(1);
      await conflict.waitFor();
      assert.match(await conflict.innerText(), /改为：8/);
      await looks(score("q1"), "conflict");
      assert.match((await cell(score("q1"))).prompt, /改为：8/);
      await pane.isFine("conflict");
      await conflict.getByRole("button", { name: "用我的" }).click();
      await conflict.waitFor({ state: "detached" });
      await pane.sendAll(1);
      assert.equal(await stored("q1"), "7");
      await desk.hands.type(score("q1"), 6);
      await pane.changes(1);
      assert.equal((await world.http.score(world.ledger, "q1", 9)).result, "accepted");
      await pane.send(1);
      await conflict.getByRole("button", { name: "用对方的" }).click();
      await stands(score("q1"), 9);
      await pane.changes(0);
    });

    it("W9 the cell card tells where a value comes from and what it was", async () => {
      await desk.hands.select(score("q1"));
      await pane.tab("单元格");
      await pane.page.locator(".ledger-value", { hasText: /^9\.00$/ }).waitFor();
      await pane.page.locator(".ledger-history li").nth(3).waitFor();
      await pane.isFine("cell");
    });

    it("W1 a total leads to the cells behind it, and each of those into the sheet", async () => {
      await desk.drillDown(TOTAL);
      await pane.heading("直统反查");
      await pane.said("由以下格子算出");
      await pane.isFine("drill-down");
      await pane.page.locator(".pane-rows button:not([disabled])").first().click();
      await pane.until(async () => (await desk.hands.selected()) !== (await cell(TOTAL)).address, "another cell");
    });

    it("L6 the checks say what is missing and select its cell", async () => {
      await pane.tab("校核");
      const lacking = pane.page.getByRole("region", { name: "没有支撑材料" }).getByRole("button");
      await lacking.filter({ hasText: "1.2" }).click();
      await isSelected(quantitative("q2", "evidence"));
      await pane.isFine("checks");
    });

    it("compares item by item with last year's ledger", async () => {
      await pane.place("对比");
      await pane.page.locator(".compare-table").waitFor();
      assert.match(
        await pane.page.locator(".compare-table tr[data-differs='true']").first().innerText(),
        /10\/10.*9\/10/s,
      );
      await pane.isFine("compare");
      await pane.page.locator(".compare-table button").first().click();
      await isSelected(score("q1"));
    });

    it("W4 an overtyped formula is noticed and restored", async () => {
      const before = await cell(TOTAL);
      await desk.hands.overtype(TOTAL, 99);
      await pane.tab("校核");
      await pane.page.getByRole("button", { name: "还原公式" }).click();
      await pane.until(async () => (await cell(TOTAL)).formula === before.formula, "the formula is back");
      assert.equal((await cell(TOTAL)).value, before.value);
    });

    it("W3 a refresh brings what is new, keeps the officer's columns and order, and can be undone", async () => {
      const { hands } = desk;
      const keepsHis = async () => {
        assert.equal(await hands.ownNoteOf(score("q1")), "我的备注");
        assert.equal(await hands.leftOf(text("q1", "due")), "我的一列");
        const keys = await hands.rowKeys("quantitative");
        assert.ok(keys.indexOf("q2") < keys.indexOf("q1"), "q2 is still above q1");
      };
      assert.ok(await hands.ownNote(score("q1"), "我的备注"), "beside ours is room");
      assert.ok(await hands.ownColumnBefore(text("q1", "due"), "我的一列"), "between ours, too");
      await hands.sortDown({ sheet: "quantitative", column: "number" }, ["q1", "q2"], "the keys");
      await keepsHis();
      assert.equal((await world.http.score(world.ledger, "q1", 8.5)).result, "accepted");
      await pane.refresh();
      await stands(score("q1"), 8.5);
      await keepsHis();
      await pane.page.getByRole("button", { name: "撤销上次刷新" }).click();
      await stands(score("q1"), 9);
      await keepsHis();
      await pane.refresh();
      await stands(score("q1"), 8.5);
      await hands.type(score("q1"), 6.5);
      await hands.type(text("q2", "responsible"), "李委员");
      await pane.sendAll(2);
      await keepsHis();
      assert.equal(await stored("q1"), "6.5");
      const { texts } = await world.http.item(world.ledger, "q2");
      assert.equal(texts.find(({ column }) => column === "responsible")?.text, "李委员");
    });

    it("W3 sends nothing from rows that were sorted without their keys, and a refresh puts them in order", async () => {
      const { hands } = desk;
      await hands.type(score("q1"), 5.5);
      await hands.sortDown({ sheet: "quantitative", column: "score" }, ["q1", "q2"], "what he sees");
      await pane.tab("变更");
      await pane.said("表格的标识已被破坏");
      assert.equal(await pane.page.getByRole("button", { name: /^发送选中的/ }).count(), 0);
      await pane.isFine("keys left behind");
      await pane.tab("校核");
      await pane.page.getByRole("main").getByRole("button", { name: "刷新" }).click();
      await pane.isDrawn();
      await stands(score("q1"), 5.5);
      assert.equal((await cell(score("q2"))).locked, true, "locks are where they belong");
      await pane.changes(1);
      await pane.takeBack("得分");
      await pane.changes(0);
      await stands(score("q1"), 6.5);
      assert.equal(await stored("q1"), "6.5");
    });

    it("L18 exports the ledger as files", async () => {
      await pane.place("导出");
      await pane.isFine("export");
      await pane.page.getByLabel("导出理由").fill("交上级备案");
      for (const format of ["xlsx", "docx", "zip"]) {
        const [download] = await Promise.all([
          pane.page.waitForEvent("download"),
          pane.page.getByRole("button", { name: `.${format}` }).click(),
        ]);
        assert.match(download.suggestedFilename(), new RegExp(`^党支部工作考核台账.*\\.${format}$`));
        await pane.said("已导出：");
      }
    });

    it("the ribbon's buttons lead to their places", async () => {
      const headings = {
        ...{ open: "打开台账", changes: "变更清单", checks: "校核结果", drillDown: "直统反查", evidence: "支撑材料" },
        ...{ history: "单元格与历史", compare: "与往年对比", export: "导出", help: "帮助", signIn: "党务台账" },
      } as const;
      for (const [id, heading] of Object.entries(headings)) {
        await desk.command(id as keyof typeof headings);
        await pane.heading(heading);
      }
      await desk.command("refresh");
      await pane.said("已刷新。");
      await desk.command("restore");
      await pane.said("不需要还原");
      await desk.hands.select(score("q1"));
      await desk.hands.type(score("q1"), 7.5);
      await desk.command("override");
      await pane.heading("单元格与历史");
      await pane.said("台账的格子直接在表格中填写");
      await desk.command("restore");
      await pane.said("已还原。");
      await stands(score("q1"), 6.5);
      await desk.hands.type(score("q1"), 7.5);
      await desk.command("send");
      await pane.heading("变更清单");
      await pane.changes(1);
      assert.equal(await stored("q1"), "6.5", "the first time it shows what would go");
      await desk.command("send");
      await pane.said("已保存 1 处修改。");
      await pane.changes(0);
      assert.equal(await stored("q1"), "7.5");
      for (const place of ["沟通", "消息", "个人中心", "帮助", "连接与发件箱"]) {
        await pane.place(place);
        await pane.isFine(place);
      }
    });

    it("W5 what is sent while the service is down waits, also while the program is closed, and is sent once", async () => {
      await desk.hands.type(score("q1"), 4);
      await pane.changes(1);
      await world.service.stop();
      await pane.send(1);
      await pane.said("可以继续填写");
      await pane.place("连接与发件箱");
      await pane.said("待发送");
      await pane.isFine("connection, offline");
      await desk.closePane();
      await world.service.start();
      pane = await desk.open();
      await pane.said("1 处修改还没有发送");
      await pane.signIn("b11-secretary", OWN_PASSWORD);
      await pane.heading("党务台账");
      const http = await deskOf(world.service, "b11");
      const sent = async () => (await http.item(world.ledger, "q1")).state.entries.at(-1)?.score === "4";
      await pane.until(sent, "it is sent");
      await pane.changes(0);
      await looks(score("q1"), "input");
    });
  });
}
