import {
  compare,
  decimalsOf,
  ONE,
  parseRational,
  rational,
  sum,
  toText,
  ZERO,
  type Rational,
} from "#core/kernel/rational.ts";
import { LARGEST_SCORE, WEIGHT_DECIMALS } from "../scoring/score-limits.ts";
import { problem, type TemplateProblem } from "../template/template-problem.ts";

export interface DecimalRule {
  readonly decimals: number;
  readonly lowest?: string;
  readonly highest?: string;
  /** `lowest` itself is refused. */
  readonly above?: boolean;
}

/** A plain decimal within its bounds. Problems are yielded; the number is returned when it can be read at all. */
export function* checkDecimal(
  place: string,
  text: string,
  rule: DecimalRule,
): Generator<TemplateProblem, Rational | undefined> {
  const value = yield* readDecimal(place, text, rule.decimals);
  if (!value) return undefined;
  const { lowest = "0", highest = LARGEST_SCORE, above = false } = rule;
  const low = compare(value, rational(lowest));
  if (low < 0 || (above && low === 0) || compare(value, rational(highest)) > 0) {
    yield problem("number-out-of-range", place, { given: text, expected: `${above ? "> " : ""}${lowest}..${highest}` });
  }
  return value;
}

/**
 * Weights: decimals with at most four places between 0 and 1 that sum to exactly 1 (L12); 0.9999 and 1.0001 are refused.
 * @param zeroAllowed only for the two halves of a total, one of which may be empty.
 */
export function* checkWeights(
  place: string,
  weights: readonly (readonly [place: string, text: string])[],
  zeroAllowed: boolean,
): Generator<TemplateProblem> {
  const values: Rational[] = [];
  for (const [at, text] of weights) {
    const value = yield* readDecimal(at, text, WEIGHT_DECIMALS);
    if (!value) return;
    const low = compare(value, ZERO);
    if (low < 0 || (low === 0 && !zeroAllowed) || compare(value, ONE) > 0)
      yield problem("weight-out-of-range", at, { given: text });
    values.push(value);
  }
  const total = sum(values);
  if (compare(total, ONE) !== 0) yield problem("weights-not-one", place, { given: toText(total), expected: "1" });
}

function* readDecimal(place: string, text: string, decimals: number): Generator<TemplateProblem, Rational | undefined> {
  const value = parseRational(text);
  if (!value) yield problem("not-a-decimal", place, { given: text });
  else if ((decimalsOf(value) ?? Infinity) > decimals)
    yield problem("too-many-decimals", place, { given: text, expected: decimals });
  return value;
}
