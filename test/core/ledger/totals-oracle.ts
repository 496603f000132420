import type { ItemKey } from "#core/kernel/ids.ts";
import type { ScoringPolicy } from "#core/ledger/policy.ts";
import type { Rating } from "#core/ledger/scoring/rating.ts";
import type { TemplateBody } from "#core/ledger/template/template.ts";

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
  const { sections, ...first } = quantitativeHalf(body, scores);
  const { items, ...second } = qualitativeHalf(body, ratings);
  const quantitative = halfOf(policy, first, policy.quantitativeWeight);
  const qualitative = halfOf(policy, second, policy.qualitativeWeight);
  const vetoes = body.sections
    .flatMap((section) => section.items)
    .filter(({ key, kind }) => kind.kind === "veto" && Number(scores.get(key) ?? "0") > 0)
    .map(({ key }) => key);
  const total = judged(policy, plus(quantitative, qualitative), vetoes.length > 0);
  const band = policy.grades.find(({ from }) => from === null || !less(total, fraction(from)));
  const grade = vetoes.length > 0 && policy.veto === "lowest-grade" ? policy.grades.at(-1) : band;
  return {
    sections,
    quantitativeSum: text(first.sum, d),
    quantitative: text(quantitative, d),
    qualitativeItems: items,
    qualitativeSum: text(second.sum, d),
    qualitative: text(qualitative, d),
    total: text(total, d),
    grade: grade?.name ?? null,
    vetoes,
  };
}

interface Half {
  readonly sum: Fraction;
  readonly maximum: Fraction;
}

function halfOf(policy: ScoringPolicy, { sum, maximum }: Half, weight: string): Fraction {
  if (policy.scale === "as-is") return shown(times(sum, fraction(weight)), policy.decimals);
  if (maximum[0] === 0n) return ZERO;
  return shown(times(times(over(sum, maximum), fraction(policy.base)), fraction(weight)), policy.decimals);
}

function judged({ veto, floor }: ScoringPolicy, total: Fraction, vetoed: boolean): Fraction {
  const after = vetoed && veto === "total-zero" ? ZERO : total;
  return floor !== null && less(after, fraction(floor)) ? fraction(floor) : after;
}

function quantitativeHalf(body: TemplateBody, scores: ReadonlyMap<ItemKey, string | null>) {
  const d = body.policy.decimals;
  let sum = ZERO;
  let maximum = ZERO;
  const sections = body.sections.map((section) => {
    const added = section.items.filter(({ kind }) => kind.kind !== "veto");
    const subtotal = added.map(({ key }) => fraction(scores.get(key) ?? "0")).reduce(plus, ZERO);
    const most = added.filter(({ kind }) => kind.kind !== "bonus").map((item) => fraction(item.maximum));
    const weight = fraction(section.weight ?? "1");
    sum = plus(sum, times(shown(subtotal, d), weight));
    maximum = plus(maximum, times(most.reduce(plus, ZERO), weight));
    return { key: section.key, subtotal: text(subtotal, d) };
  });
  return { sections, sum: shown(sum, d), maximum };
}

function qualitativeHalf({ qualitative, policy }: TemplateBody, ratings: readonly Rating[]) {
  let sum = ZERO;
  let maximum = ZERO;
  const items = qualitative.map((item) => {
    const means: Record<string, string> = {};
    let weighted = ZERO;
    let weights = ZERO;
    for (const { code, weight } of policy.classes) {
      const given = ratings.filter(({ item: rated, raterClass }) => rated === item.key && raterClass === code);
      if (given.length === 0) continue;
      const mean = meanOf(policy, given);
      means[code] = text(mean, policy.decimals);
      weighted = plus(weighted, times(mean, fraction(weight)));
      weights = plus(weights, fraction(weight));
    }
    maximum = plus(maximum, fraction(item.maximum));
    if (weights[0] === 0n) return { key: item.key, means, score: null };
    const figure = shown(over(weighted, weights), policy.decimals);
    sum = plus(sum, figure);
    return { key: item.key, means, score: text(figure, policy.decimals) };
  });
  return { items, sum: shown(sum, policy.decimals), maximum };
}

function meanOf({ combine, decimals }: ScoringPolicy, ratings: readonly Rating[]): Fraction {
  const sorted = ratings.map(({ score }) => fraction(score)).toSorted((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
  const kept = combine === "trimmed-mean" && sorted.length >= 5 ? sorted.slice(1, -1) : sorted;
  return shown(over(kept.reduce(plus, ZERO), [BigInt(kept.length), 1n]), decimals);
}
