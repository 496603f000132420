import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { isCellName } from "../formula/cell-name.ts";
import { definitionLines, type DefinitionLine } from "./definition-lines.ts";
import type { DefinitionProblem } from "./definition-problem.ts";
import { populationNamed } from "./population-names.ts";
import { ProblemList } from "./problem-list.ts";
import { readColumns, readRows } from "./read-axis.ts";
import { ruleAt } from "./read-line.ts";
import { conditionText } from "./read-rule.ts";
import { readRollups } from "./read-rollups.ts";
import { readSupplement } from "./read-supplement.ts";
import type { CellException, PopulationName, TableDefinition } from "./report-definition.ts";
import type { RowStubs } from "./row-stubs.ts";
import { tableSections } from "./table-sections.ts";

export interface DefinitionRefusal {
  readonly code: "definition-unreadable";
  readonly problems: readonly DefinitionProblem[];
}

const HEAD = /^表\s+([1-9]\d{0,2})\s+(\S.*)$/u;

/** One table from its text (R1); everything that is wrong with it at once. */
export function readTable(file: string, text: string, stubs: RowStubs): Result<TableDefinition, DefinitionRefusal> {
  const problems = new ProblemList(file);
  const { head, sections } = tableSections(definitionLines(text));
  const table: TableDefinition = {
    ...readHead(head, problems),
    columns: readColumns(sections.列, problems),
    rows: readRows(sections.行, stubs, problems),
    supplement: readSupplement(sections.补充资料, problems),
    cells: readExceptions(sections.格, problems),
    rollups: readRollups(sections.汇总, problems),
  };
  if (table.columns.length === 0 || table.rows.length === 0) problems.add(1, "heading-missing", { given: "列 / 行" });
  if (problems.problems.length > 0) return refuse({ code: "definition-unreadable", problems: problems.problems });
  return ok(table);
}

function readHead(lines: readonly DefinitionLine[], problems: ProblemList) {
  const first = lines[0] ?? { no: 1, text: "" };
  const [, no = "0", name = ""] = HEAD.exec(first.text) ?? [];
  if (no === "0") problems.add(first.no, "heading-missing", { given: first.text });
  const said = new Map(lines.slice(1).map((line) => headLine(line)));
  const [counted, where] = [said.get("统计"), said.get("其中")];
  const strange = [...said.values()].filter((each) => each !== counted && each !== where);
  for (const { line } of strange) problems.add(line.no, "section-unknown", { given: line.text });
  const population: PopulationName = counted ? populationOf(counted.line, counted.given, problems) : "people";
  return { no: Number(no), name, population, where: where ? conditionText(where.given) : "" };
}

function headLine(line: DefinitionLine) {
  const [word = "", ...rest] = line.text.split(/\s+/u);
  return [word, { line, given: rest.join(" ") }] as const;
}

function populationOf(line: DefinitionLine, given: string, problems: ProblemList): PopulationName {
  const population = populationNamed(given);
  if (!population) problems.add(line.no, "population-unknown", { given });
  return population ?? "people";
}

/** `B3 | 手填：why`; several cells may share a rule: `B3 C3 D3 | ...`. */
function readExceptions(lines: readonly DefinitionLine[], problems: ProblemList): readonly CellException[] {
  return lines.flatMap((line) => {
    const [cells = "", text = ""] = line.parts;
    if (line.parts.length !== 2) problems.add(line.no, "line-crooked", { given: line.text });
    const names = cells.split(/\s+/u);
    for (const cell of names) if (!isCellName(cell)) problems.add(line.no, "id-crooked", { given: cell });
    const rule = ruleAt(text, { line: line.no, place: names[0] ?? "" }, problems);
    return rule ? names.map((cell) => ({ cell, rule, line: line.no })) : [];
  });
}
