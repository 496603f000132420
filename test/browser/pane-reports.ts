import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Browser } from "playwright-core";
import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import type { CellKeys } from "#core/sheet/sheet-host.ts";
import { rosterPeople } from "#test/builders/roster-people.ts";
import { launchChromium } from "#test/environment/chromium.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { OfficerAtReport } from "#test/service/usecases/report/officer-at-report.ts";
import type { OpensPaneDesk, PaneDesk } from "./pane-desk.ts";
import type { PanePage } from "./pane-page.ts";
import { seenSheet } from "./seen-sheet.ts";

/** The narrowest pane. */
const NARROW = { width: 320, height: 700 };
/** Members at the end of the year; those who came in it; a number that no check looks at; a cell that is filled in by hand. */
const MEMBERS = "1!A16";
const CAME = "1!A2";
const DISABLED = "2!补2.1";
const BY_HAND = "8!补1.1";

function cellOf(address: string): CellKeys {
  return keysOfReportCell(address) ?? assert.fail(`no cell ${address}`);
}

/** An officer fills the annual report in his workbook, by the pane beside it; the same in every desk program. */
export function describePaneReports(program: string, openDesk: OpensPaneDesk): void {
  describe(`the pane in ${program}: an annual report`, function () {
    this.timeout(300_000);
    let service: TestService;
    let browser: Browser;
    let desk: PaneDesk;
    let pane: PanePage;
    let officer: OfficerAtReport;

    before(async function () {
      this.timeout(300_000);
      [service, browser] = await Promise.all([startTestService(), launchChromium()]);
      await service.services.store.write((tx) => tx.people.insert(rosterPeople(8)));
      officer = new OfficerAtReport(await service.signIn("g1"), "g1");
      desk = await openDesk({ browser, url: service.url });
      pane = await desk.open();
      await pane.page.setViewportSize(NARROW);
    });
    after(async () => {
      await desk.close();
      await browser.close();
      await service.close();
    });

    const { cell, stands, looks, isSelected } = seenSheet(
      () => desk,
      () => pane,
    );

    it("R1 W1 opens out of the list of forms, all 43 tables, in a pane of 320 px", async () => {
      await pane.signIn("g1");
      await pane.tab("打开");
      const forms = pane.page.getByRole("region", { name: "年报" });
      await forms.getByRole("button", { name: "打开报表" }).waitFor();
      await pane.isFine("open");
      await forms.getByRole("button", { name: "打开报表" }).click();
      await pane.isDrawn();
      const sheets = (await desk.hands.sheets()).filter(({ name }) => /^表\d+/.test(name));
      assert.equal(sheets.length, 43);
      assert.equal((await cell(cellOf(MEMBERS))).value, (await officer.cell(MEMBERS)).value);
      assert.equal((await cell(cellOf(BY_HAND))).locked, false);
    });

    it("R5 the program's button for what is behind a number lists as many as it says, each opened from there", async () => {
      const { value } = await officer.cell(MEMBERS);
      await desk.hands.select(cellOf(MEMBERS));
      await desk.command("drillDown");
      const names = pane.page.getByRole("article").filter({ hasText: MEMBERS });
      await names.getByText(`${String(value)} 条记录`).waitFor();
      assert.equal(await names.locator(".pane-rows > li").count(), value);
      await pane.isFine("names");
      await names.getByRole("button", { name: "名册3" }).click();
      await pane.page.getByRole("article", { name: "名册3" }).waitFor();
      await pane.isFine("person");
    });

    it("R5 a formula's cell is taken apart with its signs, by the program's own way", async () => {
      await desk.drillDown(cellOf(CAME));
      const parts = pane.page.getByRole("article").filter({ hasText: CAME }).locator(".trace-parts").first();
      await parts.waitFor();
      await parts.getByRole("button", { name: /^\+ 1!A3 / }).click();
      await isSelected(cellOf("1!A3"));
      await pane.page.getByRole("article").filter({ hasText: "1!A3　" }).waitFor();
    });

    it("R3 W3 a green cell is filled, a number is forced with its reason; both are sent and told", async () => {
      const { value } = await officer.cell(DISABLED);
      await desk.hands.type(cellOf(BY_HAND), 3);
      await desk.hands.type(cellOf(DISABLED), Number(value) + 1);
      await pane.changes(2);
      await pane.page.locator(".ledger-change").getByRole("textbox").first().fill("新转入一人，记录稍后更正");
      await pane.isFine("changes");
      await pane.send(2);
      await pane.said("已保存 2 处修改。");
      await looks(cellOf(DISABLED), "overridden");
      const forced = await officer.cell(DISABLED);
      assert.deepEqual([forced.value, forced.override?.generated], [Number(value) + 1, value]);
      assert.equal((await officer.cell(BY_HAND)).value, 3);
    });

    it("R3 R5b the card says how a number comes about and who forced it; 还原 brings back what the records say", async () => {
      const before = (await officer.cell(DISABLED)).override?.generated ?? assert.fail("nothing was forced");
      await desk.hands.select(cellOf(DISABLED));
      await pane.tab("单元格");
      const card = pane.page.getByRole("article", { name: DISABLED });
      await card.getByText("新转入一人，记录稍后更正").first().waitFor();
      await pane.isFine("card");
      await desk.command("restore");
      await stands(cellOf(DISABLED), before);
      assert.equal((await officer.cell(DISABLED)).override, undefined);
    });

    it("R4 what does not hold is listed, explained there, and a click selects its cell", async () => {
      await pane.tab("校核");
      const [first] = (await officer.view()).findings.filter(({ cells }) => cells.length > 0);
      assert.ok(first, "the report holds everything");
      await pane.page.locator(".report-findings").waitFor();
      await pane.isFine("findings");
      await pane.page
        .locator(".report-findings")
        .getByRole("button", { name: first.cells[0] ?? "" })
        .first()
        .click();
      await isSelected(cellOf(first.cells[0] ?? ""));
    });

    it("R6 A13 other years, and the way out with a reason", async () => {
      await pane.place("对比");
      await pane.page.locator(".pane-main .pane-hint").first().waitFor();
      await pane.isFine("compare");
      await pane.place("导出");
      await pane.page.getByRole("button", { name: "导出整套报表（.xlsx）" }).waitFor();
      await pane.isFine("export");
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
