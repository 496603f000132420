import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { readChecks } from "#core/report/check/read-checks.ts";
import { checkPlaces } from "#core/report/check/run-checks.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { ProblemList } from "#core/report/definition/problem-list.ts";
import { reportBook } from "#core/sheet/report/report-book.ts";
import { keysOfReportCell } from "#core/sheet/report/report-places.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { aSet } from "#test/builders/report.ts";
import { aReportView } from "#test/builders/report-view.ts";
import { calculateBook } from "#test/environment/calculate-book.ts";

/** Two tables whose cells are filled in, counted, computed within a row, a column and between tables, or not there at all. */
const TABLES = aSet([
  `表 1 甲
列
A | 总数 | 全部
B | 其中/男 | 性别 = 男
C | 其中/女 | = A - B
D | 经费 | 手填：不在记录中
行
1 | 合计 | = 行2 + 行3
2 | 在岗 | 全部
3 > | 在岗/其他 | 全部
4 | 差额 | = 行1 - (行2 + 行3) * 2 + 上年(2!A1)
补充资料
1 | 共有____名，其中____名
1.1 | 手填：不在记录中
1.2 | = A2..A4 + 2!A1
格
B4 C4 | 空`,
  `表 2 乙
列
A | 总数 | 手填：不在记录中
B | 其中 | 手填：不在记录中
行
1 | 合计 | = 行2..行3
2 | 甲 | 手填：不在记录中
3 | 乙 | 全部`,
]);

const CHECKS = `E-1 不允许 表1 每行 | A = B..C | 相加
E-2 需说明 表1 每列 缺值不核 | 行1 >= 行2 + 行3 * 2 | 不小于
E-3 提示 表2 每行 | A 同有同无 B | 同有同无
E-4 不允许 | 1!D2 二者居一 2!A3 | 二者居一
E-5 需说明 缺值不核 | 1!A1 变动 20% 或 3 | 变动
E-6 不允许 缺值不核 | 1!A1 = 上年(2!A1) + 1!补1.1 | 上年
E-7 不允许 | 1!D1 != 2!A2 - 1!A1..A3 | 不等
E-8 需说明 | 1!A2 < 2!A3 | 小于
E-9 需说明 | 1!A2 > 2!A3 - (1!D1 - 1!D2) | 大于
E-10 提示 表2 每列 | 行1 <= 5 | 不大于`;

function aCheckedSet(): CompiledSet {
  const problems = new ProblemList("checks.txt");
  const checks = readChecks(CHECKS, problems);
  assert.deepEqual(problems.problems, []);
  return { ...TABLES, set: { ...TABLES.set, checks } };
}

const SET = aCheckedSet();
const FILLED = SET.tables.flatMap(({ definition, cells }) =>
  cells.flatMap(({ cell, rule }) =>
    rule.kind === "generated" || rule.kind === "manual" ? [`${definition.no}!${cell}`] : [],
  ),
);
/** Whole numbers and amounts; some cells are still empty. */
const amount = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 0, max: 900 }).map((cents) => cents / 100),
);
const values = fc
  .array(fc.option(amount, { freq: 6 }), { minLength: FILLED.length, maxLength: FILLED.length })
  .map(
    (given) =>
      new Map(FILLED.flatMap((cell, at) => (typeof given[at] === "number" ? [[cell, given[at]] as const] : []))),
  );
const lastYear = fc.dictionary(fc.constantFrom("1!A1", "2!A1"), amount, { maxKeys: 2 });

/** Code and line of every check that the sheet's own formulas find not to hold. */
function verdictsOf(
  book: SheetBook,
  view: ReportView,
  at: Awaited<ReturnType<typeof calculateBook>>,
): readonly string[] {
  const sheet = book.sheets.find(({ key }) => key === "checks");
  assert.ok(sheet);
  const places = view.checks.flatMap((check) =>
    checkPlaces(check, SET.tables).map(({ line }) => `${check.code} ${line}`),
  );
  const first = sheet.rows.findIndex(({ kind }) => kind === "data");
  const verdict = sheet.columns.findIndex(({ key }) => key === "verdict");
  const found = places.map((place, index) => [place, at("checks", first + index, verdict)] as const);
  for (const [place, text] of found)
    assert.ok(["通过", "不符", "待填"].includes(String(text)), `${place}: ${String(text)}`);
  return found.flatMap(([place, text]) => (text === "不符" ? [place] : []));
}

/** Every formula cell of the form against what the sheet makes of it. */
function sameNumbers(book: SheetBook, view: ReportView, at: Awaited<ReturnType<typeof calculateBook>>): void {
  const formulas = view.tables.flatMap(({ no, cells }) =>
    Object.entries(cells).flatMap(([cell, { kind, value }]) =>
      kind === "formula" ? [{ address: `${no}!${cell}`, value: value ?? Number.NaN }] : [],
    ),
  );
  assert.ok(formulas.length > 0);
  for (const { address, value } of formulas) {
    const keys = keysOfReportCell(address);
    const sheet = book.sheets.find(({ key }) => key === keys?.sheet);
    assert.ok(sheet && keys);
    const row = sheet.rows.findIndex(({ key }) => key === keys.row);
    const column = sheet.columns.findIndex(({ key }) => key === keys.column);
    const shown = Number(at(keys.sheet, row, column));
    assert.ok(Math.abs(shown - value) < 1e-9, `${address}: ${shown} and ${value}`);
  }
}

describe("formulas of a report's sheets", () => {
  it("R4 the sheet's formulas give the service's numbers and the service's verdicts, whatever stands in the cells", async () => {
    await fc.assert(
      fc.asyncProperty(values, lastYear, async (now, before) => {
        const view = aReportView(SET, { now, lastYear: before });
        const book = reportBook(view, REPORT_WORDS_ZH);
        const at = await calculateBook(book);
        sameNumbers(book, view, at);
        const expected = view.findings.map(({ code, line }) => `${code} ${line}`);
        assert.deepEqual(verdictsOf(book, view, at), expected);
      }),
      { numRuns: 25 },
    );
  });
});
