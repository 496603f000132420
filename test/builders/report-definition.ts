import assert from "node:assert/strict";
import type { DefinitionProblem } from "#core/report/definition/definition-problem.ts";
import { ProblemList } from "#core/report/definition/problem-list.ts";
import { readTable } from "#core/report/definition/read-table.ts";
import type { TableDefinition } from "#core/report/definition/report-definition.ts";
import { readRowStubs, type RowStubs } from "#core/report/definition/row-stubs.ts";

/** Two columns and two rows of people; parts may be put in place of these. */
export function tableText({
  head = "表 1 人数\n统计 人员",
  columns = "A | 总数 | 全部\nB | 总数/女 | 性别 = 女",
  rows = "1 | 总计 | 全部\n2 > | 学生 | 工作岗位 = 学生",
  rest = "",
}: {
  readonly head?: string;
  readonly columns?: string;
  readonly rows?: string;
  readonly rest?: string;
} = {}): string {
  return [head, "列", columns, "行", rows, rest].join("\n");
}

/** A table that can be read. */
export function tableOf(text: string, stubs: RowStubs = new Map()): TableDefinition {
  const read = readTable("table-01.txt", text, stubs);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

/** "problem@line place" of everything that is wrong with a table's text. */
export function tableProblems(text: string, stubs: RowStubs = new Map()): readonly string[] {
  const read = readTable("table-01.txt", text, stubs);
  if (read.ok) return [];
  for (const { file } of read.refusal.problems) assert.equal(file, "table-01.txt");
  return read.refusal.problems.map(shortProblem);
}

export function shortProblem({ problem, line, place }: DefinitionProblem): string {
  return `${problem}@${line}${place === "" ? "" : ` ${place}`}`;
}

/** Rows that can be shared. */
export function stubsOf(text: string): RowStubs {
  const problems = new ProblemList("row-stubs.txt");
  const stubs = readRowStubs(text, problems);
  assert.deepEqual(problems.problems, []);
  return stubs;
}
