import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Cell } from "#core/sheet/cell.ts";
import {
  fieldText,
  itemRecord,
  ledgerRecord,
  parseLedgerField,
  parseLedgerRecord,
} from "#core/sheet/ledger/ledger-record.ts";
import type { LedgerViewer } from "#core/sheet/ledger/ledger-view.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { toId } from "#core/kernel/ids.ts";
import { anItem, aSection, aTemplate } from "#test/builders/ledger-template.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";

const RATINGS = [
  { item: "l1", raterClass: "self", rater: "王书记", score: "9" },
  { item: "l1", raterClass: "peer", rater: "李四", score: "8.25" },
  { item: "l1", raterClass: "peer", rater: "me", score: "7.5" },
  { item: "l1", raterClass: "leader", rater: "赵书记", score: "6.75" },
];

function bookFor(viewer: LedgerViewer, ratesAs?: string): SheetBook {
  return aLedgerBook({ viewer, ratings: RATINGS, ...(ratesAs === undefined ? {} : { ratesAs }) });
}

function cellsOf(book: SheetBook): readonly Cell[] {
  return book.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => Object.values(row.cells)));
}

function cell(
  book: SheetBook,
  ...[sheet, row, column]: readonly [sheet: string, row: string, column: string]
): Cell | undefined {
  return book.sheets.find(({ key }) => key === sheet)?.rows.find(({ key }) => key === row)?.cells[column];
}

function shows(book: SheetBook, text: string): boolean {
  const inCells = cellsOf(book).some(({ value, note }) => String(value).includes(text) || (note ?? "").includes(text));
  return inCells || JSON.stringify(book).includes(text);
}

describe("a ledger's book", () => {
  it("L11 the owner sees class means and no rater's name or score", () => {
    const book = bookFor("owner", "self");
    assert.equal(cell(book, "qualitative", "l1", "mean.leader")?.value, 6.75);
    assert.equal(shows(book, "李四") || shows(book, "赵书记") || shows(book, "8.25"), false);
  });
  it("L11 who stands further above sees the means as the owner does, and nobody's name or score", () => {
    const book = bookFor("above");
    assert.equal(cell(book, "qualitative", "l1", "mean.leader")?.value, 6.75);
    for (const hidden of ["李四", "赵书记", "8.25"]) assert.equal(shows(book, hidden), false, hidden);
  });
  it("L11 a peer sees his own score, no mean and no total", () => {
    const book = bookFor("peer", "peer");
    assert.equal(cell(book, "qualitative", "l1", "rating.peer")?.value, 7.5);
    assert.equal(shows(book, "考核总分") && cell(book, "totals", "#figure:total", "value") !== undefined, false);
    for (const hidden of ["李四", "赵书记", "8.25", "6.75", "7.88"]) assert.equal(shows(book, hidden), false, hidden);
  });
  it("L11 a reader sees the items and nothing that anybody gave", () => {
    const book = bookFor("reader");
    assert.equal(cell(book, "qualitative", "l1", "name")?.value, "班子团结协作");
    for (const hidden of ["李四", "赵书记", "8.25", "6.75", "7.5"]) assert.equal(shows(book, hidden), false, hidden);
  });
  it("L11 leaders and superiors see who gave what, with means as formulas", () => {
    for (const viewer of ["leader", "superior"] as const) {
      const book = bookFor(viewer);
      const header = book.sheets[1]?.rows.find(({ kind }) => kind === "header")?.cells ?? {};
      assert.equal(header["rater.peer.1"]?.value, "互评\n李四");
      assert.equal(cell(book, "qualitative", "l1", "rater.peer.1")?.value, 8.25);
      assert.match(cell(book, "qualitative", "l1", "mean.peer")?.formula ?? "", /^IF\(COUNT\(/);
    }
  });
  it("L7 only who may set a score has it bound, and a reader has no column for reasons", () => {
    assert.deepEqual(cell(bookFor("owner"), "quantitative", "q1", "score")?.binding, {
      record: "ledger:led_1/q1",
      field: "score",
      revision: 1,
    });
    const reader = bookFor("reader");
    assert.ok(cellsOf(reader).every(({ binding }) => binding === undefined));
    assert.equal(
      reader.sheets[0]?.columns.some(({ key }) => key === "reason"),
      false,
    );
  });
  it("L5 the evidence cell reads 未上传 or 已上传 n 份", () => {
    const book = aLedgerBook();
    assert.equal(cell(book, "quantitative", "q3", "evidence")?.value, "未上传");
    assert.equal(cell(book, "quantitative", "q1", "evidence")?.value, "已上传 1 份");
  });
  it("L11 a class without any score is named as absent", () => {
    const book = aLedgerBook({ ratings: [{ item: "l1", raterClass: "self", rater: "me", score: "9" }] });
    assert.equal(cell(book, "totals", "#absent", "remark")?.value, "互评缺席；领导评缺席");
  });
  it("L12 a veto item is named and stays out of its section's sum", () => {
    const items = [
      anItem({ key: "q1" }),
      anItem({ key: "v1", kind: { kind: "veto" }, maximum: "0" }),
      anItem({ key: "q2" }),
    ];
    const book = aLedgerBook({ template: aTemplate({ sections: [aSection({ items })] }), views: [], ratings: [] });
    assert.ok(book.names.some(({ name }) => name === "否决1"));
    assert.equal(cell(book, "quantitative", "#total:s1", "score")?.formula, "ROUND(ROUND(SUM(K6,K8),9),2)");
    assert.match(cell(book, "totals", "#figure:total", "value")?.formula ?? "", /否决1/);
  });
  it("W1 names are given once, and point into their sheet", () => {
    const book = bookFor("leader");
    const names = book.names.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of book.names) {
      const sheet = book.sheets.find((candidate) => candidate.name === name.sheet);
      const row = sheet?.rows[name.top];
      assert.ok(row?.cells[sheet?.columns[name.left]?.key ?? ""], name.name);
    }
  });
});

describe("records of a ledger", () => {
  it("W2 go into text and back", () => {
    const ledgerId = toId<Parameters<typeof ledgerRecord>[0]>("led_1");
    const itemKey = toId<Parameters<typeof itemRecord>[1]>("q12");
    assert.deepEqual(parseLedgerRecord(itemRecord(ledgerId, itemKey)), { ledgerId, itemKey });
    assert.deepEqual(parseLedgerRecord(ledgerRecord(ledgerId)), { ledgerId, itemKey: null });
    for (const field of ["score", "handling", "reason", "name", "text.task", "rating.peer"]) {
      const parsed = parseLedgerField(field);
      assert.ok(parsed);
      assert.equal(fieldText(parsed), field);
    }
  });
  for (const text of ["", "ledger:", "ledger:a/b/c", "ledger:a b", "person:1", "ledger:led_1/"]) {
    it(`W2 ${JSON.stringify(text)} is no record`, () => {
      assert.equal(parseLedgerRecord(text), undefined);
    });
  }
  for (const text of ["", "text.", "rating.a.b", "total", "text.__proto__ x"]) {
    it(`W2 ${JSON.stringify(text)} is no field`, () => {
      assert.equal(parseLedgerField(text), undefined);
    });
  }
});
