import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { buildFieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { compileSet } from "#core/report/compile/compile-set.ts";
import { populationCatalogue } from "#core/report/compile/report-fields.ts";
import { periodNames } from "#core/report/definition/named-conditions.ts";
import { readSet } from "#core/report/definition/read-set.ts";
import { cellsByKey } from "#core/report/tracing/signed-terms.ts";
import { sayRule } from "#core/wording/say-rule.ts";
import { loadCatalogueData } from "#service/shipped/shipped-records.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";

const data = await loadCatalogueData(SHIPPED);
const TABLE = `表 1 甲
统计 人员
列
A | 总数 | 全部
B | 女 | 性别 = 女
行
1 | 评议 | 民主评议结果.{年} 不为空
2 | 岗位 | 岗位开始日期 <= {期末} 或 性别 = 男
3 | 合计 | = 行1 + 行2
4 | 经费 | 手填：{年}年经费不在记录中
5 | 干部 | [组织] 求和 街道干部数 其中 单位性质 = 城市街道
格
B5 | 空`;

function said(cell: string, language: "zh" | "en"): readonly string[] {
  const read = readSet(
    new Map([
      ["set.txt", "年报 t 试验\n周期 年"],
      ["table-01.txt", TABLE],
    ]),
  );
  assert.ok(read.ok, JSON.stringify(read));
  const named = periodNames("2026-01-01", "2026-12-31");
  const { compiled, problems } = compileSet(read.value.set, { data, named, fileOf: () => "table-01.txt" });
  assert.deepEqual(problems, []);
  const found = cellsByKey(compiled).get(`1!${cell}`) ?? assert.fail(cell);
  const population = found.counted?.population ?? "people";
  const catalogue = buildFieldCatalogue(populationCatalogue(data, population));
  const fields = population === "units" ? catalogue.unit : catalogue.person;
  const label = (key: string) => fields.find((field) => field.key === key)?.label ?? assert.fail(key);
  const codeList = (name: string) => catalogue.codeList(name);
  return sayRule(found, { conditions: compiled.conditions, named, codeList, label, language });
}

describe("a cell's rule in words", () => {
  it("R5b names the year and the day of the period, and codes by their names", () => {
    assert.deepEqual(said("B1", "zh"), ["人员", "民主评议结果2026 不为空", "性别 = 女"]);
    assert.deepEqual(said("A2", "zh"), ["人员", "岗位开始日期 <= 2026-12-31 或 性别 = 男"]);
    assert.deepEqual(said("A3", "zh"), ["= 行1 + 行2"]);
    assert.deepEqual(said("A4", "zh"), ["手填：2026年经费不在记录中"]);
    assert.deepEqual(said("A5", "zh"), ["组织 求和 街道干部数", "单位性质 = 城市街道"]);
  });

  it("R5b has one language: only what the form itself says stays as it is", () => {
    for (const cell of ["B1", "A2", "A5"]) assert.doesNotMatch(said(cell, "en").join("\n"), /\p{Script=Han}/u, cell);
    assert.equal(said("A2", "en")[0], "people");
    assert.deepEqual(said("A4", "en"), ["filled by hand: 2026年经费不在记录中"]);
  });
});
