import type { ItemKey } from "#core/kernel/ids.ts";
import type { Rating } from "#core/ledger/rating.ts";
import type { TemplateBody } from "#core/ledger/template.ts";

/**
 * L11 to L13 once more, written from the rules' text with plain fractions of big integers and none of the source's
 * arithmetic. Slow on purpose: it never works in rounded units, it rounds a fraction where the rule says "shown".
 */
type Fraction = readonly [numerator: bigint, denominator: bigint];

const ZERO: Fraction = [0n, 1n];

function fraction(text: string): Fraction {
  const [whole = "0", places = ""] = text.replace("-", "").split(".");
  const magnitude = BigInt(whole) * 10n ** BigInt(places.length) + BigInt(places || "0");
  return [text.startsWith("-") ? -magnitude : magnitude, 10n ** BigInt(places.length)];
}

const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => (c < 0n ? [-a * d, b * -c] : [a * d, b * c]);
const less = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;

/** Half away from zero: as many whole steps as fit, and one more when what is left is at least half a step. */
function shown(value: Fraction, decimals: number): Fraction {
  const [numerator, denominator] = value;
  const step = 10n ** BigInt(decimals);
  const magnitude = (numerator < 0n ? -numerator : numerator) * step;
  const whole = magnitude / denominator;
  const rest = magnitude % denominator;
  const units = rest * 2n >= denominator ? whole + 1n : whole;
  return [numerator < 0n ? -units : units, step];
}

function text(value: Fraction, decimals: number): string {
  const [units] = shown(value, decimals);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  return `${units < 0n ? "-" : ""}${digits.slice(0, point)}${decimals > 0 ? "." : ""}${digits.slice(point)}`;
}

export function oracleTotals(
  body: TemplateBody,
  scores: ReadonlyMap<ItemKey, string | null>,
  ratings: readonly Rating[],
) {
  const { policy } = body;
  const d = policy.decimals;
  const halfOf = (sum: Fraction, weight: string, maximum: Fraction): Fraction => {
    if (policy.scale === "as-is") return shown(times(sum, fraction(weight)), d);
    return maximum[0] === 0n
      ? ZERO
      : shown(times(times(over(sum, maximum), fraction(policy.base)), fraction(weight)), d);
  };

  const sections: { key: string; subtotal: string }[] = [];
  let sum = ZERO;
  let maximum = ZERO;
  const vetoes: string[] = [];
  for (const section of body.sections) {
    let subtotal = ZERO;
    let sectionMaximum = ZERO;
    for (const { key, kind, maximum: most } of section.items) {
      const score = fraction(scores.get(key) ?? "0");
      if (kind.kind === "veto") {
        if (score[0] > 0n) vetoes.push(key);
        continue;
      }
      subtotal = plus(subtotal, score);
      if (kind.kind !== "bonus") sectionMaximum = plus(sectionMaximum, fraction(most));
    }
    const weight = fraction(section.weight ?? "1");
    sections.push({ key: section.key, subtotal: text(subtotal, d) });
    sum = plus(sum, times(shown(subtotal, d), weight));
    maximum = plus(maximum, times(sectionMaximum, weight));
  }
  const quantitativeSum = shown(sum, d);
  const quantitative = halfOf(quantitativeSum, policy.quantitativeWeight, maximum);

  let qualitativeSum = ZERO;
  let qualitativeMaximum = ZERO;
  const qualitativeItems = body.qualitative.map((item) => {
    const means: Record<string, string> = {};
    let weighted = ZERO;
    let weights = ZERO;
    for (const { code, weight } of policy.classes) {
      const given = ratings
        .filter((rating) => rating.item === item.key && rating.raterClass === code)
        .map(({ score }) => fraction(score));
      if (given.length === 0) continue;
      const sorted = given.toSorted((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
      const kept = policy.combine === "trimmed-mean" && sorted.length >= 5 ? sorted.slice(1, -1) : sorted;
      const mean = shown(over(kept.reduce(plus, ZERO), [BigInt(kept.length), 1n]), d);
      means[code] = text(mean, d);
      weighted = plus(weighted, times(mean, fraction(weight)));
      weights = plus(weights, fraction(weight));
    }
    qualitativeMaximum = plus(qualitativeMaximum, fraction(item.maximum));
    if (Object.keys(means).length === 0) return { key: item.key, means, score: null };
    const figure = shown(over(weighted, weights), d);
    qualitativeSum = plus(qualitativeSum, figure);
    return { key: item.key, means, score: text(figure, d) };
  });
  const qualitative = halfOf(qualitativeSum, policy.qualitativeWeight, qualitativeMaximum);

  let total = plus(quantitative, qualitative);
  if (vetoes.length > 0 && policy.veto === "total-zero") total = ZERO;
  if (policy.floor !== null && less(total, fraction(policy.floor))) total = fraction(policy.floor);
  const band = policy.grades.find(({ from }) => from === null || !less(total, fraction(from)));
  const grade = vetoes.length > 0 && policy.veto === "lowest-grade" ? policy.grades.at(-1) : band;
  return {
    sections,
    quantitativeSum: text(quantitativeSum, d),
    quantitative: text(quantitative, d),
    qualitativeItems,
    qualitativeSum: text(qualitativeSum, d),
    qualitative: text(qualitative, d),
    total: text(total, d),
    grade: grade?.name ?? null,
    vetoes,
  };
}
