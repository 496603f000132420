import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, it } from "mocha";
import { unitFieldKey } from "#core/report/compile/report-fields.ts";
import type { PopulationName } from "#core/report/definition/report-definition.ts";
import type { WrittenPopulations } from "#core/report/population/build-populations.ts";
import { keysOfPopulation } from "#core/report/population/population.ts";
import { decodePopulations, encodePopulations } from "#core/report/population/saved/populations-blob.ts";
import { aSet, REPORT_DAY, somePopulations } from "#test/builders/report.ts";
import { REPORT_UNITS, reportMembers } from "#test/builders/report-members.ts";

const SET = aSet([
  `表 1 甲
统计 人员
列
A | 总数 | 全部
B | 女 | 性别 = 女
C | 企业 | 单位性质 = 企业
行
1 | 总计 | 全部
2 | 晚入党 | 入党日期 > 2024-06
3 | 处分 | [处分] 党纪处分 = 警告
4 | 转入 | [变动] 变动方式 = 转入组织关系`,
]);
const HEAD = { definition: "mark", change: 4711, day: REPORT_DAY };

/** All that can be seen of populations: rows in their order, and the fields of units. */
function seen(populations: WrittenPopulations): unknown {
  return Object.entries(populations).map(([name, population]) => {
    const rows = population.records.flatMap((record, row) => (record === "" ? [] : [row]));
    const keys = keysOfPopulation(population);
    return [name, rows.map((row) => [population.at(row), keys.map((key) => population.text(key, row))])];
  });
}

const drawn = reportMembers.map((people) => somePopulations(SET, people, { units: REPORT_UNITS }));

describe("populations as bytes", () => {
  it("R8 are the same when they are read back, also after records were replaced and removed", () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.nat(), { maxLength: 12 }), (populations, removed) => {
        const names = Object.keys(populations) as PopulationName[];
        for (const number of removed) for (const name of names) populations[name].replace(`per_${number % 80}`, []);
        const bytes = encodePopulations(populations, HEAD);
        const read = decodePopulations(bytes);
        assert.ok(read.ok);
        assert.deepEqual(read.value.head, HEAD);
        assert.deepEqual(seen(read.value.populations), seen(populations));
        assert.deepEqual(encodePopulations(read.value.populations, HEAD), bytes);
      }),
      { numRuns: 30 },
    );
  });

  it("R8 keep nothing of a record that was removed", () => {
    const bytesWithout = (removed: boolean) => {
      const [person] = fc.sample(reportMembers, { numRuns: 1, seed: 5 })[0] ?? [];
      assert.ok(person);
      const named = { ...person, facts: { ...person.facts, name: "Zebedaeus" } };
      const populations = somePopulations(SET, [named]);
      if (removed) for (const population of Object.values(populations)) population.replace(person.id, []);
      return Buffer.from(encodePopulations(populations, HEAD)).includes("Zebedaeus");
    };
    assert.deepEqual([bytesWithout(false), bytesWithout(true)], [true, false]);
  });

  it("R8 that were written by version 1 are read for ever", () => {
    const read = decodePopulations(inflateRawSync(Buffer.from(OF_VERSION_1.join(""), "base64")));
    assert.ok(read.ok);
    const { people } = read.value.populations;
    assert.deepEqual(read.value.head, HEAD);
    assert.deepEqual([people.size, people.at(0), people.at(1)], [2, inUnit("1", "u0"), inUnit("2", "u1")]);
    assert.deepEqual([people.text(NATURE, 0), people.text(NATURE, 1)], ["20", "11"]);
    assert.deepEqual(seen(read.value.populations), seen(again(read.value.populations)));
  });

  it("R8 that were damaged anywhere, cut off, or are something else, are refused", () => {
    const [people = []] = fc.sample(reportMembers, { numRuns: 1, seed: 7 });
    const bytes = encodePopulations(somePopulations(SET, people), HEAD);
    const problemOf = (given: Uint8Array) => {
      const read = decodePopulations(given);
      return read.ok ? "none" : read.refusal.problem;
    };
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        assert.equal(problemOf(damaged), at < 4 ? "foreign" : at < 8 ? "version" : "damaged");
      }),
    );
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), (length) =>
        assert.notEqual(problemOf(bytes.slice(0, length)), "none"),
      ),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (other) => assert.equal(problemOf(other), "foreign")));
    assert.equal(problemOf(Buffer.concat([Buffer.from([0]), bytes]).subarray(1)), "none");
  });
});

function again(populations: WrittenPopulations): WrittenPopulations {
  const read = decodePopulations(encodePopulations(populations, HEAD));
  return read.ok ? read.value.populations : assert.fail(read.refusal.problem);
}

function inUnit(no: "1" | "2", unitId: string): object {
  const facts = no === "1" ? { sex: "2", name: "赵一" } : { sex: "1", name: "Zoë" };
  return { record: `per_${no}`, facts: [facts], unitId, otherUnitId: null };
}

const NATURE = unitFieldKey("nature");

/** Two members in two units, as the program of that version wrote them; deflated. */
const OF_VERSION_1 = [
  "YwyJCmBkYGDIcF976Ersb3sQm4WBgcGMgYGBEUpXK6WkpmXmZZZk5ucpWSnlJhZlK+koJWck5qWnKlmZmBsa6iilJFYqWSkZGRiZ",
  "6hoa6RobKtVCzBFgYGBghWImKAaZy8fAwFCQWhRvCCKMSg1KDRkYOBgggBGqDsRnhroHJMbOwMBQnFqRl5ibChbngapHNhekFmQa",
  "zAxGJoQ4zGxkOxigdvAgiTMiyRsZItggs9DtZYbSXCB7exn8ohjyGV4zoOqB2c8GFQfReYklpUWpCH9i8wMuOSMDQ0MONPeyIIUT",
  "C9j83FRahRGx/mZAMw+fXxnw+AOX25D1kCo36rZRtw1Wt3Eg5TF65G1C8gwE/AIA",
];
