import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSet } from "#core/report/definition/read-set.ts";
import { buildFieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { buildRecordChecks } from "#core/people/check/build-record-checks.ts";
import { parseCheckFiles } from "#core/protocol/records/check-data.ts";
import { loadProcedureRules } from "#service/shipped/procedure-rules.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { loadCatalogueData } from "#service/shipped/shipped-records.ts";
import type { Services } from "#service/usecases/services.ts";

const DATA = await loadCatalogueData(SHIPPED);

/** Two tables, three checks, two points: a form that an officer fills in a minute. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ["set.txt", "年报 small 小报表\n周期 年"],
  [
    "table-01.txt",
    `表 1 党员变化
统计 变动
其中 全部
列
A | 人数 | 全部
行
1 | 上年底 | [期初] 全部
2 | 增加 | 变动方式 = 本期增加
3 | 减少 | 变动方式 = 本期减少
4 | 本年底 | [人员] 在册
5 | 应有 | = 行1 + 行2 - 行3
6 | 活动经费 | 手填：经费不在记录中
7 | 人均经费 | 手填：经费不在记录中
汇总
A7 | 不汇总`,
  ],
  ["table-02.txt", "表 2 党员情况\n统计 人员\n其中 在册\n列\nA | 总数 | 全部\nB | 女 | 性别 = 女\n行\n1 | 总计 | 全部"],
  [
    "checks.txt",
    `D-1 不允许 | 1!A4 = 2!A1 | 两表总数应一致
D-2 不允许 | 1!A5 = 1!A4 | 应有与实有应一致
L-1 需说明 名单 | 2!B1 = 0 | 有女党员的，应附名单`,
  ],
  ["points.txt", "P-0 | 手填的数由谁提供\nP-1 表1 | 增减是否属实 | 增加 = A2；减少 = A3；上年报表 = 上年(1!A4)"],
]);

/** Services that know the small form alone, with deadlines as its set.txt may have them. */
export function withSmallForm(deadlines: readonly string[] = []): Pick<Services, "reportSets"> {
  const head = [TEXTS.get("set.txt") ?? "", ...deadlines].join("\n");
  const read = readSet(new Map([...TEXTS, ["set.txt", head]]));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return {
    reportSets: { ids: ["small"], data: DATA, open: (id) => Promise.resolve(id === "small" ? read : undefined) },
  };
}

/** Rules of an office that asks nothing of its records: for tests in which they do not matter. */
export async function withoutRecordChecks(): Promise<Pick<Services, "recordChecks">> {
  const { rules } = parseCheckFiles({ checks: { checks: [] }, rules: await shippedRules() });
  const catalogue = buildFieldCatalogue(DATA);
  const procedures = await loadProcedureRules(SHIPPED);
  return {
    recordChecks: buildRecordChecks({ checks: [], rules: { ...rules, requiredLine: 0 }, procedures, catalogue }),
  };
}

async function shippedRules(): Promise<unknown> {
  return JSON.parse(await readFile(join(SHIPPED, "records", "record-rules.json"), "utf8")) as unknown;
}
