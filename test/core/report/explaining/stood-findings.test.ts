import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Instant } from "#core/kernel/instant.ts";
import { readChecks } from "#core/report/check/read-checks.ts";
import type { CheckFinding } from "#core/report/check/run-checks.ts";
import { ProblemList } from "#core/report/definition/problem-list.ts";
import { checkVersion } from "#core/report/explaining/check-version.ts";
import { stoodFindings, type CheckExplanation, type StoodFinding } from "#core/report/explaining/stood-findings.ts";

const CHECK = "A-3 需说明 | 2!C1 变动 20% 或 50 | 女党员数变化较大的，应说明";
const ERROR = "D-001 不允许 表2 每列 | 行1 = 行2 | 总计应等于各部分之和";
const HINT = "H-1 提示 | 1!A1 = 0 | 请看一看";
const NOBODY: ReadonlySet<string> = new Set();

function checkOf(text: string) {
  const [check] = readChecks(text, new ProblemList("checks.txt"));
  return check ?? assert.fail(text);
}

function aFinding(text: string, given: Partial<CheckFinding> = {}): CheckFinding {
  return { check: checkOf(text), line: "", left: 30, right: 20, difference: 10, cells: [], ...given };
}

function said(finding: CheckFinding, given: Partial<CheckExplanation> = {}): CheckExplanation {
  const { check, line, left, right } = finding;
  const bound = { check: check.code, version: checkVersion(check), line, left, right };
  return { ...bound, text: "本年新建两个支部", who: "李梅", at: "2026-12-31T01:00:00.000Z" as Instant, ...given };
}

function stand(finding: CheckFinding, given: Partial<Parameters<typeof stoodFindings>[1]> = {}): StoodFinding {
  const all = { explanations: [], lastYears: [], exempt: NOBODY, ...given };
  return stoodFindings([finding], all)[0] ?? assert.fail("no finding");
}

describe("what was said to findings", () => {
  it("R4a an explanation is good for these values; a value that moves asks anew and offers the old text", () => {
    const finding = aFinding(CHECK);
    const explanations = [said(finding)];
    const explained = stand(finding, { explanations });
    assert.deepEqual([explained.explanation?.text, explained.old, explained.open], ["本年新建两个支部", null, false]);
    const moved = stand({ ...finding, left: 31 }, { explanations });
    assert.deepEqual([moved.explanation, moved.old, moved.open], [null, "本年新建两个支部", true]);
    const back = stand(finding, { explanations: [...explanations, said({ ...finding, left: 31 }, { text: "三个" })] });
    assert.equal(back.explanation?.text, "本年新建两个支部");
  });

  it("R4a another test asks anew, other words for the reader do not; another line was never explained", () => {
    const finding = aFinding(CHECK);
    const explanations = [said(finding)];
    const otherTest = aFinding(CHECK.replace("20%", "30%"));
    assert.deepEqual(
      [stand(otherTest, { explanations }).open, stand(otherTest, { explanations }).old !== null],
      [true, true],
    );
    assert.equal(stand(aFinding(CHECK.replace("较大", "很大")), { explanations }).open, false);
    assert.equal(stand(aFinding(CHECK, { line: "C" }), { explanations }).old, null);
  });

  it("R4a last year's text is offered where nothing was said this year", () => {
    const finding = aFinding(CHECK);
    const lastYears = [said({ ...finding, left: 5 }, { text: "上年新建支部" })];
    assert.deepEqual([stand(finding, { lastYears }).old, stand(finding, { lastYears }).open], ["上年新建支部", true]);
    const explanations = [said({ ...finding, left: 6 }, { text: "今年的" })];
    assert.equal(stand(finding, { lastYears, explanations }).old, "今年的");
  });

  it("R4 an error is mended, unless the superior lets the unit explain it; a hint stands in nobody's way", () => {
    const error = aFinding(ERROR, { line: "C" });
    const explanations = [said(error)];
    const exempt: ReadonlySet<string> = new Set(["D-001"]);
    assert.equal(stand(error, { explanations }).open, true);
    assert.equal(stand(error, { exempt }).open, true);
    assert.equal(stand(error, { exempt, explanations }).open, false);
    assert.equal(stand(aFinding(HINT)).open, false);
  });

  it("R4a no explanation is ever taken for other values than its own", () => {
    const number = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number)), number, number, (pairs, left, right) => {
        const finding = aFinding(CHECK, { left, right });
        const explanations = pairs.map(([l, r]) => said({ ...finding, left: l, right: r }));
        const { explanation, open } = stand(finding, { explanations });
        const isSaid = pairs.some(([l, r]) => l === left && r === right);
        assert.equal(explanation !== null, isSaid);
        assert.equal(open, !isSaid);
      }),
    );
  });
});
