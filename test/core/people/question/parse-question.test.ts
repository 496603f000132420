import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { predicateOf } from "#core/people/question/answer.ts";
import { parseQuestion } from "#core/people/question/parse-question.ts";
import { vocabularyOf } from "#core/people/question/vocabulary.ts";
import { shippedCatalogue as catalogue } from "#test/builders/field-catalogue.ts";

const people = vocabularyOf(catalogue, "person");
const day = "2026-12-31" as Day;

function holds(question: string, facts: Facts): boolean {
  const condition = parseQuestion(question, people);
  assert.ok(condition.ok, `${question}: ${JSON.stringify(condition)}`);
  return predicateOf(condition.value)({ facts, day });
}

/** "problem@place" of a question that cannot be read. */
function problemOf(question: string): string {
  const condition = parseQuestion(question, people);
  assert.ok(!condition.ok, question);
  return `${condition.refusal.problem}@${String(condition.refusal.at)}`;
}

const her: Facts = {
  name: "李娜",
  sex: "2",
  age: "35",
  education: "14",
  ethnic: "03",
  student: "0",
  occupation: "13",
  joinedOn: "2015-06-01",
  convertedOn: "2016-06-01",
  workStart: "2014-07",
  duesBase: "9800.00",
  stage: "full",
  hardship: "0",
  "appraisal.2026": "1",
};

describe("question", () => {
  it("M22 reads the questions officers ask", () => {
    const cases: readonly (readonly [string, boolean])[] = [
      ["性别 = 女 且 年龄 <= 35 且 学历 in (研究生, 大学本科)", true],
      ["性别 = 男 或 年龄 < 30", false],
      ["民族 = 少数民族", true],
      ["民族 属于（汉族、回族）", true],
      ["民族 不属于 (汉族)", true],
      ["非 (学生) 且 岗位 = 专业技术人员", true],
      ["学生", false],
      ["学生 = 否", true],
      ["困难情况 = 不困难", true],
      ["困难情况 != 不困难", false],
      ["入党日期 在 2010 至 2015", true],
      ["入党日期 = 2015-06", true],
      ["入党日期 between 2015-06-01 and 2015-06-01", true],
      ["转正日期 >= 入党日期 + 12个月", true],
      ["转正日期 >= 入党日期 + 12 个月", true],
      ["转正日期 > 入党日期 + 1年", false],
      ["入党日期 <= 今天 - 365天", true],
      ["入党日期 > 期末", false],
      ["党费基数 > 9799.5 且 党费基数 < 10000", true],
      ["人员类别 = 全体党员", true],
      ["姓名 包含 娜", true],
      ['姓名 = "李娜"', true],
      ["离开日期 为空", true],
      ["离开日期 不为空", false],
      ["手机 empty or mobile filled", true],
      ["appraisal.2026 = 优秀", true],
      ["民主评议结果2026 = 优秀", true],
      ["民主评议结果.2026年 in (合格)", false],
      ["出国（境） 或 sex = female", true],
      ["参加工作时间 < 2014-08", true],
      ["不 (性别 = 女)", false],
      ["民族 not in (汉族)", true],
      ["人员类别 不属于 (发展中人员)", true],
      ["岗位开始日期 为空 且 年龄 = age", true],
      ["入党日期 in (2014, 2015)", true],
      ["", true],
    ];
    for (const [question, expected] of cases) {
      assert.equal(holds(question, her), expected, question);
    }
  });

  it("M22 says what it does not understand, and where", () => {
    assert.equal(problemOf("性别 = 蓝"), "unknown-value@5");
    assert.equal(problemOf("性别=女且年龄<=35"), "unknown-value@3");
    assert.equal(problemOf("星座 = 女"), "unknown-field@0");
    assert.equal(problemOf("性别 女"), "comparison-expected@3");
    assert.equal(problemOf("性别 = 女 年龄 > 3"), "and-or-expected@7");
    assert.equal(problemOf("(性别 = 女"), "bracket-missing@7");
    assert.equal(problemOf("性别 = 女)"), "bracket-open@6");
    assert.equal(problemOf("性别 in 女"), "bracket-missing@6");
    assert.equal(problemOf("性别 > 女"), "no-order@5");
    assert.equal(problemOf("年龄 > 今天"), "unknown-value@5");
    assert.equal(problemOf("年龄 >"), "value-expected@4");
    assert.equal(problemOf("年龄 不 大于 34"), "comparison-expected@5");
    assert.equal(problemOf("姓名 包含"), "value-expected@5");
    assert.equal(problemOf("性别 在 1 至 2"), "no-order@5");
    assert.equal(problemOf("年龄 在 1 或 2"), "value-expected@7");
    assert.equal(problemOf("民主评议结果 = 优秀"), "year-needed@0");
    assert.equal(problemOf('姓名 = "李'), "quote-open@5");
    assert.equal(problemOf("入党日期 > 入党日期 + 半年"), "value-expected@14");
    assert.equal(problemOf("性别 = 女 且"), "field-expected@8");
    assert.equal(problemOf(`${"非 ".repeat(60)}学生`), "too-deep@82");
    assert.equal(problemOf("学生 或 ".repeat(1000)), "too-long@4000");
  });

  it("M22 never throws, whatever is typed", () => {
    const words = fc.constantFrom(
      "性别",
      "=",
      "女",
      "且",
      "或",
      "非",
      "(",
      ")",
      "in",
      ",",
      "年龄",
      "35",
      "+",
      "-",
      "今天",
      '"',
      "出国（境）",
      "为空",
      "2026",
      "&",
      "|",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((all) => all.join(" ")),
          fc.array(words).map((all) => all.join("")),
        ),
        (text) => {
          const condition = parseQuestion(text, people);
          if (condition.ok) predicateOf(condition.value)({ facts: her, day });
          else assert.ok(condition.refusal.at <= text.length);
        },
      ),
    );
  });

  it("M22 an empty field is equal to nothing, neither earlier nor later", () => {
    for (const [question, expected] of [
      ["入党日期 < 2026-01-01", false],
      ["入党日期 >= 1900-01-01", false],
      ["入党日期 = 2015", false],
      ["入党日期 != 2015", true],
      ["性别 = 女", false],
      ["性别 != 女", true],
      ["年龄 <= 35", false],
    ] as const) {
      assert.equal(holds(question, {}), expected, question);
    }
  });

  it("M22 and, or, not follow logic on every combination", () => {
    const tests = ["sex = 1", "age > 30", "student", "education in (研究生)"];
    const question: fc.Arbitrary<{ text: string; holds: (values: readonly boolean[]) => boolean }> = fc.letrec<{
      q: { text: string; holds: (values: readonly boolean[]) => boolean };
    }>((tie) => ({
      q: fc.oneof(
        { maxDepth: 4 },
        fc.nat(3).map((index) => ({
          text: tests[index] ?? "",
          holds: (values: readonly boolean[]) => values[index] ?? false,
        })),
        fc.tuple(tie("q"), tie("q"), fc.boolean()).map(([a, b, isAnd]) => ({
          text: `(${a.text}) ${isAnd ? "且" : "or"} (${b.text})`,
          holds: (values: readonly boolean[]) =>
            isAnd ? a.holds(values) && b.holds(values) : a.holds(values) || b.holds(values),
        })),
        tie("q").map((a) => ({ text: `非 (${a.text})`, holds: (values: readonly boolean[]) => !a.holds(values) })),
      ),
    })).q;
    const facts = fc.record({
      sex: fc.constantFrom("1", "2", ""),
      age: fc.integer({ min: 18, max: 60 }).map(String),
      student: fc.constantFrom("0", "1", ""),
      education: fc.constantFrom("14", "21", ""),
    });
    fc.assert(
      fc.property(question, facts, (asked, given) => {
        const values = [given.sex === "1", Number(given.age) > 30, given.student === "1", given.education === "14"];
        assert.equal(holds(asked.text, given), asked.holds(values), asked.text);
      }),
    );
  });
});
