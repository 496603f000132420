import type { DrillRow, DrillView } from "#core/protocol/report/report-tracing.ts";
import { fillWords } from "#core/sheet/draft/fill-words.ts";
import { REPORT_LIST_WORDS_ZH } from "#core/sheet/report/lists/list-words.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { lookingAt } from "#service/usecases/report/entry/mark-seen.ts";
import { drillCell } from "#service/usecases/report/tracing/drill-cell.ts";
import { done, refused } from "#service/cli/answers.ts";
import type { Command } from "#service/cli/command.ts";
import { REPORT_OPTIONS, reportAsked } from "#service/cli/report/report-from.ts";
import { required, withServices } from "#service/cli/with-services.ts";

const words = REPORT_LIST_WORDS_ZH.drill;

/** The records behind a number: as many as it says (R5). */
export const reportDrill: Command = {
  words: "report drill",
  takes: [],
  options: { ...REPORT_OPTIONS, cell: { type: "string" } },
  about: "exactly the records that a cell counts, as --cell '2!C4' 直统反查",
  run: async (call) =>
    await withServices(call, async (services) => {
      const cell = required(call, "cell");
      const asked = await reportAsked(call, services);
      if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
      const drilled = await lookingAt(services, asked.value, () =>
        drillCell(services, asked.value.caller, { key: asked.value.key, cell }),
      );
      if (!drilled.ok) return refused(drilled.refusal, sayReportRefusal("zh-CN", drilled.refusal));
      return done(drilled.value, linesOf(drilled.value));
    }),
};

function linesOf({ cell, title, value, rows, units, beside, terms, left = 0 }: DrillView): readonly string[] {
  return [
    `${cell} = ${value}  ${title}`,
    ...terms.map(termLine),
    ...units.map((unit) => `  ${unit.name} ${unit.value}`),
    ...beside.map((part) => `  ${words.beside[part.kind]} ${part.value}`),
    ...rows.map(lineOf),
    ...(left === 0 ? [] : [`…… ${left}`]),
  ];
}

function termLine({ cell, title, value, sign, lastYear = false }: DrillView["terms"][number]): string {
  const named = lastYear ? fillWords(words.lastYear, { title }) : title;
  return `  ${sign === 1 ? "+" : "-"} ${cell} = ${value}  ${named}`;
}

function lineOf({ name, unitName, idNumber, facts, sign }: DrillRow): string {
  const looked = Object.entries(facts).flatMap(([key, shown]) => (key === "name" ? [] : [shown]));
  return [...(sign === -1 ? ["-"] : []), name, unitName, idNumber, ...looked].filter((part) => part !== "").join("  ");
}
