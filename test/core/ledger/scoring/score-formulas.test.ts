import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { computeTotals } from "#core/ledger/scoring/compute-totals.ts";
import type { LedgerTotals } from "#core/ledger/scoring/totals.ts";
import { arbitraryLedger, SMALL, type RandomLedger } from "#test/builders/ledger-random.ts";
import { calculate } from "../calculate-formulas.ts";
import { formulasOf, type LedgerFormulas } from "../lay-out-ledger.ts";

/** Figures as the sheet shows them, next to the service's, each under a name. */
function differences(
  laidOut: LedgerFormulas,
  totals: LedgerTotals,
  cells: ReadonlyMap<string, unknown>,
): readonly string[] {
  return laidOut.figures.flatMap(({ address, figure }) => {
    const expected = figure(totals);
    const found = cells.get(address);
    // A figure's double must be the very one nearest to the service's decimal; -0 and 0 show alike.
    const same =
      typeof expected === "number" ? found === expected || (found === 0 && expected === 0) : (found ?? "") === expected;
    return same ? [] : [`${address}: sheet ${String(found)}, service ${String(expected)}`];
  });
}

function sample(numRuns: number, seed: number): readonly RandomLedger[] {
  return fc.sample(arbitraryLedger(SMALL), { numRuns, seed });
}

async function compareAll(
  ledgers: readonly RandomLedger[],
  change: (formula: string) => string = (formula) => formula,
): Promise<readonly string[]> {
  const laidOut = ledgers.map((ledger, index) => formulasOf(ledger, `L${index}`));
  const cells = await calculate(
    laidOut.map(({ sheet, cells: own }) => ({
      sheet,
      cells: own.map((cell) => (cell.formula === undefined ? cell : { ...cell, formula: change(cell.formula) })),
    })),
  );
  return ledgers.flatMap(({ body, scores, ratings }, index) => {
    const own = laidOut[index]!;
    return differences(own, computeTotals(body, scores, ratings), cells.get(own.sheet)!);
  });
}

describe("score formulas", () => {
  it("L13 sheet and service agree to the last digit, for thousands of random ledgers and policies", async function () {
    this.timeout(240_000);
    for (let batch = 0; batch < 5; batch += 1) {
      assert.deepEqual(await compareAll(sample(400, 20_261_121 + batch)), []);
    }
  });

  const mutations: readonly (readonly [name: string, change: (formula: string) => string])[] = [
    [
      "a half comes out a hair too low",
      (formula) => formula.replaceAll(/ROUND\(ROUND\((.*),9\),(\d)\)/g, "ROUND($1-0.0000000001,$2)"),
    ],
    ["a figure is not rounded", (formula) => formula.replaceAll(/ROUND\(ROUND\((.*),9\),\d\)/g, "ROUND($1,9)")],
    [
      "missing counts as zero",
      (formula) =>
        formula
          .replaceAll(/IF\(ISNUMBER\((\w+)\),\w+\*(\w+),0\)/g, "N($1)*$2")
          .replaceAll(/IF\(ISNUMBER\(\w+\),(\w+),0\)/g, "$1"),
    ],
    ["trimming begins at six raters", (formula) => formula.replaceAll(">=5,", ">=6,")],
    ["the highest score is not dropped", (formula) => formula.replaceAll(/-MAX\([^)]*\)/g, "")],
    ["a grade's bound is exclusive", (formula) => formula.replaceAll(/(IF\([A-Z]+\d+)>=(\d+,"第)/g, "$1>$2")],
    ["the floor is forgotten", (formula) => formula.replaceAll(/^MAX\((.*),\d+\)$/g, "$1")],
    ["a veto is forgotten", (formula) => formula.replaceAll(/IF\(SUM\([^)]*\)>0,/g, "IF(1=0,")],
  ];
  for (const [name, change] of mutations) {
    it(`L13 the comparison notices when ${name}`, async function () {
      this.timeout(240_000);
      const found = await compareAll(sample(100, 7), change);
      assert.ok(found.length > 0);
      // It is a wrong figure that is noticed, not a formula that the change broke.
      assert.deepEqual(
        found.filter((difference) => difference.includes("#")),
        [],
      );
    });
  }
});
