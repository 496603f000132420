import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import { addressOf } from "#core/sheet/cell-address.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { Selection } from "#core/sheet/sheet-host.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { describeWorkbook } from "#test/fakes/workbook/describe-workbook.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import { aWpsDesk, type WpsDesk } from "./wps-desk.ts";

const SCORE = { sheet: "quantitative", row: "q1", column: "score" };
const TAB = "定量任务";

describe("WPS: living with the officer", () => {
  let desk: WpsDesk;
  let edits: number;
  beforeEach(async () => {
    desk = aWpsDesk();
    edits = 0;
    desk.host.onEdited(() => (edits += 1));
    await desk.host.draw(aLedgerBook());
  });
  afterEach(async () => desk.dispose());
  const address = () => addressOf(desk.at(SCORE));
  const turn = () => new Promise((resolve) => setTimeout(resolve));

  it("hears what he types, pastes and takes back, and not our own writes", async () => {
    await desk.host.mark([{ ...SCORE, state: "changed" }]);
    await desk.host.draw(aLedgerBook({ scores: { q1: "6" } }));
    await turn();
    assert.equal(edits, 0);
    desk.user.type(TAB, address(), 5);
    await turn();
    assert.equal(edits, 1);
    desk.user.paste(TAB, address(), [[1], [2]]);
    await turn();
    assert.equal(edits, 2);
    desk.user.undo();
    await turn();
    assert.equal(edits, 3);
  });
  it("does not hear what he does in sheets of his own", async () => {
    desk.user.type("Sheet1", "A1", "自己的");
    await turn();
    assert.equal(edits, 0);
  });
  it("writes in his stead, by key, and tells it as typing would be told", async () => {
    await desk.host.write([
      { ...SCORE, value: 7 },
      { sheet: "quantitative", row: "q2", column: "text.task", value: "=1+2" },
      { sheet: "quantitative", row: "#total:quantitative", column: "score", value: 1, formula: "1+1" },
      { sheet: "quantitative", row: "gone", column: "score", value: 1 },
    ]);
    await turn();
    assert.equal(desk.cell(SCORE).value, 7);
    assert.equal(desk.cell({ ...SCORE, row: "q2", column: "text.task" }).value, "=1+2");
    assert.equal(desk.cell({ ...SCORE, row: "q2", column: "text.task" }).formula, undefined);
    assert.equal(desk.cell({ ...SCORE, row: "#total:quantitative" }).formula, "1+1");
    assert.equal(edits, 1);
  });
  it("tells which record he selected, and nothing for layout and for his own sheets", async () => {
    const heard: Selection[] = [];
    const stop = desk.host.onSelection((selection) => heard.push(selection));
    desk.user.select(TAB, address());
    await turn();
    desk.user.select("Sheet1", "B2");
    await turn();
    await desk.host.select({ sheet: TAB, address: "B2" });
    await turn();
    stop();
    desk.user.select(TAB, address());
    await turn();
    assert.deepEqual(heard, [
      { sheet: TAB, address: address(), rowKey: "q1", columnKey: "score" },
      { sheet: "Sheet1", address: "B2", rowKey: null, columnKey: null },
      { sheet: TAB, address: "B2", rowKey: null, columnKey: desk.sheet("quantitative").cell(0, 1).value },
    ]);
    assert.deepEqual(await desk.host.selection(), { sheet: TAB, address: address(), rowKey: "q1", columnKey: "score" });
  });
  it("R4 selects several cells at once, as many as an address can hold; the first is the one that is told of", async () => {
    const selected = () => desk.fake.application.Selection.Address();
    await desk.host.select({ sheet: TAB, address: "D6" }, ["D6", "F8", "D9"]);
    assert.equal(selected(), "$D$6,$F$8,$D$9");
    assert.equal((await desk.host.selection())?.address, "D6");
    const many = Array.from({ length: 100 }, (_, at) => `E${String(at + 5)}`);
    await desk.host.select({ sheet: TAB, address: "E5" }, many);
    const held = selected().split(",");
    assert.ok(held.length > 50 && held.length < 100, String(held.length));
    assert.equal(held[0], "$E$5");
  });
  it("runs an entry of its menu on the selected cell", async () => {
    const heard: unknown[] = [];
    await desk.host.setMenu([{ id: "history", label: "历史", run: ({ rowKey }) => heard.push(rowKey) }]);
    desk.user.select(TAB, address());
    assert.deepEqual([await desk.host.runEntry("history"), await desk.host.runEntry("other")], [true, false]);
    assert.deepEqual(heard, ["q1"]);
  });
  it("says by name when a tab is gone", async () => {
    await assert.rejects(desk.host.select({ sheet: "没有", address: "A1" }), isFailure("sheet-gone"));
  });
  it("waits for somebody who types into a cell, and says so when he goes on", async () => {
    desk.fake.desk.isEditing = true;
    setTimeout(() => (desk.fake.desk.isEditing = false), 80);
    await desk.host.commitTyping();
    desk.fake.desk.isEditing = true;
    const before = describeWorkbook(desk.workbook);
    await assert.rejects(desk.host.draw(aLedgerBook({ scores: { q1: "1" } })), isFailure("cell-in-edit"));
    desk.fake.desk.isEditing = false;
    assert.deepEqual(describeWorkbook(desk.workbook), before);
  });
  it("says by name that a sheet has a password", async () => {
    desk.workbook.protect(desk.sheet("quantitative"), {}, "密码");
    desk.fake.desk.openToProgram.clear();
    const before = describeWorkbook(desk.workbook);
    await assert.rejects(desk.host.draw(aLedgerBook({ scores: { q1: "1" } })), isFailure("sheet-protected"));
    assert.deepEqual(describeWorkbook(desk.workbook), before);
    desk.workbook.unprotect(desk.sheet("quantitative"));
  });

  describe("after a push", () => {
    const step = (scores: Record<string, string>) => {
      const book = aLedgerBook({ scores });
      return {
        writes: [{ sheet: "qualitative", row: "l2", column: "rating.self", value: 4 }],
        marks: [
          { ...SCORE, state: "ruled" as const, note: "2026-07-01 领导 10 → 9" },
          { ...SCORE, row: "q2", state: "refused" as const, note: "不对" },
        ],
        base: snapshotOfBook(book),
      };
    };
    it("W3 values, marks and base move on at once", async () => {
      desk.user.type(TAB, address(), 9);
      await turn();
      edits = 0;
      await desk.host.advance(step({ q1: "9", q2: "8.5", q4: "7" }));
      await turn();
      assert.equal(edits, 0);
      assert.equal(await desk.driver.noteOf(SCORE), "2026-07-01 领导 10 → 9");
      const reading = await desk.host.read();
      const base = parseSnapshot(reading.meta, desk.codec);
      assert.ok(base.ok);
      assert.deepEqual(
        diffBook(base.value, reading).edits.map(({ field, value }) => [field, value]),
        [["rating.self", 4]],
      );
    });
    it("W3 or nothing does, whatever fails", async () => {
      new WorkbookUser(desk.workbook, { heedsProtection: false }).type(TAB, address(), 9);
      await turn();
      const before = describeWorkbook(desk.workbook);
      let failed = 0;
      for (; ; failed += 3) {
        desk.fake.gate.failAt(failed + 1);
        const outcome = await desk.host.advance(step({ q1: "9", q2: "8.5", q4: "7" })).then(
          () => "done",
          (error: unknown) => error,
        );
        desk.fake.gate.failAt(null);
        await turn();
        if (outcome === "done") break;
        assert.ok(outcome instanceof HostFailure, `call ${failed + 1}: ${String(outcome)}`);
        assert.deepEqual(describeWorkbook(desk.workbook), before, `call ${failed + 1}`);
      }
      assert.ok(failed > 30, String(failed));
      assert.ok(await isAdvanced());
    });
    const isAdvanced = async () => (await desk.driver.noteOf(SCORE)) === "2026-07-01 领导 10 → 9";
  });
});

function isFailure(code: HostFailure["code"]) {
  return (error: unknown) => error instanceof HostFailure && error.code === code;
}
