import type { ImportAnswer, ImportedCell } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { SheetProblem } from "#core/sheet/edit.ts";
import { sayProblem } from "#core/wording/texts/problem-sentences.ts";
import { sayRefusal } from "#core/wording/say-refusal.ts";
import { importLedgerWorkbook } from "#service/usecases/ledger/exchange/import-ledger-workbook.ts";
import { refused } from "#service/cli/answers.ts";
import { callerFor } from "#service/cli/caller-for.ts";
import type { Command, CommandAnswer } from "#service/cli/command.ts";
import { haveArrived, importedLine } from "#service/cli/imported-cells.ts";
import { readInput } from "#service/cli/read-input.ts";
import { required, withServices } from "#service/cli/with-services.ts";

export const ledgerImport: Command = {
  words: "ledger import",
  takes: ["FILE.xlsx"],
  options: { as: { type: "string" }, post: { type: "string" }, "dry-run": { type: "boolean" } },
  about: "push what was changed in a ledger workbook; prints an outcome per cell 导入台账",
  run: async (call) => {
    const account = required(call, "as");
    return await withServices(call, async (services) => {
      const caller = await callerFor(services, account, call.option("post"));
      if (!caller.ok) return refusedIn(caller.refusal);
      const content = await readInput(call.operands[0] ?? "", services.limits.workbookBytes);
      if (!content.ok) return refusedIn(content.refusal);
      const asked = { content: content.value, dryRun: call.flag("dry-run") };
      const imported = await importLedgerWorkbook(services, caller.value, asked);
      return imported.ok ? answerOf(imported.value) : refusedIn(imported.refusal);
    });
  },
};

/** Exit code 1 when anything the officer changed did not arrive, so that a script notices. */
function answerOf(answer: ImportAnswer): CommandAnswer {
  const head = `${answer.ledgerName}: ${String(answer.cells.length)} 处修改${answer.dryRun ? "（试运行，未写入 dry run）" : ""}`;
  const lines = [head, ...answer.cells.map(cellLine), ...answer.problems.map(problemLine)];
  return { exitCode: haveArrived(answer.cells) && answer.problems.length === 0 ? 0 : 1, data: answer, lines };
}

function cellLine(cell: ImportedCell): string {
  return `  ${cell.place.sheet}!${cell.place.address}  ${importedLine(cell)}`;
}

function problemLine(problem: SheetProblem): string {
  const place =
    "place" in problem ? `${problem.place.sheet}!${problem.place.address}` : "sheet" in problem ? problem.sheet : "";
  return `  ${place}  ${sayProblem("zh-CN", problem)} (${problem.code})`;
}

function refusedIn(refusal: AnyRefusal): CommandAnswer {
  return refused(refusal, sayRefusal("zh-CN", refusal));
}
