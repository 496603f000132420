import type { ContrastRow } from "#core/protocol/report/report-tracing.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { lookingAt } from "#service/usecases/report/entry/mark-seen.ts";
import { contrastCells } from "#service/usecases/report/tracing/contrast-cells.ts";
import { done, refused } from "#service/cli/answers.ts";
import type { Command } from "#service/cli/command.ts";
import { REPORT_OPTIONS, reportAsked } from "#service/cli/report/report-from.ts";
import { required, withServices } from "#service/cli/with-services.ts";

/** Who is in one cell and not in the other, with the first condition that failed (R5a). */
export const reportContrast: Command = {
  words: "report contrast",
  takes: ["CELL"],
  options: { ...REPORT_OPTIONS, cells: { type: "string" } },
  about: "who is in one cell and not in the other, as --cells '1!A16' '2!A1' 数据反查对照",
  run: async (call) =>
    await withServices(call, async (services) => {
      const cells = { first: required(call, "cells"), second: call.operands[0] ?? "" };
      const asked = await reportAsked(call, services);
      if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
      const compared = await lookingAt(services, asked.value, () =>
        contrastCells(services, asked.value.caller, { key: asked.value.key, ...cells }),
      );
      if (!compared.ok) return refused(compared.refusal, sayReportRefusal("zh-CN", compared.refusal));
      const { first, second, both, onlyFirst, onlySecond, leftFirst = 0, leftSecond = 0 } = compared.value;
      return done(compared.value, [
        `${first.cell} ${first.title} 与 ${second.cell} ${second.title} 都有 ${both}`,
        `只在 ${first.cell}：${onlyFirst.length + leftFirst}`,
        ...onlyFirst.map(lineOf),
        ...(leftFirst === 0 ? [] : [`…… ${leftFirst}`]),
        `只在 ${second.cell}：${onlySecond.length + leftSecond}`,
        ...onlySecond.map(lineOf),
        ...(leftSecond === 0 ? [] : [`…… ${leftSecond}`]),
      ]);
    }),
};

function lineOf({ name, unitName, why }: ContrastRow): string {
  return `  ${name}  ${unitName}  ${why.zh}`;
}
