import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { fieldsOf } from "#core/report/population/condition-bits.ts";
import type { MissingRow } from "#core/report/tracing/contrast.ts";
import { sayCondition } from "#core/report/tracing/say-condition.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { contrastCells } from "#service/usecases/report/tracing/trace-cells.ts";
import { done, refused } from "../answers.ts";
import type { Command } from "../command.ts";
import { REPORT_OPTIONS, reportFrom } from "../report-from.ts";
import { required, withServices } from "../with-services.ts";

/** Who is in one cell and not in the other, with the first condition that failed (R5a). */
export const reportContrast: Command = {
  words: "report contrast",
  takes: ["CELL"],
  options: { ...REPORT_OPTIONS, cells: { type: "string" } },
  about: "who is in one cell and not in the other, as --cells '1!A16' '2!A1' 数据反查对照",
  run: async (call) =>
    await withServices(call, async (services) => {
      const [first, second] = [required(call, "cells"), call.operands[0] ?? ""];
      const report = await reportFrom(call, services);
      if (!report.ok) return refused(report.refusal, sayReportRefusal("zh-CN", report.refusal));
      const compared = contrastCells(report.value, first, second);
      if (!compared.ok) return refused(compared.refusal, sayReportRefusal("zh-CN", compared.refusal));
      const { onlyFirst, onlySecond, both } = compared.value;
      const said = (rows: readonly MissingRow[]) =>
        rows.map((row) => ({
          record: row.record,
          name: row.facts["name"] ?? "",
          why: sayWhy(row, services.catalogue),
        }));
      const [a, b] = [said(onlyFirst), said(onlySecond)];
      return done({ first, second, both, onlyFirst: a, onlySecond: b }, [
        `${first} 与 ${second} 都有 ${both}`,
        `只在 ${first}：${a.length}`,
        ...a.map(({ name, why }) => `  ${name}  ${why}`),
        `只在 ${second}：${b.length}`,
        ...b.map(({ name, why }) => `  ${name}  ${why}`),
      ]);
    }),
};

const OTHERWISE = { "not-among": "不在统计对象中", "other-unit": "在其他党组织统计" } as const;

function sayWhy({ why }: MissingRow, catalogue: Pick<FieldCatalogue, "codeList">): string {
  if (why.kind !== "condition") return OTHERWISE[why.kind];
  const values = fieldsOf(why.failing).map((key) => why.facts[key] ?? "空");
  return `不符合“${sayCondition(why.failing, catalogue)}”（${values.join("，")}）`;
}
