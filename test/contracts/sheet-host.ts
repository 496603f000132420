import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { CellValue } from "#core/sheet/cell.ts";
import { sameFormula } from "#core/sheet/diff/same-formula.ts";
import { sameValue } from "#core/sheet/diff/same-value.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { SheetDiff } from "#core/sheet/edit.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { BookReading, ReadCell, SheetReading } from "#core/sheet/reading.ts";
import { cornerText, rowKeyText } from "#core/sheet/row-key.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import type { SheetHost } from "#core/sheet/sheet-host.ts";
import type { SnapshotCodec } from "#core/sheet/snapshot/snapshot-codec.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";

/** A cell as the contract names it: sheet, row and column by key. */
export interface DrivenCell {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
}

/** What an officer does with mouse and keyboard, done by each host in its own way; protection does not stop it. */
export interface SheetDriver {
  type(cell: DrivenCell, value: CellValue): Promise<void>;
  typeFormula(cell: DrivenCell, formula: string): Promise<void>;
  /** An empty row, keys included, above the row with that key. */
  insertRowAbove(sheet: string, row: string): Promise<void>;
  deleteRow(sheet: string, row: string): Promise<void>;
  /** Whole physical rows and columns move, hidden keys included. */
  moveRowAbove(sheet: string, row: string, target: string): Promise<void>;
  moveColumnBefore(sheet: string, column: string, target: string): Promise<void>;
  /** Undefined where there is none. */
  noteOf(cell: DrivenCell): Promise<string | undefined>;
}

export interface SheetHostUnderTest {
  readonly host: SheetHost;
  readonly driver: SheetDriver;
  readonly codec: SnapshotCodec;
  dispose(): Promise<void>;
}

const SCORE = { sheet: "quantitative", row: "q1", column: "score" };
const RECORD = "ledger:led_1/q1";

/** The promises of SheetHost (W1, W2, W2a, W4), the same for every face. */
export function describeSheetHost(name: string, makeHost: () => Promise<SheetHostUnderTest>): void {
  describe(`${name} as a sheet host`, () => {
    let under: SheetHostUnderTest;
    before(async () => {
      under = await makeHost();
    });
    after(async () => under.dispose());

    const drawn = async (book: SheetBook = aLedgerBook()) => {
      await under.host.draw(book);
      return book;
    };
    const diff = async (): Promise<SheetDiff> => {
      const reading = await under.host.read();
      const base = parseSnapshot(reading.meta, under.codec);
      assert.ok(base.ok, "the base snapshot travels with the book");
      return diffBook(base.value, reading);
    };

    describe("drawing and reading", () => {
      it("W1 reads back every value and formula at its keys", async () => {
        const book = await drawn();
        assertSameBook(book, await under.host.read());
      });
      it("A14 texts that look like formulas, long numbers or escapes stay the text they are", async () => {
        await drawn();
        const sheet = sheetOf(await under.host.read(), "定量任务");
        assert.equal(cellAt(sheet, "q2", "text.task")?.value, "=1+1");
        assert.equal(cellAt(sheet, "q2", "text.task")?.formula, undefined);
        assert.equal(cellAt(sheet, "q3", "text.responsible")?.value, "110101199001011234");
        assert.equal(cellAt(sheet, "q3", "text.task")?.value, "@联系人");
        assert.equal(cellAt(sheet, "q1", "text.due")?.value, "2026.10");
        assert.equal(cellAt(sheet, "q3", "number")?.value, "1.10");
        assert.equal(cellAt(sheet, "q4", "text.requirement")?.value, "_x0041_ 原样");
      });
      it("W2a the base comes along, and an untouched book has no edits", async () => {
        await drawn();
        assert.deepEqual(await diff(), { edits: [], problems: [], stopped: false });
      });
      it("W3 drawing again replaces what was there, with its base", async () => {
        await drawn();
        await under.driver.type(SCORE, 3);
        await drawn(aLedgerBook({ scores: { q1: "6" } }));
        assert.deepEqual(await diff(), { edits: [], problems: [], stopped: false });
        assert.equal(cellAt(sheetOf(await under.host.read(), "定量任务"), "q1", "score")?.value, 6);
      });
      it("W3 a cancelled draw leaves what was there", async () => {
        await drawn();
        await assert.rejects(under.host.draw(aLedgerBook({ scores: { q1: "1" } }), { signal: { aborted: true } }));
        assert.equal(cellAt(sheetOf(await under.host.read(), "定量任务"), "q1", "score")?.value, 10);
      });
      it("W3 what was typed after the caller's reading is never drawn over: nothing is drawn, and it is told", async () => {
        await drawn();
        const seen = await under.host.read();
        await under.driver.type(SCORE, 3);
        const newer = aLedgerBook({ scores: { q1: "6" } });
        await assert.rejects(under.host.draw(newer, { seen }), /typed-meanwhile/);
        assert.deepEqual(
          (await diff()).edits.map(({ record, base, value }) => [record, base, value]),
          [[RECORD, 10, 3]],
        );
        await under.host.draw(newer, { seen: await under.host.read() });
        assert.equal(cellAt(sheetOf(await under.host.read(), "定量任务"), "q1", "score")?.value, 6);
      });
      it("W3 nor is a row that was sorted, or a formula that was typed over meanwhile", async () => {
        await drawn();
        const seen = await under.host.read();
        await under.driver.moveRowAbove("quantitative", "q4", "q2");
        await assert.rejects(under.host.draw(aLedgerBook(), { seen }), /typed-meanwhile/);
        await drawn();
        const again = await under.host.read();
        await under.driver.type({ sheet: "quantitative", row: "#total:quantitative", column: "score" }, 99);
        await assert.rejects(under.host.draw(aLedgerBook(), { seen: again }), /typed-meanwhile/);
      });
      it("W6 tells when it is done", async () => {
        const steps: (readonly [number, number])[] = [];
        await under.host.draw(aLedgerBook(), { onProgress: (done, total) => steps.push([done, total]) });
        const last = steps.at(-1);
        assert.ok(last && last[0] === last[1]);
      });
    });

    describe("changing", () => {
      it("W2a a typed score is one edit with its base revision and place", async () => {
        await drawn();
        await under.driver.type(SCORE, 9.5);
        const { edits, problems } = await diff();
        assert.deepEqual(problems, []);
        const [edit] = edits;
        assert.ok(edit && edits.length === 1);
        const { place, ...rest } = edit;
        assert.deepEqual(rest, { record: RECORD, field: "score", base: 10, baseRevision: 1, value: 9.5 });
        assert.equal(place.sheet, "定量任务");
        assert.match(place.address, /^[A-Z]+\d+$/);
      });
      it("W2a a cleared cell is an edit to nothing", async () => {
        await drawn();
        await under.driver.type(SCORE, null);
        assert.deepEqual(
          (await diff()).edits.map(({ field, value }) => [field, value]),
          [["score", null]],
        );
      });
      it("L7 the row's reason goes with its score", async () => {
        await drawn();
        await under.driver.type(SCORE, 8);
        await under.driver.type({ ...SCORE, column: "reason" }, "会议记录缺少签到表");
        const [edit] = (await diff()).edits;
        assert.deepEqual([edit?.value, edit?.reason, edit?.acknowledged], [8, "会议记录缺少签到表", true]);
      });
      it("L2 wording and qualitative scores are edits too", async () => {
        await drawn();
        await under.driver.type({ sheet: "quantitative", row: "q2", column: "text.task" }, "按季度讲党课");
        await under.driver.type({ sheet: "qualitative", row: "l2", column: "rating.self" }, 9);
        assert.deepEqual(
          (await diff()).edits.map(({ record, field, value }) => [record, field, value]),
          [
            ["ledger:led_1/q2", "text.task", "按季度讲党课"],
            ["ledger:led_1/l2", "rating.self", 9],
          ],
        );
      });
      it("W2 inserting, deleting and moving rows never attaches a value to the wrong record", async () => {
        await drawn();
        await under.driver.type(SCORE, 4);
        await under.driver.insertRowAbove("quantitative", "q1");
        await under.driver.moveRowAbove("quantitative", "q4", "q1");
        await under.driver.deleteRow("quantitative", "q2");
        const { edits, problems, stopped } = await diff();
        assert.deepEqual(
          edits.map(({ record, value }) => [record, value]),
          [[RECORD, 4]],
        );
        assert.deepEqual(
          problems.map(({ code }) => code),
          ["row-missing"],
        );
        assert.equal(stopped, false);
      });
      it("W2 moving columns never attaches a value to the wrong field", async () => {
        await drawn();
        await under.driver.type(SCORE, 4);
        await under.driver.moveColumnBefore("quantitative", "score", "text.task");
        const { edits, problems } = await diff();
        assert.deepEqual(problems, []);
        assert.deepEqual(
          edits.map(({ record, field, value }) => [record, field, value]),
          [[RECORD, "score", 4]],
        );
      });
      it("W4 an overtyped formula, a changed locked cell and a formula in an input are noticed", async () => {
        await drawn();
        await under.driver.type({ sheet: "quantitative", row: "#total:quantitative", column: "score" }, 99);
        await under.driver.type({ sheet: "quantitative", row: "q1", column: "maximum" }, 20);
        await under.driver.typeFormula({ sheet: "quantitative", row: "q2", column: "score" }, "5+5");
        const { edits, problems } = await diff();
        assert.deepEqual(edits, []);
        assert.deepEqual(problems.map(({ code }) => code).sort(), [
          "formula-in-input",
          "formula-overtyped",
          "locked-cell-changed",
        ]);
      });
    });

    describe("marking", () => {
      it("L7 draws who, when and why as a note", async () => {
        await drawn();
        assert.equal(await under.driver.noteOf(SCORE), "2026-06-01 支部书记 未填 → 10");
      });
      it("W4 a refused cell keeps the officer's value and shows the reason, and its base stays", async () => {
        await drawn();
        await under.driver.type(SCORE, 11);
        await under.host.mark([{ ...SCORE, state: "refused", note: "得分不能高于分值 10" }]);
        assert.equal(await under.driver.noteOf(SCORE), "得分不能高于分值 10");
        assert.deepEqual(
          (await diff()).edits.map(({ base, value }) => [base, value]),
          [[10, 11]],
        );
      });
      it("W4 a mark without note leaves the note, an empty one removes it", async () => {
        await drawn();
        await under.host.mark([{ ...SCORE, state: "changed" }]);
        assert.equal(await under.driver.noteOf(SCORE), "2026-06-01 支部书记 未填 → 10");
        await under.host.mark([{ ...SCORE, state: "input", note: "" }]);
        assert.equal(await under.driver.noteOf(SCORE), undefined);
        assert.deepEqual((await diff()).edits, []);
      });
      it("W2 a mark finds its cell by key and leaves the others alone", async () => {
        await drawn();
        await under.host.mark([
          { sheet: "quantitative", row: "q4", column: "score", state: "conflict", note: "李四 2026-07-01 改为 6" },
          { sheet: "quantitative", row: "gone", column: "score", state: "refused", note: "没有这一行" },
        ]);
        assert.equal(await under.driver.noteOf({ ...SCORE, row: "q4" }), "李四 2026-07-01 改为 6");
        assert.equal(await under.driver.noteOf({ ...SCORE, row: "q2" }), undefined);
      });
    });
  });
}

/** Every cell of every keyed row, and nothing in between. */
export function assertSameBook(book: SheetBook, reading: BookReading): void {
  assert.deepEqual(
    reading.sheets.map((sheet) => sheet.name),
    book.sheets.map((sheet) => sheet.name),
  );
  for (const sheet of book.sheets) {
    const found = sheetOf(reading, sheet.name);
    assert.equal(found.rows[0]?.[0]?.value, cornerText(sheet));
    sheet.rows.forEach((row, at) => {
      assert.equal(found.rows[at + 1]?.[0]?.value, rowKeyText(row), `${sheet.name} row key ${at}`);
      sheet.columns.forEach((column, index) => {
        const cell = row.cells[column.key];
        const read = found.rows[at + 1]?.[index + 1] ?? { value: null };
        const place = `${sheet.name} ${rowKeyText(row)} ${column.key}`;
        if (cell?.formula === undefined) {
          assert.equal(read.formula, undefined, place);
          assert.ok(
            sameValue(cell?.value ?? null, read.value),
            `${place}: ${String(cell?.value)} / ${String(read.value)}`,
          );
        } else assert.ok(sameFormula(cell.formula, read.formula ?? ""), `${place}: ${read.formula ?? "no formula"}`);
      });
    });
  }
}

export function sheetOf(reading: BookReading, name: string): SheetReading {
  const sheet = reading.sheets.find((candidate) => candidate.name === name);
  assert.ok(sheet, `sheet ${name}`);
  return sheet;
}

export function cellAt(sheet: SheetReading, row: string, column: string): ReadCell | undefined {
  const at = (sheet.rows[0] ?? []).findIndex((cell) => cell.value === column);
  return sheet.rows.find((cells) => cells[0]?.value === row)?.[at];
}
