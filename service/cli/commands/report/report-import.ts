import type { ImportedCell } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportImportAnswer } from "#core/protocol/report-exchange.ts";
import { sayProblem } from "#core/wording/problem-sentences.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { importReportWorkbook } from "#service/usecases/report/output/import-report-workbook.ts";
import { refused } from "#service/cli/answers.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import type { Command, CommandAnswer } from "#service/cli/command.ts";
import { readInput } from "#service/cli/read-input.ts";
import { required, withServices } from "#service/cli/with-services.ts";

export const reportImport: Command = {
  words: "report import",
  takes: ["FILE.xlsx"],
  options: { as: { type: "string" }, post: { type: "string" }, "dry-run": { type: "boolean" } },
  about: "push what was filled in in a report's workbook; prints an outcome per cell 导入年报",
  run: async (call) => {
    const account = required(call, "as");
    return await withServices(call, async (services) => {
      const caller = await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refusedIn(caller.refusal);
      const content = await readInput(call.operands[0] ?? "", services.limits.workbookBytes);
      if (!content.ok) return refusedIn(content.refusal);
      const asked = { content: content.value, dryRun: call.flag("dry-run") };
      const imported = await importReportWorkbook(services, caller.value, asked);
      return imported.ok ? answerOf(imported.value) : refusedIn(imported.refusal);
    });
  },
};

/** Exit code 1 when anything the officer changed did not arrive, so that a script notices. */
function answerOf(answer: ReportImportAnswer): CommandAnswer {
  const arrived = answer.cells.every(({ outcome }) => outcome.result === "accepted" || outcome.result === "unchanged");
  const head = `${answer.unitName}: ${String(answer.cells.length)} 处修改${answer.dryRun ? "（试运行，未写入 dry run）" : ""}`;
  const problems = answer.problems.map((problem) => `  ${sayProblem("zh-CN", problem)} (${problem.code})`);
  return {
    exitCode: arrived && answer.problems.length === 0 ? 0 : 1,
    data: answer,
    lines: [head, ...answer.cells.map(cellLine), ...problems],
  };
}

function cellLine({ field, base, value, outcome }: ImportedCell): string {
  return `  ${field}: ${String(base ?? "")} -> ${String(value ?? "")}  ${outcomeText(outcome)}`;
}

function outcomeText(outcome: ImportedCell["outcome"]): string {
  switch (outcome.result) {
    case "accepted":
      return "accepted 已接受";
    case "unchanged":
      return "unchanged 无变化";
    case "refused":
      return `refused 退回: ${sayRefusal("zh-CN", outcome.refusal)} (${outcome.refusal.code})`;
    case "conflict":
      return `conflict 冲突: 现为 ${outcome.theirs ?? ""}，${outcome.who} ${outcome.at}`;
  }
}

function refusedIn(refusal: AnyRefusal): CommandAnswer {
  return refused(refusal, sayRefusal("zh-CN", refusal));
}
