import { definitionLines, type DefinitionLine } from "../definition/definition-lines.ts";
import type { DefinitionProblem } from "../definition/definition-problem.ts";
import type { ProblemList } from "../definition/problem-list.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import type { CheckClass, CheckTest, Relation, TableCheck } from "./table-check.ts";

const CLASSES: Readonly<Record<string, CheckClass>> = { 不允许: "error", 需说明: "explain", 提示: "hint" };
const HEAD = /^(\S+)\s+(不允许|需说明|提示)(?:\s+表([1-9]\d{0,2}))?(?:\s+(每行|每列))?((?:\s+(?:名单|缺值不核))*)$/u;
const SIGN = /\s(=|<=|>=|<|>|!=|同有同无|二者居一)\s/u;
const BAND = /^(.*?)\s+变动\s+(\d{1,3})%\s+或\s+(\d{1,6})$/su;

/** `D-001 不允许 表2 每列 | 行1 = 行2 + 行18 | what it says to the reader` */
export function readChecks(text: string, problems: ProblemList): readonly TableCheck[] {
  const known = new Set<string>();
  return definitionLines(text).flatMap((line) => {
    const check = readCheck(line, problems);
    if (!check) return [];
    if (known.has(check.code)) problems.add(line.no, "id-doubled", { given: check.code });
    known.add(check.code);
    return [check];
  });
}

function readCheck(line: DefinitionLine, problems: ProblemList): TableCheck | undefined {
  const [given = "", formula = "", text = ""] = line.parts;
  const head = readHead(given);
  if (line.parts.length !== 3 || !head || text === "") {
    problems.add(line.no, "line-crooked", { given: line.text });
    return undefined;
  }
  const test = readTest(formula, (problem, where) =>
    problems.add(line.no, problem, { place: head.code, given: where }),
  );
  return test && { ...head, test, text, line: line.no };
}

/** Code, class, where it runs, and its flags. */
function readHead(given: string): Omit<TableCheck, "test" | "text" | "line"> | undefined {
  const [, code, severity = "", table, each = "", flags = ""] = HEAD.exec(given) ?? [];
  if (code === undefined) return undefined;
  return {
    ...{ code, severity: CLASSES[severity] ?? "error", each: EACH[each] ?? null },
    table: table === undefined ? null : Number(table),
    wantsNames: flags.includes("名单"),
    missing: flags.includes("缺值不核") ? "wait" : "zero",
  };
}

const EACH: Readonly<Record<string, TableCheck["each"]>> = { 每行: "row", 每列: "column" };

type Tell = (problem: DefinitionProblem["problem"], given: string) => void;

function readTest(text: string, tell: Tell): CheckTest | undefined {
  const [, changed, percent, absolute] = BAND.exec(text) ?? [];
  if (changed !== undefined) {
    const left = formulaOf(changed, tell);
    return left && { kind: "band", left, percent: Number(percent), absolute: Number(absolute) };
  }
  const sign = SIGN.exec(text);
  if (!sign) {
    tell("sign-expected", text);
    return undefined;
  }
  const left = formulaOf(text.slice(0, sign.index), tell);
  const right = formulaOf(text.slice(sign.index + sign[0].length), tell);
  return left && right && testOf(sign[1] ?? "", left, right);
}

function testOf(sign: string, left: NonNullable<ReturnType<typeof formulaOf>>, right: typeof left): CheckTest {
  if (sign === "同有同无") return { kind: "both-or-neither", left, right };
  if (sign === "二者居一") return { kind: "either-or", left, right };
  return { kind: "relation", left, relation: sign as Relation, right };
}

function formulaOf(text: string, tell: Tell) {
  const read = parseFormula(text);
  if (read.ok) return read.value;
  tell(read.refusal.problem, read.refusal.given);
  return undefined;
}
