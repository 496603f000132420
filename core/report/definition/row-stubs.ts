import { definitionLines, type DefinitionLine } from "./definition-lines.ts";
import type { ProblemList } from "./problem-list.ts";
import { pathOf, readRow, ruleAt } from "./read-line.ts";
import type { RowDefinition, Rule } from "./report-definition.ts";

/** Rows that several tables share, by name, written once. */
export type RowStubs = ReadonlyMap<string, readonly RowDefinition[]>;

const HEAD = /^行组\s+(\S+)$/u;

/** `行组 工作岗位`, then its rows from 1. */
export function readRowStubs(text: string, problems: ProblemList): RowStubs {
  const stubs = new Map<string, RowDefinition[]>();
  let into: RowDefinition[] | undefined;
  for (const line of definitionLines(text)) {
    const [, name] = HEAD.exec(line.text) ?? [];
    if (name !== undefined) {
      if (stubs.has(name)) problems.add(line.no, "id-doubled", { given: name });
      into = [];
      stubs.set(name, into);
    } else if (into) {
      const row = readRow(line, problems);
      if (row) into.push(row);
    } else problems.add(line.no, "heading-missing", { given: line.text });
  }
  return stubs;
}

/**
 * `@新阶层 | +9 | 本年发展党员 | [变动] 变动方式 = 发展党员`: from which row on, under which heading, with which further condition
 * over what; all three may be left out.
 */
export function includedRows(
  { no: line, text, parts }: DefinitionLine,
  stubs: RowStubs,
  problems: ProblemList,
): readonly RowDefinition[] {
  const [name = "", shift = "+0", heading = "", where = ""] = parts;
  const rows = stubs.get(name.slice(1).trim());
  const offset = /^\+(\d{1,3})$/.exec(shift)?.[1];
  if (!rows || offset === undefined) {
    problems.add(line, rows ? "line-crooked" : "stub-unknown", { given: text });
    return [];
  }
  const further = where === "" ? undefined : ruleAt(where, { line, place: name }, problems);
  const above = pathOf(heading);
  return rows.map((row) => ({
    ...{ no: row.no + Number(offset), path: [...above, ...row.path], indent: row.indent },
    rule: narrowed(row.rule, further),
    line,
  }));
}

/** Further condition, and what is counted where it says so. A rule that counts something else keeps to itself. */
function narrowed(rule: Rule, given: Rule | undefined): Rule {
  if (given?.kind !== "count" || (rule.kind !== "count" && rule.kind !== "sum")) return rule;
  return { ...rule, population: rule.population ?? given.population, where: bothTexts(given.where, rule.where) };
}

/** Both conditions; an empty one asks for everybody. */
export function bothTexts(one: string, other: string): string {
  if (one === "" || other === "") return one + other;
  return `(${one}) 且 (${other})`;
}
