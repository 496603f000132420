import type { StoodFinding } from "#core/report/explaining/stood-findings.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { outputFindings } from "#service/usecases/report/output/output-lists.ts";
import { done, refused } from "#service/cli/answers.ts";
import type { Command } from "#service/cli/command.ts";
import { REPORT_OPTIONS, reportFrom } from "#service/cli/report/report-from.ts";
import { OUT_OPTIONS, reportFileTo } from "#service/cli/report/report-file.ts";
import { withServices } from "#service/cli/with-services.ts";

const CLASSES = { error: "不允许", explain: "需说明", hint: "提示" } as const;

/** Table checks of a unit's report (R4). */
export const reportCheck: Command = {
  words: "report check",
  takes: [],
  options: { ...REPORT_OPTIONS, ...OUT_OPTIONS },
  about: "what the checks between cells find in a unit's tables; --out FILE.xlsx: as a list 报表校核",
  run: async (call) =>
    await withServices(call, async (services) => {
      const out = call.option("out");
      if (out !== undefined) return await reportFileTo(out, { call, services, make: outputFindings });
      const report = await reportFrom(call, services);
      if (!report.ok) return refused(report.refusal, sayReportRefusal("zh-CN", report.refusal));
      const found = report.value.findings;
      const data = found.map(({ check: { code, severity, text }, cells, ...finding }) => ({
        ...{ code, severity, text, ...finding },
        cells: cells.map(({ table, cell, lastYear }) => `${lastYear ? "上年 " : ""}${table}!${cell}`),
      }));
      return done({ findings: data }, found.map(lineOf));
    }),
};

/** 序号 is the line's place; then class, where, left, right, difference, what it says. */
function lineOf({ check, line, left, right, difference }: StoodFinding): string {
  const at = check.each === null ? "" : `表${check.table ?? ""}${check.each === "row" ? "行" : "列"}${line}`;
  return [check.code, CLASSES[check.severity], at, `左 ${left} 右 ${right} 差 ${difference}`, check.text]
    .filter((part) => part !== "")
    .join("  ");
}
