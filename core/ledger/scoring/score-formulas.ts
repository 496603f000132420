import { toText } from "#core/kernel/rational.ts";
import { LEAST_TO_TRIM } from "./mean-of.ts";
import type { ScoringPolicy } from "../policy.ts";
import { qualitativeMaximum, quantitativeMaximum } from "./scheme-maximum.ts";
import type { TemplateBody } from "../template/template.ts";

/**
 * The figures of computeTotals as spreadsheet formulas (L13), without "=". References are what the sheet builder gives:
 * A1 addresses or ranges, or defined names (自评权重); a weight may also be its decimal text.
 *
 * Why they agree with the service to the last digit although hosts compute in doubles: before each rounding the double
 * differs from the exact figure by less than 5e-10 (at most 30 products and sums below 131,072, whose last bit is worth
 * 1.5e-11), and an exact figure that is not a rounding half keeps a distance of at least 1e-9 from the nearest half:
 *   section sums and halves  scores with d decimals times weights with 4: 1e-8 (whole multiples of 10^-(d+4), d <= 4)
 *   mean of n raters         1 / (2 n 10^d): 1e-8 for 5,000 raters and 4 decimals
 *   weights rescaled         divided by at most 10^4 weight units: 1 / (2 x 10^4 x 10^d) = 5e-9
 *   scaled to base           1 / common denominator; checkTemplate refuses templates where it is over 1e9 (scale-too-fine)
 * So ROUND(x, 9) restores a half exactly and turns nothing else into one, and the second ROUND decides as the service does.
 * What is rounded already is the double nearest to its decimal, so nothing builds up from figure to figure.
 */

/** @param refs ranges of the section's item scores, veto items left out; empty cells count 0 */
export function sectionSubtotalFormula(refs: readonly string[], decimals: number): string {
  return rounded(sumOf(refs), decimals);
}

/** @param sections subtotal cell and weight of each section; the weight is null where sections have none */
export function quantitativeSumFormula(
  sections: readonly { readonly subtotal: string; readonly weight: string | null }[],
  decimals: number,
): string {
  return rounded(
    sections.map(({ subtotal, weight }) => (weight === null ? subtotal : `${subtotal}*${weight}`)).join("+") || "0",
    decimals,
  );
}

/** @param refs ranges of the qualitative items' figures; an item nobody scored shows "" and counts 0 */
export function qualitativeSumFormula(refs: readonly string[], decimals: number): string {
  return rounded(sumOf(refs), decimals);
}

export interface HalfRefs {
  /** The half's sum, rounded. */
  readonly sum: string;
  readonly weight: string;
  /** Only read with "to-base". */
  readonly base: string;
}

export function quantitativeFormula(body: TemplateBody, refs: HalfRefs): string {
  return halfFormula(body.policy, refs, toText(quantitativeMaximum(body)));
}

export function qualitativeFormula(body: TemplateBody, refs: HalfRefs): string {
  return halfFormula(body.policy, refs, toText(qualitativeMaximum(body)));
}

/** Mean of one class's scores for one item; "" while it has none, for missing is never zero (L11). */
export function classMeanFormula(refs: readonly string[], policy: Pick<ScoringPolicy, "combine" | "decimals">): string {
  const all = refs.join(",");
  const mean = `SUM(${all})/COUNT(${all})`;
  const trimmed = `IF(COUNT(${all})>=${LEAST_TO_TRIM},(SUM(${all})-MAX(${all})-MIN(${all}))/(COUNT(${all})-2),${mean})`;
  return `IF(COUNT(${all})=0,"",${rounded(policy.combine === "trimmed-mean" ? trimmed : mean, policy.decimals)})`;
}

/** One item over the classes that scored it, their weights rescaled; "" when none has. */
export function itemFigureFormula(
  classes: readonly { readonly mean: string; readonly weight: string }[],
  decimals: number,
): string {
  const present = classes.map(({ mean }) => mean).join(",");
  const scores = classes.map(({ mean, weight }) => `IF(ISNUMBER(${mean}),${mean}*${weight},0)`).join("+");
  const weights = classes.map(({ mean, weight }) => `IF(ISNUMBER(${mean}),${weight},0)`).join("+");
  return `IF(COUNT(${present})=0,"",${rounded(`(${scores})/(${weights})`, decimals)})`;
}

export interface TotalRefs {
  readonly quantitative: string;
  readonly qualitative: string;
  /** Ranges of the veto items' scores; empty where the template has none. */
  readonly vetoes: readonly string[];
}

export function totalFormula(policy: ScoringPolicy, refs: TotalRefs): string {
  const sum = rounded(`${refs.quantitative}+${refs.qualitative}`, policy.decimals);
  const zeroed = refs.vetoes.length > 0 && policy.veto === "total-zero" ? `IF(${sumOf(refs.vetoes)}>0,0,${sum})` : sum;
  return policy.floor === null ? zeroed : `MAX(${zeroed},${policy.floor})`;
}

/** @returns undefined where the policy has no grades: there is nothing to show. */
export function gradeFormula(policy: ScoringPolicy, total: string, vetoes: readonly string[]): string | undefined {
  const lowest = policy.grades.at(-1);
  if (!lowest) return undefined;
  const bands = policy.grades.reduceRight(
    (rest, { name, from }) =>
      from === null ? textConstant(name) : `IF(${total}>=${from},${textConstant(name)},${rest})`,
    textConstant(""),
  );
  return vetoes.length > 0 && policy.veto === "lowest-grade"
    ? `IF(${sumOf(vetoes)}>0,${textConstant(lowest.name)},${bands})`
    : bands;
}

function halfFormula(policy: ScoringPolicy, { sum, weight, base }: HalfRefs, maximum: string): string {
  if (policy.scale === "as-is") return rounded(`${sum}*${weight}`, policy.decimals);
  return maximum === "0" ? "0" : rounded(`${sum}/${maximum}*${base}*${weight}`, policy.decimals);
}

function rounded(expression: string, decimals: number): string {
  return `ROUND(ROUND(${expression},9),${decimals})`;
}

function sumOf(refs: readonly string[]): string {
  return refs.length === 0 ? "0" : `SUM(${refs.join(",")})`;
}

function textConstant(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
