import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import type { ItemKey } from "#core/kernel/ids.ts";
import { add, compare, rational, toText } from "#core/kernel/rational.ts";
import { computeTotals } from "#core/ledger/scoring/compute-totals.ts";
import type { ScoringPolicy } from "#core/ledger/policy.ts";
import type { Rating } from "#core/ledger/scoring/rating.ts";
import { aRating, arbitraryDecimal, arbitraryLedger, type RandomLedger } from "#test/builders/ledger-random.ts";
import { anItem, anItemKey, aQualitativeItem, aSection, aTemplate } from "#test/builders/ledger-template.ts";
import { oracleTotals } from "../totals-oracle.ts";

function scoresOf(scores: Readonly<Record<string, string | null>>): ReadonlyMap<ItemKey, string | null> {
  return new Map(Object.entries(scores).map(([key, score]) => [anItemKey(key), score]));
}

const NO_SCORES = scoresOf({});

/** One class after the other: {self: ["5"], peer: ["5"]}. */
function ratingsOf(item: string, given: Readonly<Record<string, readonly string[]>>): readonly Rating[] {
  return Object.entries(given).flatMap(([raterClass, scores]) =>
    scores.map((score, index) => aRating(item, { raterClass, rater: `${raterClass}${index}`, score })),
  );
}

/** Two qualitative items of 10 each, half of the weight for peers, half for teachers, scaled to 80. */
const OF_EIGHTY: Partial<ScoringPolicy> = {
  quantitativeWeight: "0",
  qualitativeWeight: "1",
  classes: [
    { code: "peer", name: "互评", weight: "0.5" },
    { code: "teachers", name: "教师", weight: "0.5" },
  ],
  base: "80",
  scale: "to-base",
};

describe("totals", () => {
  describe("worked numbers of real schemes", () => {
    const body = aTemplate({
      sections: [],
      qualitative: [aQualitativeItem({ key: "l1" }), aQualitativeItem({ key: "l2" })],
      policy: OF_EIGHTY,
    });
    const peer = [...ratingsOf("l1", { peer: ["6"] }), ...ratingsOf("l2", { peer: ["7"] })];
    const teachers = [...ratingsOf("l1", { teachers: ["1"] }), ...ratingsOf("l2", { teachers: ["2"] })];

    it("L13 peers' 6 and 7 of 20 together give 52 of 80", () =>
      assert.equal(computeTotals(body, NO_SCORES, peer).total, "52.00"));
    it("L13 the teacher's 1 and 2 give 12", () =>
      assert.equal(computeTotals(body, NO_SCORES, teachers).total, "12.00"));
    it("L13 the mean of both is 32", () =>
      assert.equal(computeTotals(body, NO_SCORES, [...peer, ...teachers]).total, "32.00"));

    it("L11 self 5, peer 5, leader absent gives 5, not 3.33", () => {
      const thirds = aTemplate({
        policy: {
          classes: [
            { code: "self", name: "自评", weight: "0.3333" },
            { code: "peer", name: "互评", weight: "0.3333" },
            { code: "leader", name: "领导评", weight: "0.3334" },
          ],
        },
      });
      const totals = computeTotals(thirds, NO_SCORES, ratingsOf("l1", { self: ["5"], peer: ["5"] }));
      assert.equal(totals.qualitativeItems[0]?.score, "5.00");
      assert.deepEqual(totals.absentClasses, ["leader"]);
      assert.deepEqual(totals.qualitativeItems[0].means, { self: "5.00", peer: "5.00" });
    });

    it("L12 half-open bands: 120 is excellent, 119.99 good", () => {
      const grades = [
        { name: "优秀", from: "120" },
        { name: "良好", from: "100" },
        { name: "一般", from: "80" },
        { name: "较差", from: null },
      ];
      const scheme = aTemplate({
        sections: [aSection({ items: [anItem({ maximum: "150" })] })],
        qualitative: [],
        policy: { quantitativeWeight: "1", qualitativeWeight: "0", base: "150", grades },
      });
      const gradeOf = (score: string) => computeTotals(scheme, scoresOf({ q1: score }), []).grade;
      assert.deepEqual(["150", "120", "119.99", "100", "99.99", "80", "79.99", "0"].map(gradeOf), [
        "优秀",
        "优秀",
        "良好",
        "良好",
        "一般",
        "一般",
        "较差",
        "较差",
      ]);
    });

    it("L13 five blocks of 100 each count 20 %", () => {
      const weights = ["0.2", "0.2", "0.2", "0.2", "0.2"];
      const sections = weights.map((weight, index) =>
        aSection({ key: `s${index}`, weight, items: [anItem({ key: `q${index}`, maximum: "100" })] }),
      );
      const scheme = aTemplate({
        sections,
        qualitative: [],
        policy: { quantitativeWeight: "1", qualitativeWeight: "0" },
      });
      const totals = computeTotals(scheme, scoresOf({ q0: "100", q1: "95", q2: "80", q3: "75.5", q4: null }), []);
      assert.equal(totals.quantitativeSum, "70.10");
      assert.deepEqual(
        totals.sections.map(({ subtotal }) => subtotal),
        ["100.00", "95.00", "80.00", "75.50", "0.00"],
      );
    });
  });

  it("L13 the sum of both halves, each with its weight", () => {
    const totals = computeTotals(
      aTemplate(),
      scoresOf({ q1: "8.5" }),
      ratingsOf("l1", { self: ["10"], peer: ["8", "9"], leader: ["7"] }),
    );
    // 10 x 0.2 + 8.5 x 0.3 + 7 x 0.5 = 8.05; 8.5 x 0.7 = 5.95; 8.05 x 0.3 = 2.415
    assert.equal(totals.quantitative, "5.95");
    assert.equal(totals.qualitativeItems[0]?.score, "8.05");
    assert.equal(totals.qualitative, "2.42");
    assert.equal(totals.total, "8.37");
    assert.equal(totals.grade, null);
    assert.deepEqual(totals.items, { q1: "8.50" });
  });

  it("L12 a trimmed mean drops one highest and one lowest from five raters on", () => {
    const meanOf = (...scores: string[]) =>
      computeTotals(aTemplate({ policy: { combine: "trimmed-mean" } }), NO_SCORES, ratingsOf("l1", { peer: scores }))
        .qualitativeItems[0]?.means["peer"];
    assert.equal(meanOf("0", "8", "8", "9"), "6.25");
    assert.equal(meanOf("0", "8", "8", "9", "10"), "8.33");
    assert.equal(meanOf("10", "10", "10", "10", "0", "0"), "7.50");
  });

  it("L12 a bonus comes on top, also over the base", () => {
    const items = [
      anItem({ key: "q1", maximum: "100" }),
      anItem({ key: "q2", maximum: "0", kind: { kind: "bonus", cap: null } }),
    ];
    const body = aTemplate({
      sections: [aSection({ items })],
      qualitative: [],
      policy: { quantitativeWeight: "1", qualitativeWeight: "0", scale: "to-base" },
    });
    assert.equal(computeTotals(body, scoresOf({ q1: "98", q2: "12.5" }), []).total, "110.50");
  });

  it("L12 a floor keeps the total from falling below it", () => {
    const items = [anItem({ maximum: "4", kind: { kind: "deduction", perEvent: null, floor: "-20" } })];
    const policy = { quantitativeWeight: "1", qualitativeWeight: "0" };
    const totalWith = (floor: string | null) =>
      computeTotals(
        aTemplate({ sections: [aSection({ items })], qualitative: [], policy: { ...policy, floor } }),
        scoresOf({ q1: "-7.5" }),
        [],
      ).total;
    assert.deepEqual([totalWith(null), totalWith("0"), totalWith("-5")], ["-7.50", "0.00", "-5.00"]);
  });

  it("L12 a veto makes the total zero or the grade the lowest, and adds nothing itself", () => {
    const items = [anItem({ key: "q1", maximum: "100" }), anItem({ key: "v1", maximum: "0", kind: { kind: "veto" } })];
    const grades = [
      { name: "合格", from: "60" },
      { name: "不合格", from: null },
    ];
    const totalsWith = (veto: "total-zero" | "lowest-grade", fact: string) =>
      computeTotals(
        aTemplate({
          sections: [aSection({ items })],
          qualitative: [],
          policy: { quantitativeWeight: "1", qualitativeWeight: "0", veto, grades },
        }),
        scoresOf({ q1: "90", v1: fact }),
        [],
      );
    assert.deepEqual([totalsWith("total-zero", "0").total, totalsWith("total-zero", "0").grade], ["90.00", "合格"]);
    assert.deepEqual([totalsWith("total-zero", "1").total, totalsWith("total-zero", "1").grade], ["0.00", "不合格"]);
    assert.deepEqual(
      [totalsWith("lowest-grade", "1").total, totalsWith("lowest-grade", "1").grade],
      ["90.00", "不合格"],
    );
    assert.deepEqual(totalsWith("lowest-grade", "1").vetoes, ["v1"]);
  });

  it("L11 an item nobody rated has no figure and counts 0", () => {
    const totals = computeTotals(aTemplate(), NO_SCORES, []);
    assert.deepEqual(totals.qualitativeItems, [{ key: "l1", means: {}, score: null }]);
    assert.equal(totals.total, "0.00");
    assert.deepEqual(totals.absentClasses, ["self", "peer", "leader"]);
  });

  it("throws on a rating that the template does not ask for", () => {
    assert.throws(() => computeTotals(aTemplate(), NO_SCORES, [aRating("l9")]), /no rating of l9/);
    assert.throws(
      () => computeTotals(aTemplate(), NO_SCORES, [aRating("l1", { raterClass: "students" })]),
      /by students/,
    );
  });

  it("L13 agrees with an oracle written from the rules, for any policy and any ledger", () => {
    fc.assert(
      fc.property(arbitraryLedger(), ({ body, scores, ratings }) => {
        const { items: _, absentClasses: __, ...figures } = computeTotals(body, scores, ratings);
        assert.deepEqual(figures, oracleTotals(body, scores, ratings));
      }),
      { numRuns: 2000 },
    );
  });

  it("L13 a better score or rating never lowers the total", () => {
    fc.assert(
      fc.property(arbitraryLedger(), fc.nat(), arbitraryDecimal(0, 5, 0), (ledger, pick, more) => {
        const before = totalOf(ledger);
        const item = ledger.body.sections
          .flatMap((section) => section.items)
          .filter(({ kind }) => kind.kind !== "veto")[pick % 3];
        if (item) {
          const raised = new Map(ledger.scores).set(item.key, raisedBy(ledger.scores.get(item.key) ?? "0", more));
          assert.ok(compare(totalOf({ ...ledger, scores: raised }), before) >= 0);
        }
        const index = pick % Math.max(1, ledger.ratings.length);
        const ratings = ledger.ratings.map((rating, at) =>
          at === index ? { ...rating, score: raisedBy(rating.score, more) } : rating,
        );
        assert.ok(compare(totalOf({ ...ledger, ratings }), before) >= 0);
      }),
      { numRuns: 500 },
    );
  });

  it("L11 withholding one's own ratings of others never raises one's own total", () => {
    const withheld = fc.array(fc.boolean(), { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(arbitraryLedger(), withheld, ({ body, scores, ratings }, keep) => {
        // An office of three: everybody has the same template, every rating is given by a person about somebody's ledger.
        const people = ["A", "B", "C"];
        const given = ratings.flatMap((rating, index) =>
          people
            .filter((owner) => owner !== people[index % 3])
            .map((owner) => ({ ...rating, owner, rater: people[index % 3] })),
        );
        const withholding = given.filter(({ rater }, index) => rater !== "A" || (keep[index % 200] ?? true));
        const totalOfA = (all: typeof given) =>
          totalOf({ body, scores, ratings: all.filter(({ owner }) => owner === "A") });
        assert.ok(compare(totalOfA(withholding), totalOfA(given)) <= 0);
      }),
      { numRuns: 300 },
    );
  });

  it("L12 the order in which ratings arrive does not matter", () => {
    fc.assert(
      fc.property(arbitraryLedger(), (ledger) => {
        const reversed = { ...ledger, ratings: ledger.ratings.toReversed() };
        assert.deepEqual(
          computeTotals(ledger.body, ledger.scores, reversed.ratings),
          computeTotals(ledger.body, ledger.scores, ledger.ratings),
        );
      }),
      { numRuns: 200 },
    );
  });
});

function raisedBy(score: string, more: string): string {
  return toText(add(rational(score), rational(more)));
}

function totalOf({ body, scores, ratings }: RandomLedger) {
  return rational(computeTotals(body, scores, ratings).total);
}
