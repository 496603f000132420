import type { MaterialsView } from "#core/protocol/report/reports.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { lookingAt } from "#service/usecases/report/entry/mark-seen.ts";
import { answerPoint } from "#service/usecases/report/submission/answer-point.ts";
import { viewMaterials } from "#service/usecases/report/submission/view-materials.ts";
import { done, refused } from "#service/cli/answers.ts";
import type { Command } from "#service/cli/command.ts";
import { REPORT_OPTIONS, reportAsked } from "#service/cli/report/report-from.ts";
import { required, withServices } from "#service/cli/with-services.ts";

/** One point of the audit in words, or without --point all of them with what was answered (R8). */
export const reportAnswer: Command = {
  words: "report answer",
  takes: [],
  options: { ...REPORT_OPTIONS, point: { type: "string" }, text: { type: "string" } },
  about: "answer a point of the audit: --point P-01.1 --text '...'; alone: list the points 审核要点答复",
  run: async (call) =>
    await withServices(call, async (services) => {
      const asked = await reportAsked(call, services);
      if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
      const { caller, key } = asked.value;
      const materials = await lookingAt(services, asked.value, () => viewMaterials(services, caller, key));
      if (!materials.ok) return refused(materials.refusal, sayReportRefusal("zh-CN", materials.refusal));
      const { points } = materials.value;
      const code = call.option("point");
      if (code === undefined) return done({ points }, points.map(lineOf));
      const revision = points.find(({ point }) => point === code)?.revision ?? 0;
      const order = { key, point: code, text: required(call, "text"), revision };
      const answered = await answerPoint(services, caller, order);
      if (!answered.ok) return refused(answered.refusal, sayReportRefusal("zh-CN", answered.refusal));
      return done({ point: code }, [`${code} 已答复`]);
    }),
};

function lineOf({ point, text, facts, answer }: MaterialsView["points"][number]): string {
  return [point, text, facts, answer ?? "（未答复）"].filter((part) => part !== "").join("  ");
}
