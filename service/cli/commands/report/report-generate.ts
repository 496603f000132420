import { columnNumber, gridCell } from "#core/report/formula/cell-name.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import type { ReportStanding } from "#service/usecases/report/entry/report-standing.ts";
import { outputReport } from "#service/usecases/report/output/output-report.ts";
import { done, refused } from "#service/cli/answers.ts";
import type { Command } from "#service/cli/command.ts";
import { OUT_OPTIONS, reportFileTo } from "#service/cli/report/report-file.ts";
import { REPORT_OPTIONS, reportFrom } from "#service/cli/report/report-from.ts";
import { withServices } from "#service/cli/with-services.ts";

/** All tables of a unit from the records, with what was entered by hand (R2). */
export const reportGenerate: Command = {
  words: "report generate",
  takes: [],
  options: { ...REPORT_OPTIONS, ...OUT_OPTIONS },
  about: "the annual tables of a unit, counted from the records 生成年报",
  run: async (call) =>
    await withServices(call, async (services) => {
      const out = call.option("out");
      // The whole set as an .xlsx that can come back filled in (W7).
      if (out !== undefined) return await reportFileTo(out, { call, services, make: outputReport });
      const report = await reportFrom(call, services);
      if (!report.ok) return refused(report.refusal, sayReportRefusal("zh-CN", report.refusal));
      return done(dataOf(report.value), linesOf(report.value));
    }),
};

function dataOf({ opened: { compiled, period, scope }, values }: ReportStanding) {
  return {
    ...{ set: compiled.set.id, unit: scope.unit.code, from: period.from, until: period.until },
    tables: compiled.tables.map(({ definition: { no, name }, cells }) => ({
      ...{ no, name },
      cells: Object.fromEntries(cells.map(({ cell }) => [cell, values.get(`${no}!${cell}`) ?? null])),
    })),
  };
}

/** Each table as rows of numbers, its blanks after it. */
function linesOf({ opened: { compiled }, values }: ReportStanding): readonly string[] {
  return compiled.tables.flatMap(({ definition: { no, name, rows, columns }, cells }) => {
    const shown = (cell: string): string => String(values.get(`${no}!${cell}`) ?? "-");
    const blanks = cells.filter(({ cell }) => gridCell(cell) === undefined).map(({ cell }) => `${cell} ${shown(cell)}`);
    const ordered = columns.toSorted((a, b) => columnNumber(a.id) - columnNumber(b.id));
    return [
      `表 ${no} ${name}`,
      ...rows.map(
        (row) => `${String(row.no).padStart(3)}  ${ordered.map(({ id }) => shown(`${id}${row.no}`)).join("\t")}`,
      ),
      ...(blanks.length > 0 ? [blanks.join("  ")] : []),
    ];
  });
}
