import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { explainCheck } from "#service/usecases/report/entry/explain-check.ts";
import { done, refused } from "#service/cli/answers.ts";
import type { Command } from "#service/cli/command.ts";
import { REPORT_OPTIONS, reportAsked } from "#service/cli/report/report-from.ts";
import { required, withServices } from "#service/cli/with-services.ts";

/** Says why a check does not hold (R4a). */
export const reportExplain: Command = {
  words: "report explain",
  takes: [],
  options: { ...REPORT_OPTIONS, ...{ check: { type: "string" }, line: { type: "string" }, text: { type: "string" } } },
  about: "say why a check of a unit's report does not hold 校核说明",
  run: async (call) =>
    await withServices(call, async (services) => {
      const [check, text] = [required(call, "check"), required(call, "text")];
      const asked = await reportAsked(call, services);
      if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
      const { caller, key } = asked.value;
      const order = { key, check, line: call.option("line") ?? "", text };
      const explained = await explainCheck(services, caller, order);
      if (!explained.ok) return refused(explained.refusal, sayReportRefusal("zh-CN", explained.refusal));
      return done({ check, line: order.line }, [`${check} 已说明`]);
    }),
};
