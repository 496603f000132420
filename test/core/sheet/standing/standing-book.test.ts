import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { toId, type ItemKey, type PersonId } from "#core/kernel/ids.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { fairnessBook } from "#core/sheet/standing/fairness-book.ts";
import { standingBook } from "#core/sheet/standing/standing-book.ts";
import type { StandingView, StandingViewRow } from "#core/sheet/standing/standing-view.ts";
import { STANDING_WORDS_ZH } from "#core/sheet/standing/standing-words.ts";
import { aReading } from "#test/builders/sheet-reading.ts";

const ISSUE = { service: "s", definition: "d", change: 1, issuedAt: "2026-12-31T08:00:00.000Z", issuedTo: "组织部" };

function aRow(ledgerId: string, rank: number): StandingViewRow {
  return {
    ledgerId,
    rank,
    ownerName: `支部 ${ledgerId}`,
    unitName: "机关党总支",
    quantitative: "60.50",
    qualitative: "20.25",
    total: "80.75",
    grade: "优秀",
    challenges: 2,
    complete: 12,
    items: 20,
    link: null,
  };
}

function aStanding(change: Partial<StandingView> = {}): StandingView {
  return {
    issue: ISSUE,
    subject: "2026/branch/tpl/u1",
    scopeName: "机关党总支",
    templateName: "党支部台账",
    year: 2026,
    decimals: 2,
    totalIsSum: true,
    view: "whole",
    of: 2,
    rows: [aRow("a", 1), aRow("b", 1)],
    ...change,
  };
}

function cellOf(view: StandingView, row: string, column: string) {
  return standingBook(view, STANDING_WORDS_ZH).sheets[0]?.rows.find(({ key }) => key === row)?.cells[column];
}

describe("a standing as a sheet", () => {
  it("L17 computes totals and ranks with ordinary formulas", () => {
    assert.equal(cellOf(aStanding(), "a", "total")?.formula, "ROUND(ROUND(E5+F5,9),2)");
    assert.equal(cellOf(aStanding(), "b", "rank")?.formula, "RANK(G6,全部总分,0)");
    assert.equal(cellOf(aStanding(), "b", "rank")?.value, 1);
  });
  it("L17 shows the service's total where a veto or a floor may move it", () => {
    const total = cellOf(aStanding({ totalIsSum: false }), "a", "total");
    assert.deepEqual([total?.formula, total?.value], [undefined, 80.75]);
  });
  it("L17 one's own place alone is a value: the others are not there to count", () => {
    const view = aStanding({ view: "own", rows: [aRow("b", 7)], of: 12 });
    assert.deepEqual([cellOf(view, "b", "rank")?.formula, cellOf(view, "b", "rank")?.value], [undefined, 7]);
  });
  it("L17 an empty standing is a sheet with a header", () => {
    assert.deepEqual(standingBook(aStanding({ rows: [], of: 0 }), STANDING_WORDS_ZH).names, []);
  });
  it("W2a nothing in it can be sent back", () => {
    const book = standingBook(aStanding(), STANDING_WORDS_ZH);
    assert.deepEqual(diffBook(snapshotOfBook(book), aReading(book)), { edits: [], problems: [], stopped: false });
  });
});

describe("a fairness report as sheets", () => {
  it("L16 names raters, pairs and items", () => {
    const [a, b] = [toId<PersonId>("p1"), toId<PersonId>("p2")];
    const rater = {
      personId: a,
      raterClass: "peer",
      ledgers: 3,
      ratings: 12,
      mean: "98.50",
      spread: "0.00",
      alwaysMaximum: true,
    };
    const report = {
      raters: [rater],
      favouringPairs: [{ persons: [a, b], above: ["12.00", "15.50"] } as const],
      mostChallenged: [{ item: toId<ItemKey>("q1"), challenges: 4, ledgers: 2 }],
    };
    const names = new Map([
      ["p1", "张三"],
      ["p2", "李四"],
    ]);
    const book = fairnessBook(
      {
        ...aStanding(),
        report,
        nameOf: (id) => names.get(id) ?? "",
        classNameOf: () => "互评",
        itemOf: () => ({ number: "1.1", task: "党员大会" }),
      },
      STANDING_WORDS_ZH,
    );
    const data = book.sheets.map((sheet) =>
      sheet.rows
        .filter(({ kind }) => kind === "data")
        .map(({ cells }) => Object.values(cells).map(({ value }) => value)),
    );
    assert.deepEqual(data, [
      [["张三", "互评", 3, 12, 98.5, 0, "是"]],
      [["张三", "李四", 12, 15.5]],
      [["1.1", "党员大会", 4, 2]],
    ]);
  });
});
