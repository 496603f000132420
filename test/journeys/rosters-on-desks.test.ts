/** A roster as an officer keeps it in his own Excel or WPS: opened, typed and pasted into, sorted, sent, refreshed. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import { rosterSubject } from "#core/sheet/roster/roster-subject.ts";
import type { PushAnswer } from "#core/protocol/push.ts";
import { addPerson, type Added } from "#addin/session/roster/add-person.ts";
import { columnLetters } from "#core/sheet/cell-address.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import type { DrivenCell } from "#test/contracts/sheet-host.ts";
import { anIdNumber } from "#test/builders/known-people.ts";
import { rosterPeople } from "#test/builders/roster-people.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import { DESK_PROGRAMS } from "./desks/desk-programs.ts";
import { OfficeDesk, type OpenPane } from "./desks/office-desk.ts";
import { assertState } from "./desks/what-stands-there.ts";
import { findCell } from "./desks/workbook-hands.ts";

const PEOPLE = 10;
const OWN_NOTE = "八月前补材料";
const MEMBERS = rosterSubject({ list: "members", unitId: unitIdOf("b11"), on: null, filter: "" });
const at = (serial: number, column: string): DrivenCell => ({
  ...{ sheet: "roster", row: `person:roster-${serial}`, column },
});

for (const program of DESK_PROGRAMS) {
  describe(`a roster in ${program.name}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let desk: OfficeDesk;

    before(async () => {
      service = await startTestService();
      await service.services.store.write((tx) => tx.people.insert(rosterPeople(PEOPLE)));
      desk = new OfficeDesk({ program, url: () => service.url, name: "g1" });
    });
    after(async () => {
      await service.close();
    });

    const factsOf = async (serial: number) => {
      const [person] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>(`roster-${serial}`)]));
      return person?.facts ?? assert.fail(`no person ${serial}`);
    };
    const names = () => Array.from({ length: PEOPLE }, (_, serial) => desk.shown(at(serial, "name")));
    const refusedOf = (pane: OpenPane) =>
      pane.state.changes.filter(({ outcome }) => outcome?.result === "refused").map(({ record }) => record);
    /** Whole rows, downwards from the greatest number; or upwards what is seen, and the hidden column of keys stays behind. */
    const sort = async (pane: OpenPane, visibleOnly: boolean) => {
      const rows = Array.from({ length: PEOPLE }, (_, serial) => findCell(desk.workbook, at(serial, "idNumber")));
      const [{ sheet, column } = assert.fail("nobody"), ...others] = rows;
      const lines = rows.map(({ row }) => row + 1);
      const right = columnLetters(sheet.usedRect()?.right ?? column);
      const range = `A${Math.min(...lines)}:${right}${Math.max(...lines)}`;
      assert.equal(others.length, PEOPLE - 1);
      new WorkbookUser(desk.workbook).sort(sheet.name, range, { column, descending: !visibleOnly, visibleOnly });
      await pane.session.compare();
    };

    it("W1 W2 M4 all members open in the workbook: nothing protected, keys hidden, codes as words", async () => {
      await desk.work(async (pane) => {
        assert.ok(await pane.session.open(MEMBERS), JSON.stringify(pane.state.actRefusal));
        assert.deepEqual([pane.state.phase, pane.changes, pane.state.problems], ["ready", [], []]);
      });
      const { sheet } = findCell(desk.workbook, at(0, "name"));
      assert.deepEqual([sheet.protection, sheet.columnState(0).hidden, sheet.rowState(0).hidden], [null, true, true]);
      assert.deepEqual(
        names(),
        Array.from({ length: PEOPLE }, (_, serial) => `名册${serial}`),
      );
      assert.equal(desk.shown(at(0, "sex")), (await factsOf(0))["sex"] === "1" ? "男" : "女");
      assert.match(String(desk.shown(at(0, "idNumber"))), /^\d{3}\*+[\dX]{4}$/, "A12 a number is masked");
    });

    it("W3 W4 M1 one cell is taken, the one beside it comes back with its reason and keeps what was typed", async () => {
      await desk.work(async (pane) => {
        await pane.type(at(1, "nativePlace"), "江苏省苏州市");
        await pane.type(at(2, "birthDate"), "2030-01-01");
        assertState(desk, at(1, "nativePlace"), "changed");
        assert.equal(await pane.sendAll(), false);
        assert.equal((await factsOf(1))["nativePlace"], "江苏省苏州市");
        assert.deepEqual(refusedOf(pane), ["person:roster-2"]);
        assertState(desk, at(2, "birthDate"), "refused");
        assert.equal(desk.shown(at(2, "birthDate")), "2030-01-01");
        assert.notEqual((await pane.program.hands.noteOf(at(2, "birthDate"))) ?? "", "");
        await pane.session.takeBack(pane.state.changes[0]?.key ?? "");
        assert.deepEqual(pane.changes, []);
        assert.equal(desk.shown(at(2, "birthDate")), (await factsOf(2))["birthDate"]);
      });
    });

    it("M4 M1 a pasted column goes in one push; words and codes are read, and only the cell that is neither is refused", async () => {
      const column = ["汉族", "回族", "01", "满族", "没有这个民族", "汉族", "壮族"];
      await desk.work(async (pane) => {
        const pushes = desk.sent.length;
        await pane.program.hands.paste(
          at(0, "ethnic"),
          column.map((text): CellValue[] => [text]),
        );
        await pane.session.compare();
        await pane.sendAll();
        assert.equal(desk.sent.length, pushes + 1);
        assert.deepEqual(refusedOf(pane), ["person:roster-4"]);
        const taken = await Promise.all([0, 1, 2, 3, 5, 6].map(async (serial) => (await factsOf(serial))["ethnic"]));
        assert.deepEqual(taken, ["01", "03", "01", "11", "01", "08"]);
        await pane.type(at(4, "ethnic"), "苗族");
        await pane.sendsAll();
        assert.equal((await factsOf(4))["ethnic"], "06");
      });
    });

    it("W2 sorting by whole rows changes nothing; sorting what is seen without the keys stops the push, and a refresh puts it right", async () => {
      await desk.work(async (pane) => {
        const before = names();
        await sort(pane, false);
        assert.deepEqual([names(), pane.changes, pane.state.stopped], [before, [], false]);
        await pane.type(at(3, "nativePlace"), "浙江省杭州市");
        await sort(pane, true);
        assert.notDeepEqual(names(), before, "the keys stand beside other people");
        assert.deepEqual([pane.state.stopped, pane.changes], [true, []]);
        await pane.refresh();
        assert.deepEqual([names(), pane.state.stopped], [before, false]);
        await pane.sendsAll();
        assert.equal((await factsOf(3))["nativePlace"], "浙江省杭州市");
      });
    });

    it("W3 a refresh brings what a colleague changed and keeps the officer's own column and order", async () => {
      await desk.work(async (pane) => {
        await pane.program.hands.insertColumnBefore("roster", "nativePlace");
        const { sheet, row, column } = findCell(desk.workbook, at(5, "nativePlace"));
        new WorkbookUser(desk.workbook).type(sheet.name, `${columnLetters(column - 1)}${row + 1}`, OWN_NOTE);
        const colleague = await service.signIn("g1");
        const row5 = pane.state.roster?.rows.find(({ record }) => record === "person:roster-5");
        const baseRevision = row5?.revisions["nativePlace"] ?? assert.fail("not in the roster");
        const edit = { record: "person:roster-5", field: "nativePlace", baseRevision, value: "安徽省合肥市" };
        const { outcomes } = await colleague.ask<PushAnswer>("POST", "/records/push", {
          ...{ key: "colleague-1", edits: [edit] },
        });
        assert.equal(outcomes[0]?.result, "accepted", JSON.stringify(outcomes));
        const order = findCell(desk.workbook, at(5, "name")).row;
        await pane.refresh();
        assert.equal(desk.shown(at(5, "nativePlace")), "安徽省合肥市");
        assert.equal(desk.shown(at(5, "nativePlace"), -1), OWN_NOTE);
        assert.equal(findCell(desk.workbook, at(5, "name")).row, order);
        assert.deepEqual(pane.changes, []);
      });
    });

    it("W5 what was typed before the workbook was closed is found again and sent", async () => {
      await desk.work((pane) => pane.type(at(6, "nativePlace"), "湖北省武汉市"));
      await desk.work(async (pane) => {
        assert.equal(pane.state.changes.length, 1);
        await pane.sendsAll();
      });
      assert.equal((await factsOf(6))["nativePlace"], "湖北省武汉市");
    });

    it("M3 somebody written below the table is a new person of the unit; an ID number that exists is refused", async () => {
      const idNumber = anIdNumber("1990-05-01", 7);
      const write = async (pane: OpenPane, name: string, number: string) => {
        const { sheet } = findCell(desk.workbook, at(0, "name"));
        const below = (sheet.usedRect()?.bottom ?? 0) + 1;
        for (const [key, text] of Object.entries({ name, idNumber: number })) {
          const { column } = findCell(desk.workbook, at(0, key));
          new WorkbookUser(desk.workbook).type(sheet.name, `${columnLetters(column)}${below + 1}`, text);
        }
        await pane.session.compare();
        const row = pane.state.newRows.at(-1) ?? assert.fail("no new row");
        return await addPerson(pane.client.records, row, pane.state.roster ?? assert.fail("no roster"));
      };
      const refusals = (added: Added) =>
        added.result === "refused" ? added.problems.map(({ refusal }) => refusal.code) : [];
      await desk.work(async (pane) => {
        assert.deepEqual(
          refusals(await write(pane, "新同志", idNumber)),
          ["digits-lost"],
          "below the table it becomes a figure",
        );
        assert.deepEqual(refusals(await write(pane, "新同志", `'${idNumber}`)), []);
        assert.deepEqual(refusals(await write(pane, "别的人", `'${idNumber}`)), ["id-number-known"]);
        await pane.refresh();
        assert.ok(pane.state.roster?.rows.some(({ facts }) => facts["name"] === "新同志"));
      });
    });
  });
}
