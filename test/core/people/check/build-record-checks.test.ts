import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { buildRecordChecks } from "#core/people/check/build-record-checks.ts";
import { editionOf, isEarlier, monthsLater } from "#core/people/check/compare-dates.ts";
import type { CheckDefinition } from "#core/people/check/record-check.ts";
import { parseCheckFiles } from "#core/protocol/records/check-data.ts";
import { shippedChecks } from "#test/builders/field-catalogue.ts";

const { tools, definitions } = shippedChecks;
const one: CheckDefinition = {
  code: "M1-99",
  rule: "M1",
  scope: "person",
  severity: "hint",
  condition: "where",
  params: { where: "性别 = 女" },
  fields: ["sex"],
  title: { zh: "甲", en: "a" },
  text: { zh: "甲", en: "a" },
};

function build(change: Partial<CheckDefinition>) {
  return buildRecordChecks({ ...tools, checks: [{ ...one, ...change }] });
}

describe("build record checks", () => {
  it("M21 refuses data that name what does not exist", () => {
    assert.throws(() => build({ condition: "none" }), /unknown condition/);
    assert.throws(() => build({ scope: "unit", fields: ["code"], condition: "none" }), /unknown condition/);
    assert.throws(() => build({ fields: ["nowhere"] }), /unknown field/);
    assert.throws(() => build({ params: { where: "性别 = 蓝" } }), /cannot be read at 5/);
    assert.throws(() => build({ condition: "too-early", params: {} }), /two dates/);
    assert.equal(build({}).definitions.length, 1);
  });

  it("M21 a code stands once in the file", () => {
    const files = { checks: { checks: [one, one] }, rules: tools.rules };
    assert.throws(() => parseCheckFiles(files), /twice/);
    assert.equal(parseCheckFiles({ ...files, checks: { checks: [...definitions] } }).checks.length, definitions.length);
  });

  it("M6 an act is judged by the edition of its day, whatever the order of the editions", () => {
    const editions = [{ from: "2014-05-28" as Day }, { from: "1921-07-01" as Day }, { from: "2026-01-01" as Day }];
    const of = (date: string) => editionOf(editions, date).from;
    assert.equal(of("2014-05-27"), "1921-07-01");
    assert.equal(of("2014-05-28"), "2014-05-28");
    assert.equal(of("2025-12"), "2014-05-28");
    assert.equal(of("2026-01"), "2026-01-01");
    assert.equal(of("1900-01-01"), "1921-07-01");
    assert.throws(() => editionOf([], "2026-01-01"), /at least one/);
  });

  it("M6 months are compared as far as both dates are known", () => {
    assert.ok(!isEarlier("2024-06", "2024-06-15"));
    assert.ok(isEarlier("2024-05", "2024-06-15"));
    assert.equal(monthsLater("2024-01-31", 1), "2024-02-29");
    assert.equal(monthsLater("2024-02-29", 12), "2025-02-28");
    assert.equal(monthsLater("2024-06", 12), "2025-06");
  });
});
