import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import type { HostFailure } from "#addin/hosts/host-failure.ts";
import type { ExcelFailureCode } from "#test/fakes/excel/failure.ts";
import { STATUS } from "#test/fakes/excel/faults.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { aRoster, withoutRows } from "#test/builders/roster-book.ts";
import { openDesk, openLedger, pictureOf, type ExcelDesk } from "./excel-desk.ts";

const TASKS = "定量任务";
const NEXT = aLedgerBook({ scores: { q1: "3", q3: "1" } });

describe("when Excel says no", () => {
  let desk: ExcelDesk;
  afterEach(async () => desk.close());

  const codes: readonly (readonly [ExcelFailureCode, HostFailure["code"]])[] = [
    ["AccessDenied", "sheet-protected"],
    ["ItemNotFound", "sheet-gone"],
    ["InvalidReference", "sheet-gone"],
    ["FilteredRangeConflict", "filter-in-the-way"],
    ["MergedRangeConflict", "merge-in-the-way"],
    ["GeneralException", "host-failed"],
    ["InsertDeleteConflict", "host-failed"],
  ];
  for (const [code, expected] of codes)
    it(`W3 ${code} is ${expected}, and a refresh leaves what was there`, async () => {
      desk = await openLedger();
      const before = pictureOf(desk);
      desk.excel.host.faults.failWithCode(code, { after: 1, afterActions: 40 });
      await assert.rejects(desk.host.draw(NEXT), { code: expected });
      assert.deepEqual(pictureOf(desk), before);
    });

  const statuses: readonly (readonly [keyof typeof STATUS, HostFailure["code"]])[] = [
    ["tooManyCalls", "host-busy"],
    ["modalDialog", "host-busy"],
    ["accessDenied", "sheet-protected"],
  ];
  for (const [status, expected] of statuses)
    it(`status ${STATUS[status]} is ${expected}`, async () => {
      desk = await openLedger();
      desk.excel.host.faults.failWithStatus(STATUS[status]);
      await assert.rejects(desk.host.read(), { code: expected });
      assert.equal((await desk.host.read()).sheets.length, 3);
    });

  it("a workbook that may only be read is called so", async () => {
    desk = await openDesk();
    desk.excel.host.workbook.readOnly = true;
    desk.excel.host.faults.failWithCode("AccessDenied", { after: 1 });
    await assert.rejects(desk.host.draw(aLedgerBook()), { code: "workbook-read-only" });
  });

  describe("typing after the draw has looked around", () => {
    const ours = (row: string) => ({ sheet: "quantitative", row, column: "score" });
    const shown = async (row: string) => {
      const sheet = (await desk.host.read()).sheets.find(({ name }) => name === TASKS);
      const at = sheet?.rows[0]?.findIndex(({ value }) => value === "score") ?? -1;
      return sheet?.rows.find((cells) => cells[0]?.value === row)?.[at]?.value ?? null;
    };
    const next = aLedgerBook({ scores: { q1: "3", q2: "8.5", q3: "1", q4: "7" } });
    const types = (row: string, value: number) => () => void desk.driver.type(ours(row), value);

    it("W3 W4 stays typed where the draw leaves the cell alone, in the same two round trips", async () => {
      desk = await openLedger();
      desk.excel.host.faults.before(types("q2", 4), 1);
      desk.excel.host.counters.reset();
      await desk.host.draw(next);
      assert.equal(desk.excel.host.counters.spent.syncs, 2);
      assert.deepEqual([await shown("q1"), await shown("q2")], [3, 4]);
    });

    it("W3 W4 stays typed where the draw would write over it: all is put back but that, and it is told", async () => {
      desk = await openLedger();
      desk.excel.host.faults.before(types("q1", 7), 1);
      await assert.rejects(desk.host.draw(next), { code: "typed-meanwhile" });
      assert.deepEqual([await shown("q1"), await shown("q3")], [7, null]);
      await desk.host.draw(next);
      assert.deepEqual([await shown("q1"), await shown("q3")], [3, 1]);
    });

    it("W3 W4 also when the draw had to wait for the end of it", async () => {
      desk = await openLedger();
      const { faults } = desk.excel.host;
      faults.before(() => faults.startEdit(2), 1);
      faults.before(types("q1", 7), 2);
      await assert.rejects(desk.host.draw(next), { code: "typed-meanwhile" });
      assert.equal(await shown("q1"), 7);
    });

    it("W3 W4 stays typed when the draw fails for another reason", async () => {
      desk = await openLedger();
      const before = pictureOf(desk);
      const { faults } = desk.excel.host;
      faults.before(types("q2", 4), 1);
      faults.failWithCode("GeneralException", { after: 1, afterActions: 40 });
      await assert.rejects(desk.host.draw(next), { code: "host-failed" });
      assert.deepEqual([await shown("q1"), await shown("q2")], [10, 4]);
      types("q2", 8.5)();
      assert.deepEqual(pictureOf(desk), before);
    });
  });

  it("W4 waits for the end of typing into a cell, and reads what was typed", async () => {
    desk = await openLedger();
    desk.excel.host.faults.startEdit(3);
    assert.equal((await desk.host.read()).sheets.length, 3);
    assert.deepEqual(desk.pauses, [250, 375, 560]);
  });

  it("W4 says after five seconds that a cell is being edited", async () => {
    desk = await openLedger();
    const before = pictureOf(desk);
    desk.excel.host.faults.startEdit();
    await assert.rejects(desk.host.draw(NEXT), { code: "cell-in-edit" });
    const waited = desk.pauses.reduce((sum, pause) => sum + pause, 0);
    assert.ok(waited > 4_000 && waited < 6_000, String(waited));
    desk.excel.host.faults.endEdit();
    assert.deepEqual(pictureOf(desk), before);
  });

  it("W4 typing that begins between two requests of a draw is waited for", async () => {
    desk = await openDesk();
    desk.excel.host.faults.before(() => desk.excel.host.faults.startEdit(2), 1);
    await desk.host.draw(aLedgerBook());
    assert.equal((await desk.host.read()).sheets.length, 3);
  });

  it("W6 a request that is too large goes in halves", async () => {
    desk = await openDesk();
    desk.excel.host.faults.failWithStatus(STATUS.requestTooLarge, 1);
    desk.excel.host.faults.failWithStatus(STATUS.requestTooLarge, 2);
    await desk.host.draw(aRoster(50, 6));
    const { rows } = (await desk.host.read()).sheets[0]!;
    assert.equal(rows.length, 52);
    assert.equal(rows.at(-1)?.[2]?.value, "人员00049");
  });

  it("W6 an answer that is too large is read in parts", async () => {
    desk = await openDesk();
    await desk.host.draw(aRoster(50, 6));
    const whole = await desk.host.read();
    desk.excel.host.faults.failWithStatus(STATUS.answerTooLarge);
    assert.deepEqual(await desk.host.read(), whole);
    desk.excel.host.faults.failWithStatus(STATUS.answerTooLarge, 1);
    assert.deepEqual(await desk.host.read(), whole);
  });

  it("W3 cancelling between two requests leaves what was there", async () => {
    desk = await openDesk();
    const before = pictureOf(desk);
    const signal = { aborted: false };
    const drawing = desk.host.draw(aRoster(900, 10, "组织生活".repeat(60)), {
      signal,
      onProgress: (done) => (signal.aborted = done >= 2),
    });
    await assert.rejects(drawing, { code: "drawing-cancelled" });
    assert.deepEqual(pictureOf(desk), before);
  });

  it("tells the tab of a denied write", async () => {
    desk = await openLedger();
    desk.excel.host.rules.deniedSheets.add(TASKS);
    await assert.rejects(desk.host.mark([{ sheet: "quantitative", row: "q1", column: "score", state: "changed" }]), {
      code: "sheet-protected",
      place: { sheet: TASKS, address: "K6" },
    });
    desk.excel.host.rules.deniedSheets.clear();
  });

  it("a workbook whose structure is protected takes no new sheets", async () => {
    desk = await openDesk();
    desk.excel.host.rules.structureProtected = true;
    await assert.rejects(desk.host.draw(aLedgerBook()), { code: "sheet-protected" });
    desk.excel.host.rules.structureProtected = false;
  });

  it("after a failure everything goes on", async () => {
    desk = await openLedger();
    desk.excel.host.faults.failWithCode("GeneralException", { after: 1, afterActions: 60 });
    await assert.rejects(desk.host.draw(NEXT));
    await desk.host.draw(NEXT);
    await desk.host.mark([{ sheet: "quantitative", row: "q1", column: "score", state: "changed", note: "说明" }]);
    assert.equal(await desk.driver.noteOf({ sheet: "quantitative", row: "q1", column: "score" }), "说明");
  });
});

describe("W3 all or nothing", function () {
  this.timeout(240_000);

  /** Fails after every nth action of every request, and looks whether everything is as it was. */
  async function failEverywhere(
    open: () => Promise<ExcelDesk>,
    draw: (desk: ExcelDesk) => Promise<unknown>,
    step: number,
  ): Promise<number> {
    const sample = await open();
    sample.excel.host.counters.reset();
    await draw(sample);
    const requests = sample.excel.host.counters.records
      .filter(({ kind }) => kind === "work")
      .map(({ actions }) => actions);
    await sample.close();
    let tried = 0;
    for (const [after, actions] of requests.entries()) {
      for (let afterActions = 0; afterActions < actions; afterActions += step) {
        const desk = await open();
        const before = pictureOf(desk);
        desk.excel.host.faults.failWithCode("GeneralException", { after, afterActions });
        await assert.rejects(draw(desk), { code: "host-failed" });
        assert.deepEqual(pictureOf(desk), before, `request ${after}, after ${afterActions} actions`);
        await desk.close();
        tried += 1;
      }
    }
    return tried;
  }

  it("a first draw that fails anywhere leaves an untouched workbook", async () => {
    const tried = await failEverywhere(openDesk, (desk) => desk.host.draw(aLedgerBook()), 211);
    assert.ok(tried > 5);
  });

  it("a refresh that fails anywhere leaves the sheets, the officer's cells and the base as they were", async () => {
    const open = async () => {
      const desk = await openDesk();
      await desk.host.draw(aRoster(6));
      desk.user.insertRows("名册", 4);
      desk.user.type("名册", "C5", "自己的一行");
      desk.user.type("名册", "H4", "备注");
      desk.user.type("名册", "H7", "=A7&B7");
      return desk;
    };
    const next = withoutRows(aRoster(9, 5), ["p1", "p4"]);
    const tried = await failEverywhere(open, (desk) => desk.host.draw(next), 7);
    assert.ok(tried > 10);
  });

  it("a refresh of a protected ledger that fails anywhere is put back, protection and all", async () => {
    const tried = await failEverywhere(openLedger, (desk) => desk.host.draw(NEXT), 23);
    assert.ok(tried > 3);
  });

  it("another book that fails to come leaves the first one", async () => {
    const other = aLedgerBook({ scores: { q1: "1" } });
    const next = { ...other, identity: { ...other.identity, subject: "led_2" } };
    const tried = await failEverywhere(openLedger, (desk) => desk.host.draw(next), 307);
    assert.ok(tried > 5);
  });
});
