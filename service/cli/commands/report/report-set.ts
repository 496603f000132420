import type { Outcome } from "#core/protocol/push.ts";
import { reportRecord } from "#core/report/key/report-key.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { pushReportEdits } from "#service/usecases/report/entry/push-report-edits.ts";
import { viewCell } from "#service/usecases/report/entry/view-cell.ts";
import { done, refused } from "#service/cli/answers.ts";
import type { Command, CommandAnswer } from "#service/cli/command.ts";
import { REPORT_OPTIONS, reportAsked } from "#service/cli/report/report-from.ts";
import { required, withServices } from "#service/cli/with-services.ts";

/** Fills a cell, or forces one with a reason; an empty value takes it back (R3). */
export const reportSet: Command = {
  words: "report set",
  takes: [],
  options: {
    ...REPORT_OPTIONS,
    ...{ cell: { type: "string" }, value: { type: "string" }, reason: { type: "string" } },
  },
  about: "fill a cell of a report, or force a generated one with --reason; --value '' takes it back 填报、强制",
  run: async (call) =>
    await withServices(call, async (services) => {
      const [cell, value] = [required(call, "cell"), call.option("value") ?? ""];
      const asked = await reportAsked(call, services);
      if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
      const { caller, key } = asked.value;
      const now = await viewCell(services, caller, { key, cell });
      if (!now.ok) return refused(now.refusal, sayReportRefusal("zh-CN", now.refusal));
      const edit = {
        ...{ record: reportRecord(key), field: cell, baseRevision: now.value.revision },
        ...{ value: value === "" ? null : value, reason: call.option("reason") ?? "" },
      };
      const request = { key: services.random.id("push"), edits: [edit] };
      const pushed = await pushReportEdits(services, caller, request);
      if (!pushed.ok) return refused(pushed.refusal, sayRefusal("zh-CN", pushed.refusal));
      const [outcome] = pushed.value.outcomes;
      return outcome ? answerOf(cell, outcome) : done({}, []);
    }),
};

function answerOf(cell: string, outcome: Outcome): CommandAnswer {
  switch (outcome.result) {
    case "accepted":
    case "unchanged":
      return done({ cell, ...outcome }, [`${cell} ${outcome.result === "accepted" ? "已填写" : "没有变化"}`]);
    case "refused":
      return refused(outcome.refusal, sayReportRefusal("zh-CN", outcome.refusal));
    case "conflict":
      return refused({ code: "changed-meanwhile" }, sayRefusal("zh-CN", { code: "changed-meanwhile" }));
  }
}
