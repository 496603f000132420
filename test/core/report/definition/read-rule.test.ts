import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readRule } from "#core/report/definition/read-rule.ts";
import type { Rule } from "#core/report/definition/report-definition.ts";

function ruleOf(text: string): Rule {
  const rule = readRule(text);
  assert.ok(rule.ok, text);
  return rule.value;
}

function problemOf(text: string): string {
  const rule = readRule(text);
  assert.ok(!rule.ok, text);
  return rule.refusal.problem;
}

describe("rule of a row, column or cell", () => {
  it("R1 counts who meets a condition, of what the table or the rule says", () => {
    assert.deepEqual(ruleOf("全部"), { kind: "count", population: null, where: "" });
    assert.deepEqual(ruleOf(" 性别 = 女 "), { kind: "count", population: null, where: "性别 = 女" });
    assert.deepEqual(ruleOf("[组织] 全部"), { kind: "count", population: "units", where: "" });
    const words = ["人员", "期初", "变动", "离开", "处分", "表彰", "转正", "组织"];
    const names = words.map((word) => {
      const rule = ruleOf(`[${word}] 全部`);
      return rule.kind === "count" ? rule.population : rule.kind;
    });
    const all = ["people", "opening", "movements", "leavings", "penalties", "awards", "conversions", "units"];
    assert.deepEqual(names, all);
  });

  it("R1 adds up a field, of all or of some", () => {
    assert.deepEqual(ruleOf("求和 在岗职工数"), { kind: "sum", population: null, field: "在岗职工数", where: "" });
    assert.deepEqual(ruleOf("[组织] 求和 在岗职工数 其中 单位性质 = 机关"), {
      ...{ kind: "sum", population: "units", field: "在岗职工数" },
      where: "单位性质 = 机关",
    });
  });

  it("R1 is a formula, filled in by hand with a reason, or no cell at all", () => {
    const formula = ruleOf("= 行3 + 行5");
    assert.equal(formula.kind === "formula" && formula.text, "行3 + 行5");
    assert.deepEqual(ruleOf("手填：没有来源"), { kind: "manual", why: "没有来源" });
    assert.deepEqual(ruleOf("手填: 没有来源"), { kind: "manual", why: "没有来源" });
    assert.deepEqual(ruleOf("空"), { kind: "none" });
  });

  it("R3 refuses a manual cell that does not say why", () => {
    for (const text of ["手填", "手填：", "手填：  "]) assert.equal(problemOf(text), "why-missing");
  });

  it("R1 says what is wrong with others", () => {
    assert.equal(problemOf(""), "line-crooked");
    assert.equal(problemOf("[变动]"), "line-crooked");
    assert.equal(problemOf("[牛羊] 全部"), "population-unknown");
    assert.equal(problemOf("= 行3 行5"), "sign-expected");
  });
});
