import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { ownPlaces, rankStanding } from "#core/ledger/scoring/rank-standing.ts";

function row(name: string, total: string, voided = false) {
  return { name, total, voided };
}

describe("ranking a standing", () => {
  it("L17 sorts by total, ties share a rank, the next one counts on", () => {
    const ranked = rankStanding([row("丙", "88.00"), row("甲", "95.50"), row("乙", "95.50"), row("丁", "9.99")]);
    assert.deepEqual(
      ranked.map(({ rank, name }) => `${rank} ${name}`),
      ["1 乙", "1 甲", "3 丙", "4 丁"],
    );
  });

  it("L2 a voided ledger leaves the standing", () => {
    assert.deepEqual(
      rankStanding([row("甲", "95.50", true), row("乙", "90.00")]).map(({ rank, name }) => `${rank} ${name}`),
      ["1 乙"],
    );
  });

  it("L17 a negative total comes last, and 100 before 20", () => {
    assert.deepEqual(
      rankStanding([row("甲", "-1.00"), row("乙", "20.00"), row("丙", "100.00")]).map(({ total }) => total),
      ["100.00", "20.00", "-1.00"],
    );
  });

  it("L17 others see their own place and how many there are", () => {
    const ranked = rankStanding([row("甲", "95.50"), row("乙", "90.00"), row("丙", "90.00")]);
    assert.deepEqual(
      ownPlaces(ranked, ({ name }) => name === "丙"),
      { rows: [ranked[1]], of: 3 },
    );
    assert.deepEqual(
      ownPlaces(ranked, () => false),
      { rows: [], of: 3 },
    );
  });

  it("L17 a rank is one more than the number of better ledgers, in whatever order they come", () => {
    const totals = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 40 });
    fc.assert(
      fc.property(totals, (units) => {
        const rows = units.map((unit, index) => row(`单位${index}`, (unit / 4).toFixed(2)));
        const ranked = rankStanding(rows);
        for (const { rank, total } of ranked)
          assert.equal(rank, 1 + units.filter((unit) => unit / 4 > Number(total)).length);
        assert.deepEqual(rankStanding(rows.toReversed()), ranked);
      }),
    );
  });
});
