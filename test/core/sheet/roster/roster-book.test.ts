import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { CellValue } from "#core/sheet/cell.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import { encodeSnapshot } from "#core/sheet/snapshot/encode-snapshot.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { BookReading } from "#core/sheet/reading.ts";
import { newRowsOf } from "#core/sheet/roster/new-rows.ts";
import { rosterBook } from "#core/sheet/roster/roster-book.ts";
import { ROSTER_SHEET } from "#core/sheet/roster/roster-sheet-key.ts";
import { parseRosterSubject, rosterSubject } from "#core/sheet/roster/roster-subject.ts";
import { ROSTER_WORDS_ZH } from "#core/sheet/roster/roster-words.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { aField, aRosterRow, aRosterView } from "#test/builders/roster-view.ts";
import { aReading, withCell, withRows } from "#test/builders/sheet-reading.ts";

const BOOK = rosterBook(aRosterView(), ROSTER_WORDS_ZH);
const SHEET = ROSTER_WORDS_ZH.lists["members"] ?? "";
const PLAIN = { deflate: (text: string): string => text, inflate: (text: string): string => text };

function cell(record: string, column: string, book = BOOK) {
  return book.sheets[0]?.rows.find(({ key }) => key === record)?.cells[column];
}

function typed(column: string, value: CellValue, row = "person:1"): BookReading {
  return withCell(aReading(BOOK), { sheet: SHEET, row, column }, { value });
}

describe("rosterBook", () => {
  it("W1 shows labels for codes, texts for dates and numbers for figures", () => {
    const shown = ["name", "sex", "birthDate", "duesBase", "student", "age"].map((key) => cell("person:1", key)?.value);
    assert.deepEqual(shown, ["张1", "男", "1990-03-01", 3000.5, "否", 36]);
    assert.equal(cell("person:1", "birthDate")?.format, "@");
  });

  it("M4 is not protected, so that it can be sorted and filtered, and keeps heading and name in sight", () => {
    const [sheet] = BOOK.sheets;
    assert.equal(sheet?.protection, "none");
    assert.deepEqual(sheet.frozen, { rows: 3, columns: 1 });
    assert.deepEqual(sheet.print.repeatRows, { from: 2, to: 2 });
  });

  it("A12 a masked ID number is locked, a masked phone is replaced by typing a whole one", () => {
    assert.equal(cell("person:1", "idNumber")?.binding, undefined);
    assert.equal(cell("person:1", "idNumber")?.state, "locked");
    assert.deepEqual(cell("person:1", "mobile")?.binding, { record: "person:1", field: "mobile", revision: 1 });
  });

  it("A12 what is shown in part says so once, at its heading", () => {
    const heading = BOOK.sheets[0]?.rows.find(({ kind }) => kind === "header");
    assert.match(heading?.cells["mobile"]?.note ?? "", /完整的新号码/);
    assert.match(heading?.cells["idNumber"]?.note ?? "", /人员卡片/);
    assert.equal(cell("person:1", "mobile")?.note, undefined);
  });

  it("W1 what is computed or done by a procedure cannot be typed over", () => {
    assert.equal(cell("person:1", "age")?.state, "computed");
    assert.equal(cell("person:1", "conversionResult")?.state, "locked");
    assert.equal(cell("person:1", "age")?.binding, undefined);
  });

  it("M2 a required field that is empty shows a red * which is no value", () => {
    const row = aRosterRow("1", { facts: { name: "张1" }, missing: ["mobile", "name"] });
    const book = rosterBook(aRosterView({ rows: [row] }), ROSTER_WORDS_ZH);
    assert.deepEqual(
      [cell("person:1", "mobile", book)?.value, cell("person:1", "mobile", book)?.state],
      ["*", "error"],
    );
    assert.equal(cell("person:1", "name", book)?.value, "张1");
    const diff = diffBook(snapshotOfBook(book), aReading(book));
    assert.deepEqual(diff.edits, []);
  });

  it("M21 a finding stands in its cell with its sentence and the unit's explanation", () => {
    const text = { zh: "年龄与日期不符", en: "age" };
    const findings = [
      { field: "sex", severity: "explain" as const, text, explanation: "原始档案如此" },
      { field: "sex", severity: "error" as const, text },
      { field: "name", severity: "hint" as const, text },
    ];
    const book = rosterBook(aRosterView({ rows: [aRosterRow("1", { findings })] }), ROSTER_WORDS_ZH);
    assert.equal(cell("person:1", "sex", book)?.state, "error");
    assert.match(cell("person:1", "sex", book)?.note ?? "", /年龄与日期不符\n说明：原始档案如此/);
    assert.equal(cell("person:1", "name", book)?.state, "input");
  });

  it("W1 a record that is not his is locked from end to end", () => {
    const book = rosterBook(aRosterView({ rows: [aRosterRow("1", { locked: true })] }), ROSTER_WORDS_ZH);
    assert.equal(cell("person:1", "name", book)?.binding, undefined);
  });

  it("A14 what looks like a formula or a long number stays text", () => {
    const row = aRosterRow("1", { facts: { name: "=1+1", duesBase: "12345678901234567890" } });
    const book = rosterBook(aRosterView({ rows: [row] }), ROSTER_WORDS_ZH);
    assert.equal(cell("person:1", "name", book)?.formula, undefined);
    assert.equal(cell("person:1", "name", book)?.format, "@");
    assert.equal(cell("person:1", "duesBase", book)?.value, "12345678901234567890");
  });

  it("W1 long lists of choices stand in the guide with their codes", () => {
    const guide = BOOK.sheets.find(({ key }) => key === "guide");
    const rows = guide?.rows.filter(({ kind }) => kind === "data").map(({ cells }) => cells["label"]?.value);
    assert.deepEqual(rows, ["男", "女"]);
  });
});

describe("what an officer changes in a roster", () => {
  it("W2 one cell is one edit of one field of one person", () => {
    const [edit, ...more] = diffBook(snapshotOfBook(BOOK), typed("name", "张一")).edits;
    assert.equal(more.length, 0);
    assert.deepEqual(
      [edit?.record, edit?.field, edit?.baseRevision, edit?.base, edit?.value],
      ["person:1", "name", 3, "张1", "张一"],
    );
  });

  it("W2 rows sorted with their keys change nothing", () => {
    const sorted = withRows(aReading(BOOK), SHEET, (rows) => [...rows.slice(0, 4), ...rows.slice(4).toReversed()]);
    assert.deepEqual(diffBook(snapshotOfBook(BOOK), sorted), { edits: [], problems: [], stopped: false });
  });

  it("W2 rows sorted without their keys stop the push", () => {
    const moved = withRows(aReading(BOOK), SHEET, (rows) => {
      const people = rows.slice(4);
      const turned = people.map((cells, at) => [cells[0] ?? { value: "" }, ...(people.at(-1 - at) ?? []).slice(1)]);
      return [...rows.slice(0, 4), ...turned];
    });
    const diff = diffBook(snapshotOfBook(BOOK), moved);
    assert.equal(diff.stopped, true);
    assert.deepEqual(diff.edits, []);
  });

  it("W2 a row written below is somebody new, with all that was typed, and no edit", () => {
    const row = [{ value: null }, { value: "李新" }, { value: "110101199003078515" }, { value: "女" }];
    const reading = withRows(aReading(BOOK), SHEET, (rows) => [...rows, row]);
    assert.deepEqual(newRowsOf(snapshotOfBook(BOOK), reading), [
      { place: { sheet: SHEET, address: "B8" }, values: { name: "李新", idNumber: "110101199003078515", sex: "女" } },
    ]);
    assert.deepEqual(diffBook(snapshotOfBook(BOOK), reading).edits, []);
  });
});

describe("a roster's subject", () => {
  it("W7 what was asked for is found again in the workbook", () => {
    const ask = fc.record(
      {
        list: fc.constantFrom("members", "due-for-conversion"),
        unitId: fc.string({ minLength: 1, unit: "grapheme" }),
        on: fc.constantFrom(null, "2026-03-01"),
        filter: fc.string({ unit: "grapheme" }),
      },
      { noNullPrototype: true },
    );
    fc.assert(fc.property(ask, (asked) => assert.deepEqual(parseRosterSubject(rosterSubject(asked)), asked)));
  });

  for (const subject of ["ledger-1", "roster:", "roster:members/u1", "roster:members/%/2026-03-01/", "roster:x/u/no/"])
    it(`W7 ${subject} is none`, () => assert.equal(parseRosterSubject(subject), undefined));
});

describe("a roster of 10,000 people with 40 columns", () => {
  const fields = Array.from({ length: 40 }, (_, at) => aField({ key: `f${at}`, type: "text", zh: `列${at}` }));
  const facts = Object.fromEntries(fields.map(({ key }, at) => [key, `值${at}`]));
  const rows = Array.from({ length: 10_000 }, (_, at) => aRosterRow(`00000000-0000-4000-8000-${at}`, { facts }));
  const big = rosterBook(aRosterView({ fields, rows }), ROSTER_WORDS_ZH);

  it("W2a keeps its base in the workbook and gives it back", () => {
    const snapshot = snapshotOfBook(big);
    const parsed = parseSnapshot(encodeSnapshot(snapshot, PLAIN).join(""), PLAIN);
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.value, snapshot);
  });

  it("W3 10,000 pasted values are 10,000 edits", () => {
    const sheet = big.sheets[0]?.name ?? "";
    const reading = withRows(aReading(big), sheet, (all) =>
      all.map((cells, at) => (at < 4 ? cells : cells.with(5, { value: "粘贴" }))),
    );
    assert.equal(diffBook(snapshotOfBook(big), reading).edits.length, 10_000);
    assert.equal(ROSTER_SHEET, big.sheets[0]?.key);
  });
});
