import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import type { DefinitionProblem } from "#core/report/definition/definition-problem.ts";
import { sayDefinitionProblem } from "#core/wording/say-definition-problem.ts";
import { readFormIn } from "#service/shipped/shipped-report.ts";
import { done } from "#service/cli/answers.ts";
import { boundForm } from "#service/cli/report/bound-form.ts";
import type { Command, CommandAnswer } from "#service/cli/command.ts";

/** Whether a set of report tables can be read, and what it is made of (R1, R11). Needs no database. */
export const reportLint: Command = {
  words: "report lint",
  takes: ["DEFINITIONS"],
  options: {},
  about: "whether the definitions of a report set can be used 检查报表定义",
  run: async (call) => {
    const read = await readFormIn(call.operands[0] ?? "");
    if (!read.ok) return wrong(read.refusal.problems);
    const { compiled, problems } = await boundForm(read.value);
    return problems.length > 0 ? wrong(problems) : done(countsOf(compiled), linesOf(compiled));
  },
};

function wrong(problems: readonly DefinitionProblem[]): CommandAnswer {
  return { exitCode: 1, data: { problems }, lines: problems.map((each) => sayDefinitionProblem("zh-CN", each)) };
}

function countsOf({ set, tables, conditions }: CompiledSet) {
  const cells = tables.flatMap((table) => table.cells);
  const count = (kind: (typeof cells)[number]["rule"]["kind"]) => cells.filter(({ rule }) => rule.kind === kind).length;
  return {
    ...{ set: set.id, tables: tables.length, cells: cells.length, generated: count("generated") },
    ...{ formula: count("formula"), manual: count("manual"), none: count("none") },
    conditions: Object.values(conditions).reduce((sum, each) => sum + each.length, 0),
  };
}

function linesOf(compiled: CompiledSet): readonly string[] {
  const { set, tables, cells, generated, formula, manual, none, conditions } = countsOf(compiled);
  return [
    `${set}  ${tables} 张表 tables  ${cells} 格 cells`,
    `生成 generated ${generated}  公式 formula ${formula}  手填 manual ${manual}  无此格 none ${none}  条件 conditions ${conditions}`,
  ];
}
