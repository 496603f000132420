import { divideRounded, powerOfTen, textOfUnits, unitsOf } from "#core/kernel/decimal-units.ts";
import type { ItemKey } from "#core/kernel/ids.ts";
import { divide, multiply, rational, ZERO, type Rational } from "#core/kernel/rational.ts";
import { gradeOf } from "./grade-of.ts";
import { meanOf } from "./mean-of.ts";
import type { Rating } from "./rating.ts";
import { isSummed, qualitativeMaximum, quantitativeMaximum } from "./scheme-maximum.ts";
import { WEIGHT_DECIMALS } from "./score-limits.ts";
import type { QualitativeItem, TemplateBody } from "../template/template.ts";
import type { LedgerTotals, QualitativeFigures } from "./totals.ts";

/**
 * All figures of one ledger (L11 to L13), from item scores and ratings up to total and grade. Each shown figure is
 * rounded half away from zero and the rounded one feeds the next: item -> subtotal -> sum -> half -> total, and
 * class mean -> item -> sum -> half -> total. Figures are whole numbers of the policy's last decimal ("units") in
 * between, so nothing is lost and 1,000 ledgers take a fraction of a second.
 *
 * @param itemScores standing score per quantitative item; a missing or null one counts 0
 * @param ratings of this ledger only; at most one per rater, class and item
 */
export function computeTotals(
  body: TemplateBody,
  itemScores: ReadonlyMap<ItemKey, string | null>,
  ratings: readonly Rating[],
): LedgerTotals {
  const { policy } = body;
  const { decimals } = policy;
  const text = (units: bigint) => textOfUnits(units, decimals);
  const quantitative = computeQuantitative(body, itemScores);
  const qualitative = computeQualitative(body, ratings);
  const vetoes = triggeredVetoes(body, itemScores);
  const total = applyVetoAndFloor(body, quantitative.half + qualitative.half, vetoes.length > 0);
  return {
    items: Object.fromEntries(Array.from(quantitative.items, ([key, units]) => [key, text(units)])),
    sections: quantitative.sections.map(({ key, subtotal }) => ({ key, subtotal: text(subtotal) })),
    quantitativeSum: text(quantitative.sum),
    quantitative: text(quantitative.half),
    qualitativeItems: qualitative.figures,
    qualitativeSum: text(qualitative.sum),
    qualitative: text(qualitative.half),
    total: text(total),
    grade: gradeOf(policy, text(total), vetoes.length > 0),
    vetoes,
    absentClasses: qualitative.absentClasses,
  };
}

function computeQuantitative(body: TemplateBody, itemScores: ReadonlyMap<ItemKey, string | null>) {
  const { decimals } = body.policy;
  const items = new Map<ItemKey, bigint>();
  const sections: { readonly key: string; readonly subtotal: bigint }[] = [];
  let weighted = 0n;
  for (const section of body.sections) {
    let subtotal = 0n;
    for (const item of section.items) {
      const score = unitsOf(itemScores.get(item.key) ?? "0", decimals);
      items.set(item.key, score);
      if (isSummed(item)) subtotal += score;
    }
    sections.push({ key: section.key, subtotal });
    weighted += subtotal * unitsOf(section.weight ?? "1", WEIGHT_DECIMALS);
  }
  const sum = divideRounded(weighted, WEIGHT_UNIT);
  const half = timesRounded(sum, halfFactor(body, body.policy.quantitativeWeight, quantitativeMaximum));
  return { items, sections, sum, half };
}

function computeQualitative(body: TemplateBody, ratings: readonly Rating[]) {
  const { policy, qualitative } = body;
  const scores = groupRatings(body, ratings);
  const present = new Set<string>();
  const figures: QualitativeFigures[] = [];
  let sum = 0n;
  for (const item of qualitative) {
    const means = classMeans(body, scores.get(item.key));
    const figure = weightedMean(body, means);
    for (const code of means.keys()) present.add(code);
    sum += figure ?? 0n;
    const texts = Array.from(means, ([code, mean]) => [code, textOfUnits(mean, policy.decimals)] as const);
    figures.push({
      key: item.key,
      means: Object.fromEntries(texts),
      score: figure === null ? null : textOfUnits(figure, policy.decimals),
    });
  }
  const half = timesRounded(sum, halfFactor(body, policy.qualitativeWeight, qualitativeMaximum));
  const absentClasses =
    qualitative.length === 0 ? [] : policy.classes.flatMap(({ code }) => (present.has(code) ? [] : [code]));
  return { figures, sum, half, absentClasses };
}

type ClassScores = ReadonlyMap<string, readonly bigint[]>;

/** item -> class -> scores. @throws on a rating that no item or class of the template asks for (a bug). */
function groupRatings(
  { qualitative, policy }: TemplateBody,
  ratings: readonly Rating[],
): ReadonlyMap<ItemKey, ClassScores> {
  const groups = new Map(
    qualitative.map(({ key }: QualitativeItem) => [
      key,
      new Map(policy.classes.map(({ code }) => [code, [] as bigint[]])),
    ]),
  );
  for (const { item, raterClass, score } of ratings) {
    const scores = groups.get(item)?.get(raterClass);
    if (!scores) throw new Error(`no rating of ${item} by ${raterClass} in this template`);
    scores.push(unitsOf(score, policy.decimals));
  }
  return groups;
}

/** A class without a score is left out: missing is never zero (L11). */
function classMeans({ policy }: TemplateBody, scores: ClassScores | undefined): ReadonlyMap<string, bigint> {
  const means = new Map<string, bigint>();
  for (const { code } of policy.classes) {
    const given = scores?.get(code) ?? [];
    if (given.length > 0) means.set(code, meanOf(given, policy.combine));
  }
  return means;
}

/** Over the classes that scored, their weights rescaled to 1; null when there is none. */
function weightedMean({ policy }: TemplateBody, means: ReadonlyMap<string, bigint>): bigint | null {
  let sum = 0n;
  let weights = 0n;
  for (const { code, weight } of policy.classes) {
    const mean = means.get(code);
    if (mean === undefined) continue;
    const units = unitsOf(weight, WEIGHT_DECIMALS);
    sum += mean * units;
    weights += units;
  }
  return weights === 0n ? null : divideRounded(sum, weights);
}

/** What a half's sum is multiplied by: its weight, and with "to-base" also base / maximum. */
function halfFactor(body: TemplateBody, weight: string, maximumOf: (body: TemplateBody) => Rational): Rational {
  if (body.policy.scale === "as-is") return rational(weight);
  const maximum = maximumOf(body);
  // A half without full marks has weight 0 (checkTemplate): it gives nothing.
  const scale = maximum.numerator === 0n ? ZERO : divide(rational(body.policy.base), maximum);
  return multiply(scale, rational(weight));
}

function triggeredVetoes(body: TemplateBody, itemScores: ReadonlyMap<ItemKey, string | null>): readonly ItemKey[] {
  const vetoItems = body.sections.flatMap((section) => section.items).filter(({ kind }) => kind.kind === "veto");
  return vetoItems.map(({ key }) => key).filter((key) => unitsOf(itemScores.get(key) ?? "0", 0) > 0n);
}

/** The veto first, then the floor: the total never falls below it. */
function applyVetoAndFloor({ policy }: TemplateBody, total: bigint, vetoed: boolean): bigint {
  const judged = vetoed && policy.veto === "total-zero" ? 0n : total;
  if (policy.floor === null) return judged;
  const floor = unitsOf(policy.floor, policy.decimals);
  return judged < floor ? floor : judged;
}

const WEIGHT_UNIT = powerOfTen(WEIGHT_DECIMALS);

function timesRounded(units: bigint, factor: Rational): bigint {
  return divideRounded(units * factor.numerator, factor.denominator);
}
