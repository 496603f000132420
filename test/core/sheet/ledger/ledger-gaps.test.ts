import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compareLedgers } from "#core/sheet/ledger/compare-ledgers.ts";
import { ledgerGaps } from "#core/sheet/ledger/ledger-gaps.ts";
import type { ItemView, LedgerView } from "#core/sheet/ledger/ledger-view.ts";
import { anItem, aSection, aTemplate } from "#test/builders/ledger-template.ts";
import { aLedgerView } from "#test/builders/sheet-ledger-view.ts";

const template = aTemplate({
  sections: [
    aSection({
      items: [
        anItem({ key: "q1", number: "1.1" }),
        anItem({ key: "q2", number: "1.2" }),
        anItem({ key: "bonus", number: "1.3", kind: { kind: "bonus", cap: "5" } }),
      ],
    }),
  ],
});

function withItem(view: LedgerView, key: string, change: (item: ItemView) => Partial<ItemView>): LedgerView {
  return { ...view, items: view.items.map((item) => (item.key === key ? { ...item, ...change(item) } : item)) };
}

const shown = (view: LedgerView) => ledgerGaps(view).map(({ code, cell }) => `${code} ${cell.row} ${cell.column}`);

describe("what a ledger still lacks", () => {
  const nothing = aLedgerView({ template });
  const empty = withItem(
    withItem(nothing, "q1", (item) => ({ state: { ...item.state, evidence: 0, entries: [] } })),
    "q2",
    (item) => ({ state: { ...item.state, evidence: 1, entries: [] } }),
  );

  it("L6 is the owner's evidence and score; nobody owes a bonus", () => {
    assert.deepEqual(shown(empty), ["evidence-missing q1 evidence", "score-missing q2 score"]);
  });

  it("is nothing of a reader's", () => {
    assert.deepEqual(shown({ ...empty, viewer: "reader" }), []);
  });

  it("L8 L9 begins with the disputes that wait for the viewer", () => {
    const disputed = (status: "challenged" | "escalated") =>
      withItem(aLedgerView({ template, scores: { q1: "3", q2: "4" } }), "q1", (item) => ({
        handling: ["接受"],
        state: { ...item.state, entries: item.state.entries.map((entry) => ({ ...entry, status })) },
      }));
    assert.equal(shown(disputed("challenged"))[0], "answer-owed q1 handling");
    assert.equal(shown({ ...disputed("escalated"), viewer: "leader" })[0], "answer-owed q1 handling");
    assert.deepEqual(shown({ ...disputed("challenged"), viewer: "leader" }), []);
  });

  it("L11 tells a rater what he has not rated", () => {
    const view = aLedgerView({ viewer: "peer", ratesAs: "peer" });
    assert.ok(shown(view).every((gap) => /^rating-owed \w+ rating\.peer$/.test(gap)) && shown(view).length > 0);
  });
});

describe("comparing two years", () => {
  it("goes item by item and marks what differs; what only one has stands last or lacks a side", () => {
    const then = aLedgerView({ template, scores: { q1: "3", q2: "4" } });
    const fewer = aTemplate({ sections: [aSection({ items: [anItem({ key: "q1", number: "1.1" })] })] });
    const now = aLedgerView({ template: fewer, scores: { q1: "5" } });
    const compared = compareLedgers(now, then);
    assert.deepEqual(
      compared.map(({ key, differs, now: a, then: b }) => [key, differs, a?.score ?? "-", b?.score ?? "-"]),
      [
        ["q1", true, "5", "3"],
        ["q2", true, "-", "4"],
        ["bonus", true, "-", "-"],
      ],
    );
    assert.ok(compareLedgers(then, then).every(({ differs }) => !differs));
  });
});
