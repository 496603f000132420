import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportImportAnswer } from "#core/protocol/report/report-exchange.ts";
import { sayProblem } from "#core/wording/texts/problem-sentences.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { importReportWorkbook } from "#service/usecases/report/output/import-report-workbook.ts";
import { refused } from "#service/cli/answers.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import type { Command, CommandAnswer } from "#service/cli/command.ts";
import { haveArrived, importedLine } from "#service/cli/imported-cells.ts";
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

/** Exit code 1 when anything the officer changed did not arrive, so that a script notices; a table may come back alone (W2). */
function answerOf(answer: ReportImportAnswer): CommandAnswer {
  const head = `${answer.unitName}: ${String(answer.cells.length)} 处修改${answer.dryRun ? "（试运行，未写入 dry run）" : ""}`;
  const problems = answer.problems.map((problem) => `  ${sayProblem("zh-CN", problem)} (${problem.code})`);
  return {
    exitCode: haveArrived(answer.cells) && answer.problems.every(({ code }) => code === "sheet-missing") ? 0 : 1,
    data: answer,
    lines: [head, ...answer.cells.map((cell) => `  ${importedLine(cell)}`), ...problems],
  };
}

function refusedIn(refusal: AnyRefusal): CommandAnswer {
  return refused(refusal, sayRefusal("zh-CN", refusal));
}
