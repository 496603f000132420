import type { GateView, ReportDueView, ReportOverview, RollupView } from "#core/protocol/report/reports.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import type { Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { lookingAt } from "#service/usecases/report/entry/mark-seen.ts";
import { reportOverview } from "#service/usecases/report/submission/report-overview.ts";
import { rollupReport } from "#service/usecases/report/submission/rollup-report.ts";
import { viewGate } from "#service/usecases/report/submission/view-gate.ts";
import type { Services } from "#service/usecases/services.ts";
import { done, refused } from "#service/cli/answers.ts";
import type { Command } from "#service/cli/command.ts";
import { REPORT_OPTIONS, reportAsked, type ReportAsked } from "#service/cli/report/report-from.ts";
import { withServices } from "#service/cli/with-services.ts";

/** What is missing before a report can be handed over (R7). */
export const reportGate = asking("gate", {
  about: "whether a report can be handed over, and what is missing 上报条件",
  ask: (services, asked) => lookingAt(services, asked, () => viewGate(services, asked.caller, asked.key)),
  lines: ({ ready, due, lines }: GateView) => [
    [ready ? "可上报" : "不可上报", ...saidDue(due)].join("  "),
    ...lines.flatMap(({ what, passed, open, of, places }) => [
      `${passed ? "✓" : "✗"} ${what}  ${open}/${of}`,
      ...(passed ? [] : places.slice(0, 5).map(({ key, label }) => `    ${key}  ${label}`)),
    ]),
  ],
});

/** Where a unit and those below it stand (R9). */
export const reportOverviewOf = asking("overview", {
  about: "where a unit's report and those below it stand 下级上报情况",
  ask: (services, { caller, key }) => reportOverview(services, caller, key),
  lines: ({ rows }: ReportOverview) =>
    rows.map(
      ({ unitCode, unitName, state, due, errors, explains, explained, overrides, manualEmpty, rollupDifferences }) =>
        [
          ...[unitCode, unitName, state, ...saidDue(due), `不允许 ${errors}`, `需说明 ${explained}/${explains}`],
          ...[`强制修改 ${overrides}`, `待填 ${manualEmpty}`, `汇总差异 ${rollupDifferences}`],
        ].join("  "),
    ),
});

/** By when, and how far that is. */
function saidDue(due: ReportDueView | null): readonly string[] {
  if (due === null) return [];
  return [`期限 ${due.on}`, due.left < 0 ? `迟 ${-due.left} 天` : `余 ${due.left} 天`];
}

/** Computed against summed (R13). */
export const reportRollup = asking("rollup", {
  about: "what the records say against the sum of the units below 汇总核对",
  ask: (services, { caller, key }) => rollupReport(services, caller, key),
  lines: ({ units, differences }: RollupView) => [
    `下级 ${units.length}  差异 ${differences.length}`,
    ...differences.flatMap(({ cell, title, computed, summed, explained, units: causing }) => [
      `${cell}  ${title}  直统 ${computed}  汇总 ${summed}  强制修改 ${explained}`,
      ...causing.map((unit) => `    ${unit.name}  上报 ${unit.submitted}  直统 ${unit.computed}`),
    ]),
  ],
});

interface Asking<View> {
  readonly about: string;
  readonly ask: (services: Services, asked: ReportAsked) => Promise<Result<View, AnyRefusal>>;
  readonly lines: (view: View) => readonly string[];
}

function asking<View>(word: string, { about, ask, lines }: Asking<View>): Command {
  return {
    words: `report ${word}`,
    takes: [],
    options: REPORT_OPTIONS,
    about,
    run: async (call) =>
      await withServices(call, async (services) => {
        const asked = await reportAsked(call, services);
        if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
        const view = await ask(services, asked.value);
        if (!view.ok) return refused(view.refusal, sayReportRefusal("zh-CN", view.refusal));
        return done(view.value, lines(view.value));
      }),
  };
}
