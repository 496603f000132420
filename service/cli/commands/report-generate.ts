import { parseDay } from "#core/kernel/instant.ts";
import { columnNumber, gridCell } from "#core/report/formula/cell-name.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { generateReport, type Report } from "#service/usecases/report/generate-report.ts";
import { done, refused } from "../answers.ts";
import { callerFor, departmentCaller } from "../caller-for.ts";
import { UsageError, type Command, type CommandCall } from "../command.ts";
import { unitByCode } from "../unit-by-code.ts";
import { required, withServices } from "../with-services.ts";

/** All tables of a unit from the records (R2). */
export const reportGenerate: Command = {
  words: "report generate",
  takes: [],
  options: {
    ...{ set: { type: "string" }, unit: { type: "string" }, date: { type: "string" } },
    ...{ as: { type: "string" }, post: { type: "string" } },
  },
  about: "the annual tables of a unit, counted from the records 生成年报",
  run: async (call) => {
    const [set, code, on] = [required(call, "set"), required(call, "unit"), dayGiven(call)];
    return await withServices(call, async (services) => {
      const account = call.option("as");
      const caller =
        account === undefined
          ? await departmentCaller(services)
          : await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refused(caller.refusal, sayRefusal("zh-CN", caller.refusal));
      const unit = unitByCode(caller.value, code);
      const report = await generateReport(services, caller.value, { set, unit, on });
      if (!report.ok) return refused(report.refusal, sayReportRefusal("zh-CN", report.refusal));
      return done(dataOf(report.value), linesOf(report.value));
    });
  },
};

function dayGiven(call: CommandCall) {
  const day = parseDay(required(call, "date"));
  if (day === undefined) throw new UsageError("--date is a day: 2026-12-31");
  return day;
}

function dataOf({ compiled, period, scope, values }: Report) {
  return {
    ...{ set: compiled.set.id, unit: scope.unit.code, from: period.from, until: period.until },
    tables: compiled.tables.map(({ definition: { no, name }, cells }) => ({
      ...{ no, name },
      cells: Object.fromEntries(cells.map(({ cell }) => [cell, values.get(`${no}!${cell}`) ?? null])),
    })),
  };
}

/** Each table as rows of numbers, its blanks after it. */
function linesOf({ compiled, values }: Report): readonly string[] {
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
