import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import { traceCell } from "#service/usecases/report/tracing/trace-cells.ts";
import { done, refused } from "../answers.ts";
import type { Command } from "../command.ts";
import { REPORT_OPTIONS, reportFrom } from "../report-from.ts";
import { required, withServices } from "../with-services.ts";

/** The records behind a number: as many as it says (R5). */
export const reportDrill: Command = {
  words: "report drill",
  takes: [],
  options: { ...REPORT_OPTIONS, cell: { type: "string" } },
  about: "exactly the records that a cell counts, as --cell '2!C4' 直统反查",
  run: async (call) =>
    await withServices(call, async (services) => {
      const cell = required(call, "cell");
      const report = await reportFrom(call, services);
      if (!report.ok) return refused(report.refusal, sayReportRefusal("zh-CN", report.refusal));
      const traced = traceCell(report.value, cell);
      if (!traced.ok) return refused(traced.refusal, sayReportRefusal("zh-CN", traced.refusal));
      const { scope, values } = report.value;
      const unitName = (id: string): string => scope.units.get(toId<UnitId>(id))?.name ?? "";
      const rows = traced.value.rows.map(({ record, unitId, facts }) => ({ record, unit: unitName(unitId), facts }));
      const lines = rows.map(({ unit, facts }) =>
        [facts["name"] ?? "", unit, ...Object.values(facts).slice(1)].join("  "),
      );
      return done({ cell, value: values.get(cell) ?? null, looked: traced.value.looked, rows }, [
        `${cell} = ${values.get(cell) ?? "-"}`,
        ...lines,
      ]);
    }),
};
