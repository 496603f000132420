import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { exemptCheck, unexemptCheck } from "#service/usecases/report/entry/exempt-check.ts";
import { done, refused } from "#service/cli/answers.ts";
import type { Command } from "#service/cli/command.ts";
import { REPORT_OPTIONS, reportAsked } from "#service/cli/report/report-from.ts";
import { required, withServices } from "#service/cli/with-services.ts";

/** Lets a unit explain an error instead of mending it, for --as one of the superior's accounts (R4). */
export const reportExempt: Command = {
  words: "report exempt",
  takes: [],
  options: {
    ...REPORT_OPTIONS,
    ...{ check: { type: "string" }, reason: { type: "string" }, revoke: { type: "boolean" } },
  },
  about: "let a unit explain an error of a check: --check D-1 --reason '...'; --revoke takes it back 豁免",
  run: async (call) =>
    await withServices(call, async (services) => {
      const [check, revoked] = [required(call, "check"), call.flag("revoke")];
      const reason = revoked ? "" : required(call, "reason");
      const asked = await reportAsked(call, services);
      if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
      const { caller, key } = asked.value;
      const order = { key, check, reason };
      const exempted = revoked
        ? await unexemptCheck(services, caller, order)
        : await exemptCheck(services, caller, order);
      if (!exempted.ok) return refused(exempted.refusal, sayReportRefusal("zh-CN", exempted.refusal));
      return done({ check, exempt: !revoked }, [`${check} ${revoked ? "不再豁免" : "已豁免"}`]);
    }),
};
