import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Facts } from "#core/people/person/facts.ts";
import { parseQuestion } from "#core/people/question/parse-question.ts";
import { vocabularyOf } from "#core/people/question/vocabulary.ts";
import { sayWhyNot } from "#core/wording/say-why-not.ts";
import { shippedCatalogue } from "#test/builders/field-catalogue.ts";

const VOCABULARY = vocabularyOf(shippedCatalogue, "person");
const DAY = "2025-12-31";
const codeList = (name: string) => shippedCatalogue.codeList(name);

function said(question: string, facts: Facts, language: "zh" | "en" = "zh"): string {
  const read = parseQuestion(question, VOCABULARY);
  assert.ok(read.ok, question);
  return sayWhyNot({ kind: "condition", failing: read.value, facts }, { codeList, day: DAY, language });
}

describe("why a record is not counted in the other cell", () => {
  it("R5a a day is told against the day it should keep to", () => {
    assert.equal(
      said("岗位开始日期 <= 2025-12-31", { occupationFrom: "2026-01-05" }),
      "岗位开始日期 2026-01-05，晚于 2025-12-31",
    );
    assert.match(
      said("岗位开始日期 >= 2025-01-01", { occupationFrom: "2024-01-05" }, "en"),
      /2024-01-05, before 2025-01-01$/u,
    );
    assert.equal(said("年龄 <= 35", { age: "40" }), "年龄 40，大于 35");
  });

  it("R5a codes are told by their names, an empty field with what it should be", () => {
    assert.equal(said("性别 = 女", { sex: "1" }), "性别 男，不属于：女");
    assert.equal(said("性别 = 女", {}), "性别为空，应为 女");
    assert.match(said("性别 = 女", { sex: "1" }, "en"), /is none of: /u);
    assert.equal(said("工作岗位 不为空", {}), "工作岗位为空");
    assert.match(said("工作岗位 为空", { occupation: "50" }), /^工作岗位不为空（学生）$/u);
  });

  it("R5a what has no words of its own is told as the rule is written, with what the record says", () => {
    assert.match(said("性别 = 女 或 年龄 > 60", { sex: "1", age: "40" }), /^不符合“性别 = 女 或 年龄 > 60”（1、40）$/u);
    assert.match(said("性别 = 女 或 年龄 > 60", { sex: "1" }, "en"), /^does not meet ".* or .*" \(1, empty\)$/u);
    const options = { codeList, day: DAY };
    assert.equal(sayWhyNot({ kind: "other-unit" }, { ...options, language: "zh" }), "在其他党组织统计");
    assert.equal(sayWhyNot({ kind: "not-among" }, { ...options, language: "en" }), "not among the records counted");
  });
});
