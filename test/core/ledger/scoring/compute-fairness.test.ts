import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { toId, type LedgerId, type PersonId } from "#core/kernel/ids.ts";
import { computeFairness, type FairnessLedger } from "#core/ledger/scoring/compute-fairness.ts";
import { aRating } from "#test/builders/ledger-random.ts";
import { anItem, aQualitativeItem, aSection, aTemplate } from "#test/builders/ledger-template.ts";

const BODY = aTemplate({
  sections: [aSection({ items: [anItem({ key: "q1" }), anItem({ key: "q2" }), anItem({ key: "q3" })] })],
  qualitative: [aQualitativeItem({ key: "l1", maximum: "10" }), aQualitativeItem({ key: "l2", maximum: "20" })],
});

/** The ledger of one owner: what each peer gave as percent for both items, and challenges per item. */
function aLedger(
  owner: string,
  given: Readonly<Record<string, number>>,
  challenges: FairnessLedger["challenges"] = {},
): FairnessLedger {
  const ratings = Object.entries(given).flatMap(([rater, percent]) => [
    aRating("l1", { rater, score: String(percent / 10) }),
    aRating("l2", { rater, score: String(percent / 5) }),
  ]);
  return { ledgerId: toId<LedgerId>(`ledger-${owner}`), ownerPersonId: toId<PersonId>(owner), ratings, challenges };
}

function raterOf(ledgers: readonly FairnessLedger[], personId: string) {
  return computeFairness(BODY, ledgers).raters.find((rater) => rater.personId === personId);
}

describe("fairness report", () => {
  it("L16 shows each rater's mean and spread in percent of the maximum", () => {
    const rater = raterOf([aLedger("A", { C: 80 }), aLedger("B", { C: 90 })], "C");
    assert.deepEqual(rater, {
      personId: "C",
      raterClass: "peer",
      ledgers: 2,
      ratings: 4,
      mean: "85.00",
      spread: "5.00",
      alwaysMaximum: false,
    });
  });

  it("L16 the spread agrees with the definition", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, (percents) => {
        const rater = raterOf(
          percents.map((percent, index) => aLedger(`owner${index}`, { C: percent })),
          "C",
        );
        const mean = percents.reduce((a, b) => a + b, 0) / percents.length;
        const spread = Math.sqrt(
          percents.reduce((total, percent) => total + (percent - mean) ** 2, 0) / percents.length,
        );
        assert.ok(Math.abs(Number(rater?.mean) - mean) <= 0.005 + 1e-9);
        assert.ok(Math.abs(Number(rater?.spread) - spread) <= 0.005 + 1e-9);
      }),
    );
  });

  it("L16 names raters who gave everyone the maximum, once there are two", () => {
    assert.equal(raterOf([aLedger("A", { C: 100 }), aLedger("B", { C: 100 })], "C")?.alwaysMaximum, true);
    assert.equal(raterOf([aLedger("A", { C: 100 }), aLedger("B", { C: 99 })], "C")?.alwaysMaximum, false);
    assert.equal(raterOf([aLedger("A", { C: 100 })], "C")?.alwaysMaximum, false);
  });

  it("L16 finds pairs who scored each other far above the rest", () => {
    const pairsWith = (aGivesB: number, bGivesA: number) =>
      computeFairness(BODY, [
        aLedger("A", { B: bGivesA, C: 70, D: 80 }),
        aLedger("B", { A: aGivesB, C: 60, D: 80 }),
        aLedger("C", { A: 70, B: 70, D: 70 }),
      ]).favouringPairs;
    assert.deepEqual(pairsWith(95, 90), [{ persons: ["A", "B"], above: ["25.00", "15.00"] }]);
    assert.deepEqual(pairsWith(80, 85), [{ persons: ["A", "B"], above: ["10.00", "10.00"] }]);
    assert.deepEqual(pairsWith(79, 90), []);
    assert.deepEqual(pairsWith(95, 84), []);
  });

  it("L16 compares a pair only where at least two others rated", () => {
    assert.deepEqual(
      computeFairness(BODY, [aLedger("A", { B: 100, C: 50 }), aLedger("B", { A: 100, C: 50 })]).favouringPairs,
      [],
    );
  });

  it("L16 leaves out how one sees oneself", () => {
    const own = { ...aLedger("A", {}), ratings: [aRating("l1", { raterClass: "self", rater: "A", score: "10" })] };
    assert.deepEqual(computeFairness(BODY, [own]).raters, []);
  });

  it("L16 lists the items challenged most", () => {
    const report = computeFairness(BODY, [aLedger("A", {}, { q2: 3, q1: 1 }), aLedger("B", {}, { q1: 1, q3: 2 })]);
    assert.deepEqual(report.mostChallenged, [
      { item: "q2", challenges: 3, ledgers: 1 },
      { item: "q1", challenges: 2, ledgers: 2 },
      { item: "q3", challenges: 2, ledgers: 1 },
    ]);
  });
});
