import { compare, type Rational } from "#core/kernel/rational.ts";
import { checkDecimal, checkWeights } from "./check-decimal.ts";
import { checkKeys, checkLabel, checkText, TEXT_LIMITS } from "./check-text.ts";
import type { ScoringPolicy } from "../policy.ts";
import { LARGEST_SCORE, MOST_CLASSES, MOST_DECIMALS, MOST_GRADES } from "../scoring/score-limits.ts";
import { problem, type TemplateProblem } from "../template/template-problem.ts";

/** Codes that columns of a sheet or rights already go by; a named list of accounts under one of them would be mistaken for it. */
export const RESERVED_CLASS_CODES: ReadonlySet<string> = new Set([
  "owner",
  "listed",
  "substitute",
  "absent",
  "mean",
  "score",
  "total",
  "all",
  "none",
]);

/** Their weights have names of their own in the sheet: 定量权重, 第1部分权重. */
const RESERVED_CLASS_NAMES = /^(?:定量|定性|第\d+部分)$/u;

/** The scoring policy in itself (L12). @param decimals 0 to 4, or the most there are when the policy's own are unusable. */
export function* checkPolicy(policy: ScoringPolicy, decimals: number): Generator<TemplateProblem> {
  if (!areDecimalsValid(policy.decimals))
    yield problem("decimals-invalid", "policy.decimals", { given: policy.decimals, expected: `0..${MOST_DECIMALS}` });
  const halves = [
    ["policy.quantitativeWeight", policy.quantitativeWeight],
    ["policy.qualitativeWeight", policy.qualitativeWeight],
  ] as const;
  yield* checkWeights("policy.quantitativeWeight", halves, true);
  yield* checkDecimal("policy.base", policy.base, { decimals, above: true });
  if (policy.floor !== null)
    yield* checkDecimal("policy.floor", policy.floor, { decimals, lowest: `-${LARGEST_SCORE}` });
  yield* checkGrades(policy);
}

export function areDecimalsValid(decimals: number): boolean {
  return Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_DECIMALS;
}

/** Rater classes; there may be none only where nothing is rated. */
export function* checkClasses(policy: ScoringPolicy, areRated: boolean): Generator<TemplateProblem> {
  const { classes } = policy;
  if (classes.length > MOST_CLASSES)
    yield problem("too-many", "policy.classes", { given: classes.length, expected: MOST_CLASSES });
  yield* checkKeys(classes.map(({ code }, index) => [`policy.classes.${index}.code`, code] as const));
  const names = new Set<string>();
  for (const [index, { code, name }] of classes.entries()) {
    const place = `policy.classes.${index}`;
    if (RESERVED_CLASS_CODES.has(code)) yield problem("class-reserved", `${place}.code`, { given: code });
    yield* checkLabel(`${place}.name`, name, TEXT_LIMITS.className);
    if (RESERVED_CLASS_NAMES.test(name)) yield problem("class-reserved", `${place}.name`, { given: name });
    if (names.has(name)) yield problem("label-doubled", `${place}.name`, { given: name });
    names.add(name);
  }
  if (classes.length === 0 && !areRated) return;
  yield* checkWeights(
    "policy.classes",
    classes.map(({ weight }, index) => [`policy.classes.${index}.weight`, weight] as const),
    false,
  );
}

/** Bands highest first, each with its lowest total; the last one open downwards, so that every total has a grade. */
function* checkGrades({ grades, veto }: ScoringPolicy): Generator<TemplateProblem> {
  if (grades.length > MOST_GRADES)
    yield problem("too-many", "policy.grades", { given: grades.length, expected: MOST_GRADES });
  if (grades.length === 0 && veto === "lowest-grade") yield problem("lowest-grade-missing", "policy.veto");
  yield* checkGradeNames(grades);
  yield* checkBounds(grades);
  for (const [index, { from }] of grades.entries()) {
    const isLast = index === grades.length - 1;
    if (isLast !== (from === null))
      yield problem("last-grade-not-open", `policy.grades.${index}.from`, { given: from ?? "" });
  }
}

function* checkBounds(grades: ScoringPolicy["grades"]): Generator<TemplateProblem> {
  let above: Rational | undefined;
  for (const [index, { from }] of grades.entries()) {
    if (from === null) continue;
    const place = `policy.grades.${index}.from`;
    const bound = yield* checkDecimal(place, from, { decimals: MOST_DECIMALS, lowest: `-${LARGEST_SCORE}` });
    if (bound && above && compare(bound, above) >= 0) yield problem("grades-not-descending", place, { given: from });
    above = bound ?? above;
  }
}

function* checkGradeNames(grades: ScoringPolicy["grades"]): Generator<TemplateProblem> {
  const names = new Set<string>();
  for (const [index, { name }] of grades.entries()) {
    const place = `policy.grades.${index}.name`;
    yield* checkText(place, name, TEXT_LIMITS.gradeName);
    if (names.has(name)) yield problem("label-doubled", place, { given: name });
    names.add(name);
  }
}
