import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { BookReading, ReadCell } from "#core/sheet/reading.ts";
import { applyRepairs, repairKeys } from "#core/sheet/repair-keys.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { aReading, withCell, withRows } from "#test/builders/sheet-reading.ts";

const BOOK = aLedgerBook();
const BASE = snapshotOfBook(BOOK);
const READING = aReading(BOOK);
const TASKS = "定量任务";

function at(row: string, column: string) {
  return { sheet: TASKS, row, column };
}

function changed(row: string, column: string, value: ReadCell["value"]): BookReading {
  return changedToo(READING, [row, column, value]);
}

function changedToo(
  reading: BookReading,
  [row, column, value]: readonly [string, string, ReadCell["value"]],
): BookReading {
  return withCell(reading, at(row, column), { value });
}

function rowOf(reading: BookReading, key: string): readonly ReadCell[] {
  return reading.sheets.find(({ name }) => name === TASKS)?.rows.find((cells) => cells[0]?.value === key) ?? [];
}

function codes(reading: BookReading): readonly string[] {
  return diffBook(BASE, reading).problems.map(({ code }) => code);
}

describe("diffBook", () => {
  const same: readonly (readonly [string, ReadCell["value"]])[] = [
    ["10", "10"],
    ["a text with zeros", "10.00"],
    ["a text with blanks around it", " 10 "],
  ];
  for (const [name, value] of same) {
    it(`W2a 10 typed again as ${name} is no edit`, () => {
      assert.deepEqual(diffBook(BASE, changed("q1", "score", value)).edits, []);
    });
  }
  const edits: readonly (readonly [string, ReadCell["value"], ReadCell["value"]])[] = [
    ["full-width digits are handed on as typed", "９", "９"],
    ["a percent is handed on as seen", "95%", "95%"],
    ["words are handed on", "九分", "九分"],
    ["a blank is nothing", "  ", null],
    ["true is true", true, true],
  ];
  for (const [name, typed, value] of edits) {
    it(`W2a ${name}`, () => {
      assert.deepEqual(
        diffBook(BASE, changed("q1", "score", typed)).edits.map((edit) => edit.value),
        [value],
      );
    });
  }
  it("W2a a text against a text is compared as text", () => {
    assert.deepEqual(
      diffBook(BASE, changed("q1", "text.due", "2026.1")).edits.map(({ base, value }) => [base, value]),
      [["2026.10", "2026.1"]],
    );
  });
  it("W2a other line ends are no edit", () => {
    assert.deepEqual(diffBook(BASE, changed("q2", "text.requirement", "第一行\r\n第二行")).edits, []);
  });
  it("W2 a copied row is shown twice and neither copy is sent", () => {
    const copied = withRows(changed("q1", "score", 3), TASKS, (rows) => [
      ...rows,
      rowOf(changed("q1", "score", 4), "q1"),
    ]);
    const diff = diffBook(BASE, copied);
    assert.deepEqual(diff.edits, []);
    assert.deepEqual(
      diff.problems.map(({ code }) => code),
      ["row-key-doubled", "row-key-doubled"],
    );
  });
  it("W2 an inserted row with values has no record", () => {
    const inserted = withRows(READING, TASKS, (rows) => [
      ...rows,
      [{ value: null }, { value: "9.9" }, { value: "自己加的" }],
    ]);
    assert.deepEqual(codes(inserted), ["row-without-key"]);
  });
  it("W3 an officer's own columns and notes beside the table are his business", () => {
    const own = withRows(READING, TASKS, (rows) =>
      rows.map((cells, row) => [...cells, { value: row === 0 ? "" : "备注" }]),
    );
    assert.deepEqual(diffBook(BASE, own), { edits: [], problems: [], stopped: false });
  });
  it("W2 an unknown key is told", () => {
    assert.deepEqual(codes(withRows(READING, TASKS, (rows) => [...rows, [{ value: "q99" }, { value: "9" }]])), [
      "row-key-unknown",
    ]);
  });
  it("W2 a deleted key column stops everything", () => {
    const diff = diffBook(
      BASE,
      withRows(READING, TASKS, (rows) => rows.map((cells) => cells.slice(1))),
    );
    assert.deepEqual([diff.stopped, diff.problems.map(({ code }) => code)], [true, ["key-column-missing"]]);
  });
  it("W2 a deleted key row stops everything", () => {
    const diff = diffBook(
      BASE,
      withRows(changed("q1", "score", 1), TASKS, (rows) => rows.slice(1)),
    );
    assert.deepEqual(
      [diff.stopped, diff.edits, diff.problems.map(({ code }) => code)],
      [true, [], ["key-row-missing"]],
    );
  });
  it("W2 a missing sheet stops everything, a missing totals sheet nothing", () => {
    const without = (name: string) => ({ ...READING, sheets: READING.sheets.filter((sheet) => sheet.name !== name) });
    assert.deepEqual(diffBook(BASE, without(TASKS)).stopped, true);
    assert.deepEqual(diffBook(BASE, without("考核得分")), { edits: [], problems: [], stopped: false });
  });
  it("W2 W3 a copied sheet is told by its name and nothing of it is taken, whatever the tabs are called", () => {
    const typed = changed("q1", "score", 3);
    for (const own of [TASKS, "另一名"]) {
      const renamed = changed("q1", "score", 4).sheets.map((sheet) =>
        sheet.name === TASKS ? { ...sheet, name: own } : sheet,
      );
      const copy = typed.sheets
        .filter(({ name }) => name === TASKS)
        .map((sheet) => ({ ...sheet, name: `${TASKS} (2)` }));
      const diff = diffBook(BASE, { ...typed, sheets: [...renamed, ...copy] });
      assert.deepEqual(
        diff.edits.map(({ value }) => value),
        [4],
      );
      assert.deepEqual(diff.problems, [{ code: "sheet-copied", sheet: `${TASKS} (2)`, original: own }]);
    }
  });

  it("W2 a renamed tab is still found", () => {
    const renamed = {
      ...READING,
      sheets: READING.sheets.map((sheet) => (sheet.name === TASKS ? { ...sheet, name: "我的台账" } : sheet)),
    };
    assert.deepEqual(diffBook(BASE, renamed), { edits: [], problems: [], stopped: false });
  });
  it("W2 two tabs whose names were exchanged are told apart by their corners", () => {
    const typed = changed("q1", "score", 3);
    const [others] = typed.sheets.filter(({ name }) => name !== TASKS).map(({ name }) => name);
    assert.ok(others);
    const names = new Map([
      [TASKS, others],
      [others, TASKS],
    ]);
    const sheets = typed.sheets.map((sheet) => ({ ...sheet, name: names.get(sheet.name) ?? sheet.name }));
    const { edits, problems } = diffBook(BASE, { ...typed, sheets });
    assert.deepEqual(
      edits.map(({ field, value }) => [field, value]),
      [["score", 3]],
    );
    assert.deepEqual(problems, []);
  });
  it("W2 another sheet under the name of one that was deleted is not taken for it", () => {
    const [others] = READING.sheets.filter(({ name }) => name !== TASKS);
    assert.ok(others);
    const sheets = READING.sheets.flatMap((sheet) =>
      sheet.name === TASKS ? [] : [sheet === others ? { ...sheet, name: TASKS } : sheet],
    );
    const { edits, problems, stopped } = diffBook(BASE, { ...READING, sheets });
    assert.deepEqual(
      { edits, problems, stopped },
      { edits: [], problems: [{ code: "sheet-missing", sheet: TASKS }], stopped: true },
    );
  });
  it("W2 of a report each table may come back alone; with none of them, or of a ledger, nothing is taken", () => {
    const typed = changed("q1", "score", 3);
    const alone = { ...typed, sheets: typed.sheets.filter(({ name }) => name === TASKS) };
    const report = { ...BASE, identity: { ...BASE.identity, kind: "report" } as const };
    const gone = diffBook(BASE, alone).problems;
    assert.ok(gone.length > 0 && gone.every(({ code }) => code === "sheet-missing"));
    assert.deepEqual(diffBook(BASE, alone), { edits: [], problems: gone, stopped: true });
    assert.deepEqual(diffBook(report, alone), { ...diffBook(BASE, typed), problems: gone });
    assert.equal(diffBook(report, { ...typed, sheets: [] }).stopped, true);
    assert.equal(
      diffBook(
        report,
        withRows(alone, TASKS, (rows) => rows.slice(1)),
      ).stopped,
      true,
    );
  });
  it("W2 a copied column is told and not sent, the others are", () => {
    const doubled = withRows(changedToo(changed("q1", "score", 3), ["q1", "text.due", "12月"]), TASKS, (rows) =>
      rows.map((cells) => [...cells, cells[10] ?? { value: null }]),
    );
    const diff = diffBook(BASE, doubled);
    assert.deepEqual(
      diff.problems.map(({ code }) => code),
      ["column-key-doubled"],
    );
    assert.deepEqual(
      diff.edits.map(({ field }) => field),
      ["text.due"],
    );
  });
  it("W2a without a base nothing is sent", () => {
    assert.deepEqual(diffBook(null, READING), { edits: [], problems: [{ code: "no-base-snapshot" }], stopped: true });
  });
  it("L7 a reason alone is no edit", () => {
    assert.deepEqual(codes(changed("q1", "reason", "理由充分且具体")), ["reason-without-edit"]);
  });
  it("W4 a formula whose rows moved is the same formula", () => {
    const formula = rowOf(READING, "#total:s1").find((cell) => cell.formula !== undefined)?.formula ?? "";
    const moved = formula
      .replaceAll(/([A-Z])(\d+)/g, (_, column: string, row: string) => `$${column}$${Number(row) + 3}`)
      .toLowerCase();
    assert.deepEqual(codes(withCell(READING, at("#total:s1", "score"), { value: 1, formula: moved })), []);
    assert.deepEqual(codes(withCell(READING, at("#total:s1", "score"), { value: 1, formula: "1+1" })), [
      "formula-overtyped",
    ]);
  });
});

describe("rows sorted without their keys", () => {
  /** Sorts what is seen of the records and leaves column A as it is. */
  const sorted = withRows(changed("q1", "score", 3), TASKS, (rows) => {
    const records = rows.filter((cells) => /^q\d/.test(String(cells[0]?.value)));
    const seen = records.map((cells) => cells.slice(1)).reverse();
    return rows.map((cells) => {
      const index = records.indexOf(cells);
      return index < 0 ? cells : [cells[0] ?? { value: null }, ...(seen[index] ?? [])];
    });
  });

  it("W2 stop the whole push", () => {
    const diff = diffBook(BASE, sorted);
    assert.deepEqual([diff.stopped, diff.edits], [true, []]);
    assert.ok(diff.problems.every(({ code }) => code === "sorted-without-keys"));
  });
  it("W2 are repaired by their identity, and then say what was typed", () => {
    const repairs = repairKeys(BASE, sorted);
    assert.ok(repairs);
    const diff = diffBook(BASE, applyRepairs(sorted, repairs));
    assert.deepEqual([diff.stopped, diff.problems], [false, []]);
    assert.deepEqual(
      diff.edits.map(({ record, value }) => [record, value]),
      [["ledger:led_1/q1", 3]],
    );
  });
  it("W2 are not repaired by guessing", () => {
    const alsoReworded = withRows(sorted, TASKS, (rows) =>
      rows.map((cells) => cells.map((cell) => (cell.value === "-每月学习" ? { value: "改过的任务" } : cell))),
    );
    assert.equal(repairKeys(BASE, alsoReworded), undefined);
  });
  it("W2 one reworded task that equals another is an edit", () => {
    const diff = diffBook(BASE, changed("q1", "text.task", "-每月学习"));
    assert.deepEqual([diff.stopped, diff.edits.length], [false, 1]);
  });
  it("W2 two tasks that changed places are not", () => {
    assert.equal(
      diffBook(BASE, changedToo(changed("q1", "text.task", "-每月学习"), ["q4", "text.task", "按期召开支部党员大会"]))
        .stopped,
      true,
    );
  });
});
