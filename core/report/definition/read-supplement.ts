import type { DefinitionLine } from "./definition-lines.ts";
import type { ProblemList } from "./problem-list.ts";
import { ruleAt } from "./read-line.ts";
import type { Rule, SupplementLine } from "./report-definition.ts";

/** How a blank is written in the text of a supplementary line. */
export const BLANK = "____";

/** `1 | 按时交纳党费的____名，少交的____名` and, for each blank, `1.1 | 党费交纳类别 = ...`. */
export function readSupplement(lines: readonly DefinitionLine[], problems: ProblemList): readonly SupplementLine[] {
  const texts = lines.filter(({ parts }) => /^\d+$/.test(parts[0] ?? ""));
  const rules = new Map<string, DefinitionLine>();
  for (const line of lines) {
    const [id = ""] = line.parts;
    if (/^\d+$/.test(id)) continue;
    if (!/^\d+\.\d+$/.test(id) || line.parts.length !== 2) problems.add(line.no, "line-crooked", { given: line.text });
    else if (rules.has(id)) problems.add(line.no, "id-doubled", { given: id });
    else rules.set(id, line);
  }
  const read = texts.map((line, index) => lineOf(line, index + 1));
  for (const [id, line] of rules) problems.add(line.no, "blank-missing", { place: `补${id}` });
  return read;

  function lineOf(line: DefinitionLine, no: number): SupplementLine {
    const [id = "", text = ""] = line.parts;
    if (Number(id) !== no) problems.add(line.no, "order-crooked", { place: id });
    const blanks = text.split(BLANK).slice(1);
    return { no, text, line: line.no, blanks: blanks.map((_, index) => blankOf(`${no}.${index + 1}`, line)) };
  }

  function blankOf(id: string, line: DefinitionLine): Rule {
    const given = rules.get(id);
    rules.delete(id);
    if (!given) problems.add(line.no, "blank-missing", { place: `补${id}` });
    const rule = given && ruleAt(given.parts[1] ?? "", { line: given.no, place: `补${id}` }, problems);
    return rule ?? { kind: "none" };
  }
}
