import { MOST_REASON } from "#core/ledger/item-rules/check-reason.ts";
import { parseDay } from "#core/kernel/instant.ts";
import type { Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { sayReportRefusal } from "#core/wording/say-report-refusal.ts";
import { handOver } from "#service/usecases/report/submission/hand-over.ts";
import { judgeReport } from "#service/usecases/report/submission/judge-report.ts";
import { viewSubmission } from "#service/usecases/report/submission/view-submission.ts";
import type { Services } from "#service/usecases/services.ts";
import { done, refused } from "#service/cli/answers.ts";
import { UsageError, type Command, type CommandAnswer, type CommandCall } from "#service/cli/command.ts";
import { REPORT_OPTIONS, reportAsked, type ReportAsked } from "#service/cli/report/report-from.ts";
import { required, withServices } from "#service/cli/with-services.ts";

const REASONED: Command["options"] = { ...REPORT_OPTIONS, reason: { type: "string" } };

/** Hands a unit's report to the superior, for --as one of the unit's accounts (R7, R8). */
export const reportSubmit: Command = {
  words: "report submit",
  takes: [],
  options: REPORT_OPTIONS,
  about: "hand a report that is ready to the superior 上报",
  run: async (call) =>
    await acted(call, async (services, { caller, key }) =>
      handOver(services, caller, { key, pushKey: services.random.id("cli") }),
    ),
};

export const reportWithdraw = judging("withdraw", "take back what the superior has not looked at 撤回");
export const reportAccept = judging("accept", "accept a report that was handed over 接受");
export const reportUnlock = judging("unlock", "let a unit change an accepted report 解锁");

/** Back to the unit, with remarks on cells: --remark '2!C4=text'. */
export const reportReturn: Command = {
  words: "report return",
  takes: [],
  options: { ...REASONED, remark: { type: "string", multiple: true } },
  about: "give a report back with remarks on cells, as --remark '2!C4=...' 退回",
  run: async (call) => {
    const [reason, remarks] = [reasonGiven(call), call.values("remark").map(remarkOf)];
    return await acted(call, async (services, { caller, key }) =>
      judgeReport(services, caller, { key, remarks, judgement: { act: "return", reason } }),
    );
  },
};

/** Signed and sealed on paper: --on 2027-01-05. */
export const reportPrinted: Command = {
  words: "report printed",
  takes: [],
  options: { ...REPORT_OPTIONS, on: { type: "string" } },
  about: "note on which day an accepted report was printed, signed and sealed: --on DAY 打印登记",
  run: async (call) => {
    const on = parseDay(required(call, "on"));
    if (on === undefined) throw new UsageError("--on is a day: 2027-01-05");
    return await acted(call, async (services, { caller, key }) =>
      judgeReport(services, caller, { key, judgement: { act: "print", on } }),
    );
  },
};

function judging(act: "withdraw" | "accept" | "unlock", about: string): Command {
  return {
    words: `report ${act}`,
    takes: [],
    options: REASONED,
    about,
    run: async (call) => {
      const reason = reasonGiven(call);
      return await acted(call, async (services, { caller, key }) =>
        judgeReport(services, caller, { key, judgement: { act, reason } }),
      );
    },
  };
}

type Act = (services: Services, asked: ReportAsked) => Promise<Result<null, AnyRefusal>>;

/** Does it, and says where the report stands then. */
async function acted(call: CommandCall, act: Act): Promise<CommandAnswer> {
  return await withServices(call, async (services) => {
    const asked = await reportAsked(call, services);
    if (!asked.ok) return refused(asked.refusal, sayReportRefusal("zh-CN", asked.refusal));
    const result = await act(services, asked.value);
    if (!result.ok) return refused(result.refusal, sayReportRefusal("zh-CN", result.refusal));
    const now = await viewSubmission(services, asked.value.caller, asked.value.key);
    if (!now.ok) return refused(now.refusal, sayReportRefusal("zh-CN", now.refusal));
    const [latest] = now.value.history;
    return done({ state: now.value.state, number: latest?.number ?? 0 }, [
      `${STATES[now.value.state]}  第 ${String(latest?.number ?? 0)} 次`,
    ]);
  });
}

const STATES = { draft: "填报中", submitted: "已上报", returned: "已退回", accepted: "已接受" } as const;

function reasonGiven(call: CommandCall): string {
  const reason = required(call, "reason").trim();
  if (reason === "" || reason.length > MOST_REASON) throw new UsageError("--reason is a sentence");
  return reason;
}

function remarkOf(given: string): { readonly cell: string; readonly text: string } {
  const at = given.indexOf("=");
  const text = given.slice(at + 1).trim();
  if (at < 0 || text === "" || text.length > MOST_REASON)
    throw new UsageError("--remark is CELL=TEXT: '2!C4=核对女党员数'");
  return { cell: given.slice(0, at).trim(), text };
}
