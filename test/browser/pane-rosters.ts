import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser } from "playwright-core";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { PushAnswer } from "#core/protocol/push.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import { rosterPeople } from "#test/builders/roster-people.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import type { OpensPaneDesk, PaneDesk } from "./pane-desk.ts";
import type { PanePage } from "./pane-page.ts";
import { seenSheet } from "./seen-sheet.ts";

/** The narrowest pane. */
const NARROW = { width: 320, height: 700 };
const cellOf = (serial: number, column: string): CellKeys => ({
  ...{ sheet: "roster", row: `person:roster-${serial}`, column },
});

/** An officer keeps a branch's roster in his workbook, by the pane beside it; the same in every desk program. */
export function describePaneRosters(program: string, openDesk: OpensPaneDesk): void {
  describe(`the pane in ${program}: a roster`, function () {
    this.timeout(240_000);
    let service: TestService;
    let browser: Browser;
    let desk: PaneDesk;
    let pane: PanePage;

    before(async function () {
      this.timeout(240_000);
      [service, browser] = await Promise.all([startTestService(), launchChromium()]);
      await service.services.store.write((tx) => tx.people.insert(rosterPeople(5)));
      desk = await openDesk({ browser, url: service.url });
      pane = await desk.open();
      await pane.page.setViewportSize(NARROW);
    });
    after(async () => {
      await desk.close();
      await browser.close();
      await service.close();
    });

    const { cell, stands, looks } = seenSheet(
      () => desk,
      () => pane,
    );
    const factsOf = async (serial: number) => {
      const id = toId<PersonId>(`roster-${serial}`);
      const [person] = await service.services.store.read((tx) => tx.people.byIds([id]));
      return person ?? assert.fail(`no person ${serial}`);
    };

    it("M4 W1 opens out of the list of rosters, in a pane of 320 px", async () => {
      await pane.signIn("g1");
      await pane.tab("变更");
      await pane.page.getByRole("button", { name: "打开台账" }).click();
      const rosters = pane.page.getByRole("region", { name: "党员信息" });
      await rosters.getByLabel("党组织").selectOption(unitIdOf("b11"));
      await pane.isFine("open");
      await rosters.getByRole("button", { name: "打开名册" }).click();
      await pane.isDrawn();
      assert.equal((await cell(cellOf(3, "name"))).value, "名册3");
      assert.equal((await cell(cellOf(3, "name"))).locked, false);
    });

    it("W3 W4 sends what was typed; the refused cell says why and keeps its value", async () => {
      await desk.hands.type(cellOf(1, "nativePlace"), "江苏省苏州市");
      await desk.hands.type(cellOf(2, "birthDate"), "2030-01-01");
      await pane.changes(2);
      await pane.isFine("changes");
      await pane.send(2);
      await pane.changes(1);
      await looks(cellOf(2, "birthDate"), "refused");
      const { prompt, value } = await cell(cellOf(2, "birthDate"));
      assert.equal(value, "2030-01-01");
      assert.notEqual(prompt, "");
      assert.equal((await factsOf(1)).facts["nativePlace"], "江苏省苏州市");
      await pane.isFine("refused");
      await pane.takeBack("出生日期");
      await stands(cellOf(2, "birthDate"), (await factsOf(2)).facts["birthDate"] ?? "");
    });

    it("W3 asks mine or theirs before a conflict can be sent", async () => {
      const { revisions } = await factsOf(4);
      const edit = { record: "person:roster-4", field: "nativePlace", baseRevision: revisions["nativePlace"] ?? 1 };
      await desk.hands.type(cellOf(4, "nativePlace"), "浙江省杭州市");
      await pane.changes(1);
      const colleague = await service.signIn("b11");
      const edits = [{ ...edit, value: "安徽省合肥市" }];
      const { outcomes } = await colleague.ask<PushAnswer>("POST", "/records/push", { key: "colleague", edits });
      assert.equal(outcomes[0]?.result, "accepted", JSON.stringify(outcomes));
      await pane.send(1);
      await pane.page.locator(".ledger-conflict").waitFor();
      const chosen = pane.change("籍贯").getByRole("checkbox");
      assert.deepEqual([await chosen.isChecked(), await chosen.isDisabled()], [false, true]);
      await pane.page.getByRole("button", { name: "用我的" }).click();
      await pane.sendAll(1);
      assert.equal((await factsOf(4)).facts["nativePlace"], "浙江省杭州市");
    });

    it("A12 shows whose row it is, the number masked", async () => {
      await desk.hands.select(cellOf(3, "nativePlace"));
      await pane.tab("单元格");
      await desk.hands.select(cellOf(3, "name"));
      const card = pane.page.getByRole("article", { name: "名册3" });
      await card.waitFor();
      assert.ok(!(await card.innerText()).includes((await factsOf(3)).facts["idNumber"] ?? "?"));
      await pane.isFine("person");
    });

    it("A13 takes the roster out as a file only with a reason", async () => {
      await pane.place("导出");
      const button = pane.page.getByRole("button", { name: "导出名册（.xlsx）" });
      assert.equal(await button.getAttribute("aria-disabled"), "true");
      await pane.page.getByLabel("导出理由").fill("报送组织部核对");
      await pane.isFine("export");
      const [download] = await Promise.all([pane.page.waitForEvent("download"), button.click()]);
      assert.match(download.suggestedFilename(), /\.xlsx$/);
      await pane.said("已导出：");
      await pane.place("对比");
      await pane.said("名册不与往年对比");
    });

    it("speaks English, too", async () => {
      await pane.tab("首页");
      await pane.page.getByRole("button", { name: "English" }).click();
      for (const tab of ["Open", "Changes", "Cell", "Files"]) {
        await pane.page.getByRole("navigation").getByRole("button", { name: tab }).click();
        await pane.isFine(tab);
      }
    });
  });
}
