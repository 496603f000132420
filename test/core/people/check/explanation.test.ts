import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkExplanation, valueKey } from "#core/people/check/explanation.ts";
import { checkPerson } from "#core/people/check/check-record.ts";
import type { Day } from "#core/kernel/instant.ts";
import { shippedChecks as checks } from "#test/builders/field-catalogue.ts";
import { aCheckContext, aWholePerson } from "#test/builders/record-checks.ts";

describe("explanation", () => {
  it("M21 has at least six characters that say something", () => {
    assert.deepEqual(checkExplanation(" 本人要求 "), { code: "explanation-too-short", least: 6 });
    for (const empty of [
      "情况属实。情况属实",
      "已核实，已核实",
      "无无无无无无无",
      "123456789",
      "——————",
      "暂无，情况如上。",
    ]) {
      assert.deepEqual(checkExplanation(empty), { code: "explanation-empty-phrase" }, empty);
    }
    assert.equal(checkExplanation("原单位档案遗失，已补办证明"), undefined);
  });

  it("M21 is bound to the values that its check reads", () => {
    const key = (facts: Record<string, string>, day = "2026-11-22") => {
      const findings = checkPerson(aWholePerson({ facts }), aCheckContext({ day: day as Day }), checks);
      const finding = findings.find(({ check }) => check === "M21-11");
      assert.ok(finding);
      return valueKey(finding);
    };
    assert.equal(key({ meetingOn: "2024-05-30" }), key({ meetingOn: "2024-05-30", address: "甲路1号" }, "2026-12-22"));
    assert.notEqual(key({ meetingOn: "2024-05-30" }), key({ meetingOn: "2024-05-31" }));
  });

  it("M21 stands while nothing but time passes", () => {
    const student = { student: "1", occupation: "50", studentLevel: "1", studentYear: "2", birthDate: "1975-06-01" };
    const key = (day: string) => {
      const findings = checkPerson(aWholePerson({ facts: student }), aCheckContext({ day: day as Day }), checks);
      const finding = findings.find(({ check }) => check === "M1-2");
      assert.ok(finding);
      return valueKey(finding);
    };
    assert.equal(key("2026-05-31"), key("2026-06-02"));
  });
});
