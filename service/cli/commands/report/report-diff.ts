import type { CompareView } from "#core/protocol/report/report-tracing.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { compareReport } from "#service/usecases/report/entry/compare-report.ts";
import { lookingAt } from "#service/usecases/report/entry/mark-seen.ts";
import { outputComparison } from "#service/usecases/report/output/output-lists.ts";
import type { Services } from "#service/usecases/services.ts";
import { done, refused } from "#service/cli/answers.ts";
import { UsageError, type Command, type CommandAnswer, type CommandCall } from "#service/cli/command.ts";
import { REPORT_OPTIONS, reportAsked } from "#service/cli/report/report-from.ts";
import { OUT_OPTIONS, reportFileTo } from "#service/cli/report/report-file.ts";
import { required, withServices } from "#service/cli/with-services.ts";

/** A report beside earlier years, largest changes first (R6). */
export const reportDiff: Command = {
  words: "report diff",
  takes: [],
  options: { ...REPORT_OPTIONS, ...OUT_OPTIONS, years: { type: "string" } },
  about:
    "what changed in a unit's report against earlier years: --years 2025,2024; --out FILE.xlsx: one year as a list 与往年比较",
  run: async (call) =>
    await withServices(call, async (services) => {
      const years = yearsGiven(required(call, "years"));
      const out = call.option("out");
      if (out !== undefined) return await comparisonTo(out, { call, services, years });
      const asked = await reportAsked(call, services);
      if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
      const { caller, key } = asked.value;
      const compared: CompareView[] = [];
      for (const year of years) {
        const view = await lookingAt(services, asked.value, () => compareReport(services, caller, { key, year }));
        if (!view.ok) return refused(view.refusal, sayReportRefusal("zh-CN", view.refusal));
        compared.push(view.value);
      }
      return done({ years: compared }, compared.flatMap(linesOf));
    }),
};

interface Comparing {
  readonly call: CommandCall;
  readonly services: Services;
  readonly years: readonly number[];
}

async function comparisonTo(out: string, { call, services, years }: Comparing): Promise<CommandAnswer> {
  const [year, ...more] = years;
  if (year === undefined || more.length > 0) throw new UsageError("--out takes one year");
  return await reportFileTo(out, {
    ...{ call, services },
    make: (_, caller, asked) => outputComparison(services, caller, { ...asked, year }),
  });
}

function yearsGiven(text: string): readonly number[] {
  const years = text.split(",").map((part) => part.trim());
  if (!years.every((year) => /^(?:19|20|21)\d\d$/.test(year))) throw new UsageError("--years is a list: 2025,2024");
  return years.map(Number);
}

function linesOf({ year, source, rows }: CompareView): readonly string[] {
  if (source === null) return [`${year} 年没有可比的数字`];
  const changed = rows.filter(({ difference }) => difference !== 0);
  return [
    `与 ${year} 年比较：${changed.length} 格有变化`,
    ...changed.map(({ cell, title, now, before, difference, share }) => {
      if (difference === null) return `${cell}  — -> ${now}  —  ${title}`;
      const percent = share === null ? "" : ` (${share}%)`;
      return `${cell}  ${before} -> ${now}  ${difference > 0 ? "+" : ""}${difference}${percent}  ${title}`;
    }),
  ];
}
