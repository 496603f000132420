import { compare, divide, multiply, rational, ZERO, type Rational } from "#core/kernel/rational.ts";
import { powerOfTen } from "#core/kernel/decimal-units.ts";
import { qualitativeMaximum, quantitativeMaximum } from "../scoring/scheme-maximum.ts";
import type { TemplateBody } from "../template/template.ts";
import { problem, type TemplateProblem } from "../template/template-problem.ts";

/**
 * The finest distance between a scaled figure and a half that a spreadsheet's doubles still tell apart, as its inverse.
 * score-formulas.ts says why.
 */
export const FINEST_SCALE = 1_000_000_000n;

/**
 * "to-base" divides by a half's maximum, and a quotient can come as close to a rounding half as its denominator allows.
 * Nearly every real scheme is far from the limit (85 of 100 at 0.7, two decimals: 3,400); the rest is refused here,
 * because sheet and service could differ in the last digit.
 */
export function* checkScaleFineness(body: TemplateBody): Generator<TemplateProblem> {
  const { policy } = body;
  if (policy.scale === "as-is") return;
  const halves = [
    ["sections", quantitativeMaximum(body), policy.quantitativeWeight],
    ["qualitative", qualitativeMaximum(body), policy.qualitativeWeight],
  ] as const;
  for (const [place, maximum, weight] of halves) {
    if (compare(rational(weight), ZERO) === 0) continue;
    // All of it bonus or veto: there are no full marks to scale to.
    if (compare(maximum, ZERO) === 0) {
      yield problem("half-without-items", place);
      continue;
    }
    const fineness = finenessOf(divide(multiply(rational(policy.base), rational(weight)), maximum), policy.decimals);
    if (fineness > FINEST_SCALE)
      yield problem("scale-too-fine", place, { given: String(fineness), expected: String(FINEST_SCALE) });
  }
}

/** Common denominator of (whole units of the last decimal x factor) and the halves between two shown figures. */
function finenessOf(factor: Rational, decimals: number): bigint {
  const figures = factor.denominator * powerOfTen(decimals);
  const halves = 2n * powerOfTen(decimals);
  return (figures * halves) / greatestCommonDivisor(figures, halves);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
