import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { Selection } from "#core/sheet/sheet-host.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { ExcelUser } from "#test/fakes/excel/excel-user.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { aRoster } from "#test/builders/roster-book.ts";
import { openDesk, openLedger, pictureOf, type ExcelDesk } from "./excel-desk.ts";

const TASKS = "定量任务";
const SCORE = { sheet: "quantitative", row: "q1", column: "score" };

describe("working in Excel", () => {
  let desk: ExcelDesk;
  afterEach(async () => desk.close());

  const cellOf = (at: { readonly sheet: string; readonly row: string; readonly column: string }, tab = TASKS) => {
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(desk.driver.addressOf(at)) ?? [];
    return desk.tab(tab).cell(Number(digits) - 1, letters.charCodeAt(0) - 65);
  };
  const spent = () => desk.excel.host.counters.spent;

  describe("marks", () => {
    it("W6 a push after one edit reads in one round trip and marks in one", async () => {
      desk = await openLedger();
      await desk.driver.type(SCORE, 9);
      await desk.host.read();
      assert.equal(spent().syncs, 1);
      desk.excel.host.counters.reset();
      await desk.host.mark([{ ...SCORE, state: "changed", note: "2026-06-01 支部书记 未填 → 10" }]);
      assert.equal(spent().syncs, 1);
      assert.equal(cellOf(SCORE).style.fill, "D6F5F0");
      assert.equal(cellOf(SCORE).numberFormat.startsWith('"※ "0.00'), true);
    });
    it("W4 marks never touch protection, so the officer can still undo", async () => {
      desk = await openLedger();
      const { host, workbook } = { host: desk.host, workbook: desk.excel.host.workbook };
      await desk.driver.type(SCORE, 9);
      const before = workbook.changes.filter(({ kind }) => kind === "protection").length;
      await host.mark([{ ...SCORE, state: "refused", note: "得分不能高于分值 10" }]);
      await host.write([{ ...SCORE, row: "q2", value: 7 }]);
      assert.equal(workbook.changes.filter(({ kind }) => kind === "protection").length, before);
      assert.equal(desk.user.undo(), true);
      assert.equal(cellOf(SCORE).value, 10);
    });
    it("W4 where Excel sets no notes on protected sheets, marks show all the same, and the sheet is protected again", async () => {
      desk = await openLedger();
      desk.excel.host.rules.validationOnProtected = "never";
      const mark = { ...SCORE, state: "refused", note: "得分不能高于分值 10" } as const;
      await desk.host.mark([mark, { ...mark, row: "q2" }]);
      assert.equal(await desk.driver.noteOf(SCORE), "得分不能高于分值 10");
      assert.ok(desk.tab(TASKS).protection);
      desk.excel.host.counters.reset();
      await desk.host.mark([{ ...SCORE, state: "changed" }]);
      assert.equal(spent().syncs, 1);
    });
    it("W2 a row inserted between read and mark does not move the mark to another row", async () => {
      desk = await openLedger();
      await desk.host.read();
      desk.user.insertRows(TASKS, 4);
      await desk.settle();
      await desk.host.mark([{ ...SCORE, state: "refused", note: "重新核对" }]);
      assert.equal(cellOf(SCORE).style.fill, "FBD5D5");
      assert.equal(await desk.driver.noteOf(SCORE), "重新核对");
      assert.equal(desk.tab(TASKS).cell(4, 10).validation, undefined);
    });
    it("W2 a row inserted while the mark is on its way: the wrong cell is as it was, the right one is marked", async () => {
      desk = await openDesk();
      await desk.host.draw(aRoster(6));
      const at = { sheet: "roster", row: "p2", column: "field2" };
      desk.user.type("名册", "D4", "自己的");
      await desk.settle();
      await desk.host.read();
      const wrong = desk.tab("名册").cell(4, 3);
      // Excel has not told of it yet when the mark arrives.
      desk.excel.host.faults.before(() => desk.user.insertRows("名册", 2));
      await desk.host.mark([{ ...at, state: "conflict", note: "李四改为 6" }]);
      assert.equal(cellOf(at, "名册").style.fill, "F5D9F0");
      assert.equal(await desk.driver.noteOf(at), "李四改为 6");
      assert.equal(cellOf({ ...at, row: "p1" }, "名册").style.fill, wrong.style.fill);
      assert.equal(await desk.driver.noteOf({ ...at, row: "p1" }), undefined);
    });
    it("W2 marks of keys that are gone do nothing", async () => {
      desk = await openLedger();
      const before = pictureOf(desk);
      await desk.host.mark([{ ...SCORE, row: "gone", state: "refused", note: "没有" }]);
      assert.deepEqual(pictureOf(desk), before);
    });
    it("W4 a state taken back looks as it was drawn", async () => {
      desk = await openLedger();
      const before = pictureOf(desk);
      await desk.host.mark([{ ...SCORE, state: "conflict", note: "李四" }]);
      await desk.host.mark([{ ...SCORE, state: "input", note: "2026-06-01 支部书记 未填 → 10" }]);
      assert.deepEqual(pictureOf(desk), before);
    });
    it("W4 a long note is cut where Excel would refuse it", async () => {
      desk = await openLedger();
      await desk.host.mark([{ ...SCORE, state: "refused", note: "理由".repeat(300) }]);
      const note = await desk.driver.noteOf(SCORE);
      assert.equal(note?.length, 255);
      assert.ok(note.endsWith("…"));
    });
  });

  describe("writes", () => {
    it("W4 an overtyped formula comes back, and onEdited tells it once", async () => {
      desk = await openLedger();
      const total = { sheet: "quantitative", row: "#total:s1", column: "score" };
      const { formula } = cellOf(total);
      await desk.driver.type(total, 99);
      await desk.settle();
      let told = 0;
      desk.host.onEdited(() => (told += 1));
      desk.tab(TASKS).setProtection(null);
      await desk.host.write([{ ...total, value: 18.5, formula: formula ?? "" }]);
      assert.equal(cellOf(total).formula, formula);
      await desk.settle();
      assert.equal(told, 1);
    });
    it("A14 a text that looks like a formula is written as the text it is", async () => {
      desk = await openLedger();
      await desk.host.write([
        { sheet: "quantitative", row: "q1", column: "text.task", value: "=1+1" },
        { ...SCORE, value: "=2+2" },
      ]);
      assert.deepEqual(
        [cellOf({ ...SCORE, column: "text.task" }), cellOf(SCORE)].map(({ value, formula }) => [value, formula]),
        [
          ["=1+1", undefined],
          ["=2+2", undefined],
        ],
      );
    });
    it("W2 rows sorted between load and write: nothing is written to another person", async () => {
      desk = await openDesk();
      await desk.host.draw(aRoster(6));
      await desk.host.read();
      desk.excel.host.faults.before(() => desk.user.sort("名册", "A3:E8", { column: 1, descending: true }));
      const at = { sheet: "roster", row: "p1", column: "field2" };
      const before = Array.from({ length: 6 }, (_, person) => cellOf({ ...at, row: `p${person}` }, "名册").value);
      await desk.host.write([{ ...at, value: "改过" }]);
      const after = Array.from({ length: 6 }, (_, person) => cellOf({ ...at, row: `p${person}` }, "名册").value);
      assert.deepEqual(after, [before[0], "改过", ...before.slice(2)]);
    });
    it("W4 a cell that Excel does not let us write leaves all as it was, and says where", async () => {
      desk = await openLedger();
      const before = pictureOf(desk);
      const maximum = { ...SCORE, column: "maximum" };
      await assert.rejects(
        desk.host.write([
          { ...SCORE, value: 1 },
          { ...maximum, value: 20 },
        ]),
        { code: "sheet-protected", place: { sheet: TASKS, address: "" } },
      );
      assert.deepEqual(pictureOf(desk), before);
    });
    it("W2a what was accepted becomes the base, in one round trip and without an edit", async () => {
      desk = await openLedger();
      await desk.driver.type(SCORE, 9);
      await desk.settle();
      await desk.host.read();
      let told = 0;
      desk.host.onEdited(() => (told += 1));
      const base = snapshotOfBook(aLedgerBook({ scores: { q1: "9", q2: "8.5", q4: "7" } }));
      desk.excel.host.counters.reset();
      await desk.host.advance({
        writes: [{ ...SCORE, row: "q2", value: 8 }],
        marks: [{ ...SCORE, state: "input", note: "2026-07-01 支部书记 10 → 9" }],
        base,
      });
      assert.equal(spent().syncs, 1);
      const { meta } = await desk.host.read();
      const parsed = parseSnapshot(meta, deflateCodec);
      assert.deepEqual(parsed.ok && parsed.value, base);
      assert.equal(cellOf({ ...SCORE, row: "q2" }).value, 8);
      await desk.settle();
      assert.equal(told, 0);
    });
    it("W2a a step that fails half-way leaves values, marks and base as they were", async () => {
      desk = await openLedger();
      const before = pictureOf(desk);
      const step = {
        writes: [{ ...SCORE, value: 1 }],
        marks: [{ ...SCORE, state: "refused", note: "不行" } as const],
        base: snapshotOfBook(aLedgerBook({ scores: { q1: "1" } })),
      };
      const { faults, counters } = desk.excel.host;
      counters.reset();
      await desk.host.advance(step);
      const actions = counters.records.find(({ kind }) => kind === "work")?.actions ?? 0;
      await desk.host.draw(aLedgerBook());
      for (let done = 0; done < actions; done += 5) {
        faults.failWithCode("GeneralException", { afterActions: done });
        await assert.rejects(desk.host.advance(step), { code: "host-failed" });
        assert.deepEqual(pictureOf(desk), before, `after ${done} actions`);
      }
    });
  });

  describe("events", () => {
    it("tells what the officer and a colleague change, never what we write ourselves", async () => {
      desk = await openLedger();
      let told = 0;
      const stop = desk.host.onEdited(() => (told += 1));
      await desk.host.mark([{ ...SCORE, state: "changed" }]);
      await desk.host.draw(aLedgerBook({ scores: { q1: "5" } }));
      await desk.settle();
      assert.equal(told, 0);
      desk.user.type(TASKS, desk.driver.addressOf(SCORE), 6);
      await desk.settle();
      assert.equal(told, 1);
      new ExcelUser(desk.excel.host, { origin: "remote", heedsProtection: false }).type(TASKS, "K7", 4);
      await desk.settle();
      assert.equal(told, 2);
      desk.user.type("Sheet1", "A1", "别的表");
      await desk.settle();
      assert.equal(told, 2);
      stop();
      desk.user.type(TASKS, "K7", 5);
      await desk.settle();
      assert.equal(told, 2);
    });
    it("tells a selected cell by its keys, each once", async () => {
      desk = await openLedger();
      const told: Selection[] = [];
      desk.host.onSelection((selection) => told.push(selection));
      await desk.driver.select(SCORE);
      await desk.settle();
      desk.user.select(TASKS, "B2");
      await desk.settle();
      desk.user.select("Sheet1", "C3");
      await desk.settle();
      const address = desk.driver.addressOf(SCORE);
      assert.deepEqual(told, [
        { sheet: TASKS, address, rowKey: "q1", columnKey: "score" },
        { sheet: TASKS, address: "B2", rowKey: null, columnKey: "number" },
        { sheet: "Sheet1", address: "C3", rowKey: null, columnKey: null },
      ]);
    });
    it("asks for the selection in one round trip", async () => {
      desk = await openLedger();
      await desk.driver.select(SCORE);
      await desk.settle();
      desk.excel.host.counters.reset();
      assert.equal((await desk.host.selection())?.rowKey, "q1");
      assert.equal(spent().syncs, 1);
    });
    it("selects a place, and says when its sheet is gone", async () => {
      desk = await openLedger();
      await desk.host.select({ sheet: "定性测评", address: "F5" });
      assert.equal(desk.excel.host.workbook.activeSheet.name, "定性测评");
      assert.equal((await desk.host.selection())?.address, "F5");
      await assert.rejects(desk.host.select({ sheet: "没有", address: "A1" }), { code: "sheet-gone" });
    });
    it("R4 selects cells that fill a rectangle together, else the first one alone: Excel takes no others from an add-in", async () => {
      desk = await openLedger();
      const sheet = "定性测评";
      const { workbook } = desk.excel.host;
      await desk.host.select({ sheet, address: "F5" }, ["F6", "F5", "F7"]);
      const { top, bottom, left, right } = workbook.activeSheet.selection;
      assert.deepEqual([top, bottom, left, right], [4, 6, 5, 5]);
      assert.equal((await desk.host.selection())?.address, "F5");
      for (const also of [["F8"], ["F4"], ["E5", "F6"]]) {
        await desk.host.select({ sheet, address: "F5" }, also);
        assert.deepEqual({ ...workbook.activeSheet.selection }, { top: 4, bottom: 4, left: 5, right: 5 });
      }
    });
    it("runs an entry of the menu on the selected cell", async () => {
      desk = await openLedger();
      const ran: (string | null)[] = [];
      await desk.host.setMenu([{ id: "history", label: "历史", run: ({ rowKey }) => ran.push(rowKey) }]);
      await desk.driver.select(SCORE);
      assert.equal(await desk.host.runEntry("history"), true);
      assert.equal(await desk.host.runEntry("nothing"), false);
      assert.deepEqual(ran, ["q1"]);
    });
    it("leaves nothing behind when it is closed", async () => {
      desk = await openLedger();
      await desk.host.close();
      await desk.settle();
      assert.deepEqual(desk.excel.host.held, { listeners: 0, ranges: 0 });
    });
  });
});
