import type { DefinitionLine } from "./definition-lines.ts";
import type { ProblemList } from "./problem-list.ts";
import { readRule } from "./read-rule.ts";
import type { RowDefinition, Rule } from "./report-definition.ts";

/** "10 >>": the tenth row, two steps in. */
const ROW = /^([1-9]\d{0,2})\s*(>{0,4})$/;

export function readRow(line: DefinitionLine, problems: ProblemList): RowDefinition | undefined {
  const read = readLine(line, problems);
  if (!read) return undefined;
  const [, no = "0", marks = ""] = ROW.exec(read.id) ?? [];
  if (no === "0") {
    problems.add(line.no, "id-crooked", { given: read.id });
    return undefined;
  }
  return { no: Number(no), path: pathOf(read.heading), indent: marks.length, rule: read.rule, line: line.no };
}

/** A rule that stands in a part of the line; what is wrong with it is told at `place`. */
export function ruleAt(
  text: string,
  at: { readonly line: number; readonly place: string },
  problems: ProblemList,
): Rule | undefined {
  const rule = readRule(text);
  if (rule.ok) return rule.value;
  problems.add(at.line, rule.refusal.problem, { place: at.place, given: rule.refusal.given });
  return undefined;
}

/** `id | heading | rule` */
export function readLine(line: DefinitionLine, problems: ProblemList) {
  const [id = "", heading = "", text = ""] = line.parts;
  if (line.parts.length !== 3 || heading === "") {
    problems.add(line.no, "line-crooked", { given: line.text });
    return undefined;
  }
  const rule = ruleAt(text, { line: line.no, place: id }, problems);
  return rule && { id, heading, rule };
}

/** "一、在岗职工/农民工" */
export function pathOf(heading: string): readonly string[] {
  return heading
    .split("/")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
