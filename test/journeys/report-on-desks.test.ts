/** The tables of a year end as officers live them in their own Excel or WPS: opened, checked, traced, corrected, filled, sent. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { styleOf } from "#core/sheet/cell-state.ts";
import type { CellState } from "#core/sheet/cell.ts";
import { rosterSubject } from "#core/sheet/roster/roster-subject.ts";
import { rosterPeople } from "#test/builders/roster-people.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { OfficerAtReport, YEAR_END } from "#test/service/usecases/report/officer-at-report.ts";
import { DESK_PROGRAMS } from "./desks/desk-programs.ts";
import { nextTurns } from "./desks/next-turns.ts";
import { OfficeDesk, type OpenPane } from "./desks/office-desk.ts";
import { cellOf, ReportPane, shownNumbers } from "./desks/report-pane.ts";

const ASK = { setId: "2017", unitId: unitIdOf("g1"), on: YEAR_END };
const MEMBERS_OF = rosterSubject({ list: "members", unitId: unitIdOf("b11"), on: null, filter: "" });
/** Members at the end of the year, by the form's first table and by post. */
const TOTAL = "1!A16";
const BY_POST = "2!A1";
/** Members who came in the year: a formula. A number that no check looks at. A cell that is filled in by hand. */
const CAME = "1!A2";
const FORCED = "2!补2.1";
const BY_HAND = "8!补1.1";
const MISSED = 3;
const WHY = "民政部门通报的核定人数，记录尚未更新";

for (const program of DESK_PROGRAMS) {
  describe(`an annual report in ${program.name}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let office: OfficerAtReport;
    let desk: OfficeDesk;

    before(async () => {
      service = await startTestService();
      const people = rosterPeople(8).map((person, serial) => {
        if (serial !== MISSED) return person;
        const { occupationFrom: _unknown, ...facts } = person.facts;
        return { ...person, facts };
      });
      await service.services.store.write((tx) => tx.people.insert(people));
      office = new OfficerAtReport(await service.signIn("g1"), "g1");
      desk = new OfficeDesk({ program, url: () => service.url, name: "g1" });
    });
    after(async () => {
      await service.close();
    });

    const work = async <T>(does: (report: ReportPane, pane: OpenPane) => Promise<T>): Promise<T> =>
      await desk.work(async (pane) => await does(new ReportPane(pane, ASK), pane));
    const shown = (cell: string) => desk.shown(cellOf(cell));
    /** Its lines and its own colours: a finding is a border, and the cell stays white, green or yellow. */
    const looks = (cell: string) => {
      const { fill, borders } = desk.cell(cellOf(cell)).style;
      const lines = new Set(Object.values(borders).map(({ color }) => color));
      return { fill: fill?.replace("#", "") ?? null, lines: [...lines] };
    };
    const stands = (cell: string, ground: CellState, finding?: CellState) => {
      const { fill, lines } = looks(cell);
      assert.equal(fill, styleOf(ground).fill, `${cell} is not ${ground}`);
      if (finding) assert.deepEqual(lines, [styleOf(finding).line], `${cell} has no border of ${finding}`);
      else assert.ok(!lines.includes(styleOf("error").line ?? "") && !lines.includes(styleOf("explain").line ?? ""));
    };
    /** Whatever stands in the workbook, calculated there, is what the service has. */
    const isTheSame = async () => {
      await nextTurns();
      const { tables } = await office.view();
      const numbers = shownNumbers(
        desk.workbook,
        tables.map(({ no }) => no),
      );
      for (const { no, cells } of tables)
        for (const [cell, { value }] of Object.entries(cells))
          assert.equal(numbers.get(`${no}!${cell}`), value, `${no}!${cell}`);
    };

    it("R1 W1 opens with its 43 tables, protected, keys hidden, and nothing in it is a change", async () => {
      await work(async (report, pane) => {
        await report.open();
        assert.deepEqual([pane.state.phase, pane.changes, pane.state.problems], ["ready", [], []]);
      });
      const tables = desk.workbook.sheets.filter(({ name }) => /^表\d+/.test(name));
      assert.equal(tables.length, 43);
      for (const sheet of tables) {
        assert.notEqual(sheet.protection, null, sheet.name);
        assert.deepEqual([sheet.columnState(0).hidden, sheet.rowState(0).hidden], [true, true], sheet.name);
      }
      await isTheSame();
    });

    it("R4 what does not hold is listed with its sides, and its cells have red borders", async () => {
      await work(async (report) => {
        const found = report.findings.find(({ code }) => code === "X-01.1") ?? assert.fail("the tables agree");
        assert.deepEqual([found.severity, found.left - found.right], ["error", 1]);
        for (const cell of found.cells) stands(cell, cell === CAME ? "computed" : "generated", "error");
        await report.command("checks");
        assert.equal(report.place, "findings");
      });
    });

    it("R5 R5a the cell's menu lists whom a number counts, and the contrast whom the other misses, and why", async () => {
      await work(async (report) => {
        const { rows, value } = await report.drill(TOTAL);
        assert.deepEqual([rows.length, value], [8, shown(TOTAL)]);
        const { onlyFirst, onlySecond } = await report.contrast(TOTAL, BY_POST);
        assert.deepEqual([onlyFirst.map(({ name }) => name), onlySecond.length], [[`名册${MISSED}`], 0]);
        assert.match(onlyFirst[0]?.why.zh ?? "", /岗位/u);
        const parts = await report.drill(CAME);
        assert.ok(parts.terms.length > 1, "a formula is taken apart");
      });
    });

    it("R5 M1 corrected in the roster's workbook; the report says there is news, and a refresh shows it", async () => {
      const roster = new OfficeDesk({ program, url: () => service.url, name: "g1" });
      await roster.work(async (pane) => {
        assert.ok(await pane.session.open(MEMBERS_OF), JSON.stringify(pane.state.actRefusal));
        await pane.type({ sheet: "roster", row: `person:roster-${MISSED}`, column: "occupationFrom" }, "2020-09-01");
        await pane.sendsAll();
      });
      await work(async (report, pane) => {
        assert.deepEqual([pane.state.news, shown(BY_POST)], [true, 7]);
        await report.command("refresh");
        assert.deepEqual([pane.state.news, pane.changes, shown(BY_POST)], [false, [], 8]);
        assert.ok(!report.findings.some(({ code }) => code === "X-01.1"));
        stands(BY_POST, "generated");
      });
      await isTheSame();
    });

    it("R3 W3 W4 a green cell is filled; a number is forced with its reason and not without", async () => {
      await work(async (report, pane) => {
        const before = Number(shown(FORCED));
        stands(BY_HAND, "manual");
        await report.type(BY_HAND, 3);
        await report.type(FORCED, before + 2);
        assert.equal(await pane.sendAll(), false);
        assert.equal(pane.state.actRefusal?.code, "reason-required");
        assert.deepEqual([shown(FORCED), shown(BY_HAND)], [before + 2, 3]);
        report.giveReason(FORCED, WHY);
        await report.command("changes");
        await report.command("send");
        assert.deepEqual([pane.changes, report.place], [[], "changes"]);
        stands(FORCED, "overridden");
        stands(BY_HAND, "manual");
        assert.match((await pane.program.hands.noteOf(cellOf(FORCED))) ?? "", new RegExp(WHY));
        const { value, override } = await office.cell(FORCED);
        assert.deepEqual([value, override?.generated, override?.reason], [before + 2, before, WHY]);
      });
      await isTheSame();
    });

    it("R3 R4 a forced number that breaks a check gets its red border with the answer; taken back it loses both", async () => {
      await work(async (report, pane) => {
        await report.type(TOTAL, 9);
        report.giveReason(TOTAL, "一名党员的转入手续年底前补办");
        await pane.sendsAll();
        stands(TOTAL, "overridden", "error");
        await report.command("restore", TOTAL);
        assert.equal(shown(TOTAL), 8);
        stands(TOTAL, "generated");
      });
      await isTheSame();
    });

    it("W2a opened again it stands as it was left, and nothing is sent twice", async () => {
      const sent = desk.sent.length;
      await work(async (report, pane) => {
        assert.deepEqual([pane.state.phase, pane.changes, pane.state.problems], ["ready", [], []]);
        assert.equal(pane.state.news, false);
        assert.equal(await pane.sendAll(), false, "there is nothing to send");
        assert.deepEqual(report.findings, (await office.view()).findings);
        stands(FORCED, "overridden");
      });
      assert.equal(desk.sent.length, sent);
      await isTheSame();
      assert.equal((await service.services.store.verifyChain()).code, "intact");
    });

    it("R3 one command takes back what was forced", async () => {
      await work(async (report, pane) => {
        await report.command("restore", FORCED);
        assert.deepEqual(pane.changes, []);
        stands(FORCED, "generated");
        assert.equal((await office.cell(FORCED)).override, undefined);
      });
      await isTheSame();
    });
  });
}
