import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { cellsBehind } from "#core/sheet/cells-behind.ts";
import { formulaReferences, type FormulaReference } from "#core/sheet/formula-references.ts";
import { addressOf } from "#core/sheet/cell-address.ts";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import { LEDGER_WORDS_ZH } from "#core/sheet/ledger/ledger-words.ts";
import { keysOfPlace, placeOfKeys } from "#core/sheet/place-of-keys.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { aLedgerView } from "#test/builders/sheet-ledger-view.ts";
import { aReading, withRows } from "#test/builders/sheet-reading.ts";
import { journeyTemplate } from "#test/journeys/journey-template.ts";

function shown(reference: FormulaReference): string {
  if (reference.kind === "name") return reference.name;
  const { sheet, first, last } = reference;
  const range = addressOf(first) === addressOf(last) ? addressOf(first) : `${addressOf(first)}:${addressOf(last)}`;
  return sheet === null ? range : `${sheet}!${range}`;
}

const FORMULAS: readonly (readonly [formula: string, references: readonly string[]])[] = [
  ["ROUND(SUM(K5:K9,$K$12),2)", ["K5:K9", "K12"]],
  ["定量得分+定性得分", ["定量得分", "定性得分"]],
  [`IF('考核 得分'!C4>=120,"A1 优秀",B2)`, ["考核 得分!C4", "B2"]],
  ["SUMIF(Sheet_1!B2:A1,TRUE)", ["Sheet_1!A1:B2"]],
  ["LOG10(A1)+第1部分小计*1E5+2.5", ["A1", "第1部分小计"]],
  [`"say ""B2"""&'it''s'!C3`, ["it's!C3"]],
  ["ROUND(1,2)", []],
];

describe("the cells behind a figure", () => {
  for (const [formula, references] of FORMULAS) {
    it(`=${formula} names ${references.join(", ") || "none"}`, () => {
      assert.deepEqual(formulaReferences(formula).map(shown), references);
    });
  }

  const view = aLedgerView({ template: journeyTemplate(), scores: { q1: "8", q2: "4" } });
  const book = ledgerBook(view, LEDGER_WORDS_ZH);
  const [quantitative] = book.sheets;
  const cellOf = (sheet: string, row: string, column: string) => {
    const found = book.sheets.find(({ key }) => key === sheet);
    const cell = found?.rows.find(({ key }) => key === row)?.cells[column];
    return found && cell ? { sheet: found, cell } : assert.fail(`no ${sheet} ${row} ${column}`);
  };

  it("L13 leads from the total through the halves and subtotals down to the items", () => {
    const behind = (sheet: string, row: string, column: string) =>
      cellsBehind(book, cellOf(sheet, row, column)).map((cell) => `${cell.sheet.key} ${cell.row.key ?? ""}`);
    assert.deepEqual(behind("totals", "#figure:total", "value"), [
      "quantitative #total:quantitative",
      "qualitative #total:qualitative",
    ]);
    const subtotals = behind("quantitative", "#total:quantitativeSum", "score");
    assert.ok(subtotals.length >= 2 && subtotals.every((row) => row.startsWith("quantitative #total:")));
    const first = subtotals[0]?.split(" ")[1] ?? "";
    assert.ok(behind("quantitative", first, "score").includes("quantitative q1"));
  });

  it("has nothing for what is not computed", () => {
    assert.deepEqual(cellsBehind(book, cellOf("quantitative", "q1", "score")), []);
  });

  it("W2 finds a cell by its keys, and its keys by its place, wherever the officer moved it", () => {
    const snapshot = snapshotOfBook(book);
    const keys = { sheet: "quantitative", row: "q2", column: "score" };
    const name = quantitative?.name ?? "";
    const moved = withRows(aReading(book), name, ([head, ...rows]) => [
      head ?? [],
      [{ value: null }, { value: "自己的一行" }],
      ...rows,
    ]);
    const renamed = {
      ...moved,
      sheets: moved.sheets.map((sheet) => (sheet.name === name ? { ...sheet, name: "我的" } : sheet)),
    };
    const before = placeOfKeys(snapshot, aReading(book), keys);
    const after = placeOfKeys(snapshot, renamed, keys);
    assert.equal(after?.sheet, "我的");
    assert.notEqual(after.address, before?.address);
    assert.deepEqual(keysOfPlace(snapshot, renamed, after), keys);
    assert.equal(keysOfPlace(snapshot, renamed, { sheet: "我的", address: "B2" }), undefined);
    assert.equal(placeOfKeys(snapshot, renamed, { ...keys, row: "gone" }), undefined);
  });
});
