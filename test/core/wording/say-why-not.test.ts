import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import type { FieldAddress } from "#core/people/field/field-catalogue.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { parseQuestion } from "#core/people/question/parse-question.ts";
import type { Condition } from "#core/people/question/question.ts";
import { vocabularyOf } from "#core/people/question/vocabulary.ts";
import { firstFailing } from "#core/report/tracing/first-failing.ts";
import { sayWhyNot } from "#core/wording/say-why-not.ts";
import { shippedCatalogue } from "#test/builders/field-catalogue.ts";

const VOCABULARY = vocabularyOf(shippedCatalogue, "person");
const DAY = "2025-12-31" as Day;
const codeList = (name: string) => shippedCatalogue.codeList(name);

function said(question: string, facts: Facts, language: "zh" | "en" = "zh"): string {
  const read = parseQuestion(question, VOCABULARY);
  assert.ok(read.ok, question);
  return sayWhyNot({ kind: "condition", failing: read.value, facts }, { codeList, day: DAY, language });
}

/** Fields with codes, as members' records have them. */
const FIELDS = shippedCatalogue.person.flatMap((definition) => {
  const list = definition.codes === undefined ? undefined : codeList(definition.codes);
  const address: FieldAddress = { key: definition.key, definition, year: null };
  return list ? [{ key: definition.key, definition, address, codes: [...list.byCode.keys()], list }] : [];
});

/** Names are made of words, and some of them hold digits. */
const KNOWN_WORDS: ReadonlySet<string> = new Set(
  FIELDS.flatMap(({ definition: { label }, list }) => [label, ...list.byCode.values()]).flatMap(({ zh, en }) => [
    ...wordsOf(`${zh} ${en}`),
  ]),
);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/[^A-Za-z0-9]+/u));
}

const anyTest: fc.Arbitrary<Condition> = fc.constantFrom(...FIELDS).chain(({ address, codes }) => {
  const left = { kind: "field", address, months: 0, days: 0 } as const;
  const code = fc.constantFrom(...codes);
  return fc.oneof(
    fc
      .uniqueArray(code, { minLength: 1, maxLength: 4 })
      .map((values) => ({ kind: "among", left, values: new Set(values) }) as const),
    fc
      .tuple(fc.constantFrom("=" as const, "!=" as const), code)
      .map(([by, text]) => ({ kind: "compare", left, by, right: { kind: "literal", text } }) as const),
    fc.constant({ kind: "empty", left } as const),
  );
});

const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ whole: Condition }>((tie) => ({
  whole: fc.oneof(
    { maxDepth: 3, depthIdentifier: "condition" },
    anyTest,
    fc
      .tuple(fc.constantFrom("all" as const, "any" as const), fc.array(tie("whole"), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]) => ({ kind, parts })),
    tie("whole").map((part) => ({ kind: "not" as const, part })),
  ),
})).whole;

const anyFacts: fc.Arbitrary<Facts> = fc
  .tuple(...FIELDS.map(({ key, codes }) => fc.option(fc.constantFrom(...codes)).map((code) => [key, code] as const)))
  .map((facts) => Object.fromEntries(facts.flatMap(([key, code]) => (code === null ? [] : [[key, code]]))));

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

  it("R5a an empty day or size is told in words what it should keep to", () => {
    assert.equal(said("岗位开始日期 <= 2026-12-31", {}), "岗位开始日期为空，应不晚于 2026-12-31");
    assert.match(said("岗位开始日期 >= 2026-12-31", {}, "en"), / is empty; it should not be before 2026-12-31$/u);
    assert.equal(said("年龄 > 35", {}), "年龄为空，应大于 35");
    assert.match(said("年龄 <= 35", {}, "en"), / is empty; it should not be above 35$/u);
  });

  it("R5a what may be empty or keep to a day is told by the day alone", () => {
    const rule = "岗位截止日期 为空 或 岗位截止日期 >= 2026-01-01";
    assert.equal(said(rule, { occupationUntil: "2025-06-30" }), "岗位截止日期 2025-06-30，早于 2026-01-01");
    assert.match(said(rule, { occupationUntil: "2025-06-30" }, "en"), /2025-06-30, before 2026-01-01$/u);
    assert.equal(said("性别 = 女 或 性别 为空", { sex: "1" }), "性别 男，不属于：女");
    assert.match(said("工作岗位 为空 或 岗位截止日期 >= 2026-01-01", { occupation: "50" }), /^不符合“/u);
  });

  it("R5a what has no words of its own is told as the rule is written, with what the record says", () => {
    assert.match(
      said("性别 = 女 或 年龄 > 60", { sex: "1", age: "40" }),
      /^不符合“性别 = 女 或 年龄 > 60”（性别 男、年龄 40）$/u,
    );
    assert.match(
      said("性别 = 女 或 年龄 > 60", { sex: "1" }, "en"),
      /^does not meet ".* or .*" \(Sex male, Age empty\)$/u,
    );
    const options = { codeList, day: DAY };
    assert.equal(sayWhyNot({ kind: "other-unit" }, { ...options, language: "zh" }), "在其他党组织统计");
    assert.equal(sayWhyNot({ kind: "not-among" }, { ...options, language: "en" }), "not among the records counted");
  });

  it("R5a no reason holds a raw code or the key of a field, whatever was asked", () => {
    let told = 0;
    fc.assert(
      fc.property(
        anyCondition,
        anyFacts,
        fc.constantFrom("zh" as const, "en" as const),
        (condition, facts, language) => {
          const failing = firstFailing(condition, facts, DAY);
          if (!failing) return;
          told += 1;
          const reason = sayWhyNot({ kind: "condition", failing, facts }, { codeList, day: DAY, language });
          const words = wordsOf(reason);
          for (const { key, codes } of FIELDS) {
            assert.ok(!words.has(key) || KNOWN_WORDS.has(key), `${key}: ${reason}`);
            for (const code of codes) assert.ok(!words.has(code) || KNOWN_WORDS.has(code), `${key} ${code}: ${reason}`);
          }
        },
      ),
      { numRuns: 400 },
    );
    assert.ok(told > 100, `${told} reasons`);
  });
});
