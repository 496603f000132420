import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { summarise, type StepOutcome, type Totals } from "./summary.ts";

const step = (name: string, passed: boolean): StepOutcome => ({ name, passed, seconds: 1 });

describe("the last line of a check", () => {
  const cases: readonly (readonly [
    sentence: string,
    steps: readonly StepOutcome[],
    totals: Totals | undefined,
    line: string,
  ])[] = [
    ["counts tests", [step("lint", true), step("tests", true)], { passed: 7, failed: 0 }, "7 passed, 0 failed"],
    ["counts failed tests once", [step("tests", false)], { passed: 7, failed: 2 }, "7 passed, 2 failed"],
    [
      "counts a failed lint",
      [step("lint", false), step("tests", true)],
      { passed: 7, failed: 0 },
      "7 passed, 1 failed",
    ],
    ["counts tests that never started", [step("tests", false)], undefined, "0 passed, 1 failed"],
    ["counts a run that ended badly", [step("tests", false)], { passed: 7, failed: 0 }, "7 passed, 1 failed"],
    ["is not content with no test at all", [step("tests", true)], { passed: 0, failed: 0 }, "0 passed, 1 failed"],
  ];
  for (const [sentence, steps, totals, line] of cases) {
    it(sentence, () => {
      const { lines, passed } = summarise(steps, totals);
      assert.equal(lines.at(-1), line);
      assert.equal(passed, line.endsWith(" 0 failed"));
    });
  }
});
