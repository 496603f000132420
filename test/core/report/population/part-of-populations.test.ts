import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { tabulate } from "#core/report/counting/tabulate.ts";
import { partOfPopulations } from "#core/report/population/part-of-populations.ts";
import { aSet, REPORT_DAY, somePopulations } from "#test/builders/report.ts";
import { REPORT_UNITS, reportMembers } from "#test/builders/report-members.ts";

const SET = aSet([
  `表 1 甲
统计 人员
其中 在册
列
A | 总数 | 全部
B | 女 | 性别 = 女
行
1 | 合计 | 全部
2 | 乡镇 | 单位性质 = 乡镇
3 | 来去 | [变动] 全部
4 | 转入 | [变动] 变动方式 = 转入组织关系`,
]);

describe("part of the populations", () => {
  it("R8 counts for its units what the whole counts for them, and holds nobody else", () => {
    const units = fc.uniqueArray(fc.constantFrom(...REPORT_UNITS.map(({ id }) => id)), { minLength: 1 });
    fc.assert(
      fc.property(reportMembers, units, (people, chosen) => {
        const whole = somePopulations(SET, people, { units: REPORT_UNITS });
        const scope: ReadonlySet<string> = new Set(chosen);
        const part = partOfPopulations(whole, scope);
        const numbers = (populations: typeof whole) =>
          tabulate(SET, new ConditionCache(SET, populations, REPORT_DAY), scope);
        assert.deepEqual([...numbers(part)], [...numbers(whole)]);
        for (const { units: column, size } of Object.values(part))
          for (const code of column.codes.subarray(0, size)) assert.ok(scope.has(column.values[code] ?? ""));
      }),
      { numRuns: 40 },
    );
  });
});
