import { definitionLines, type DefinitionLine } from "../definition/definition-lines.ts";
import type { ProblemList } from "../definition/problem-list.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import type { AuditPoint, PointFact } from "./audit-point.ts";

const HEAD = /^(\S+)(?:\s+表([1-9]\d{0,2}))?$/u;
const FACT = /^([^=]+?)\s*=\s*(\S.*)$/u;

/** `P-01 表1 | 上年底总数与上年年报是否一致 | 上年底总数 = A1；上年年报 = 上年(A16)`; the numbers may be missing. */
export function readPoints(text: string, problems: ProblemList): readonly AuditPoint[] {
  const known = new Set<string>();
  return definitionLines(text).flatMap((line) => {
    const point = readPoint(line, problems);
    if (!point) return [];
    if (known.has(point.code)) problems.add(line.no, "id-doubled", { given: point.code });
    known.add(point.code);
    return [point];
  });
}

function readPoint(line: DefinitionLine, problems: ProblemList): AuditPoint | undefined {
  const [given = "", text = "", facts = ""] = line.parts;
  const [, code, table] = HEAD.exec(given) ?? [];
  if (code === undefined || text === "" || line.parts.length > 3) {
    problems.add(line.no, "line-crooked", { given: line.text });
    return undefined;
  }
  const shown = facts === "" ? [] : factsOf(facts, { line, code }, problems);
  return { code, table: table === undefined ? null : Number(table), text, facts: shown, line: line.no };
}

function factsOf(
  text: string,
  { line, code }: { readonly line: DefinitionLine; readonly code: string },
  problems: ProblemList,
): readonly PointFact[] {
  return text.split(/[；;]/u).flatMap((part) => {
    const [, name, written = ""] = FACT.exec(part.trim()) ?? [];
    if (name === undefined) {
      problems.add(line.no, "line-crooked", { place: code, given: part.trim() });
      return [];
    }
    const formula = parseFormula(written);
    if (formula.ok) return [{ name, formula: formula.value }];
    problems.add(line.no, formula.refusal.problem, { place: code, given: formula.refusal.given });
    return [];
  });
}
