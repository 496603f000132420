import { powerOfTen, textOfUnits } from "#core/kernel/decimal-units.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import type { ItemKey, LedgerId, PersonId } from "#core/kernel/ids.ts";
import {
  add,
  compare,
  divide,
  format,
  multiply,
  ofInteger,
  rational,
  subtract,
  sum,
  ZERO,
  type Rational,
} from "#core/kernel/rational.ts";
import type { Rating } from "./rating.ts";
import type { TemplateBody } from "../template/template.ts";

/** One ledger of the standing that is looked at, with everything others gave it. */
export interface FairnessLedger {
  readonly ledgerId: LedgerId;
  /** Who answers for it, so that pairs can be found; null where nobody is named. */
  readonly ownerPersonId: PersonId | null;
  readonly ratings: readonly Rating[];
  /** Challenges per quantitative item. */
  readonly challenges: Readonly<Record<string, number>>;
}

/** What leaders look at before they trust a standing (L16). Percentages of the maximum, two decimals. */
export interface FairnessReport {
  readonly raters: readonly RaterFairness[];
  readonly favouringPairs: readonly FavouringPair[];
  readonly mostChallenged: readonly { readonly item: ItemKey; readonly challenges: number; readonly ledgers: number }[];
}

export interface RaterFairness {
  readonly personId: PersonId;
  readonly raterClass: string;
  readonly ledgers: number;
  readonly ratings: number;
  readonly mean: string;
  /** Population standard deviation: 0 means that he gave everyone the same. */
  readonly spread: string;
  /** Full marks for every item of at least two ledgers. */
  readonly alwaysMaximum: boolean;
}

/** Two owners of whom each gave the other more than the rest gave him. */
export interface FavouringPair {
  readonly persons: readonly [PersonId, PersonId];
  /** How far each one's mean for the other lies above the mean of the other raters of the same class, in points of percent. */
  readonly above: readonly [string, string];
}

/** A pair is reported when both lie at least this far above the rest (points of percent of the maximum) ... */
export const PAIR_MARGIN = 10;
/** ... and the rest are at least two raters, so that one strict colleague makes nobody suspicious. */
export const LEAST_OTHERS = 2;

export function computeFairness(body: TemplateBody, ledgers: readonly FairnessLedger[]): FairnessReport {
  const shares = ledgers.flatMap((ledger) => sharesOf(body, ledger));
  return {
    raters: raterRows(shares),
    favouringPairs: favouringPairs(shares),
    mostChallenged: mostChallenged(body, ledgers),
  };
}

/** One rating as percent of its item's maximum, by a person about somebody else's ledger. */
interface Share {
  readonly rater: PersonId;
  readonly raterClass: string;
  readonly ledgerId: LedgerId;
  readonly owner: PersonId | null;
  readonly percent: Rational;
}

const HUNDRED = ofInteger(100);

function sharesOf(
  { qualitative }: TemplateBody,
  { ledgerId, ownerPersonId: owner, ratings }: FairnessLedger,
): readonly Share[] {
  const maxima = new Map(qualitative.map(({ key, maximum }) => [key, rational(maximum)]));
  return ratings.flatMap(({ item, raterClass, raterPersonId: rater, score }) => {
    const maximum = maxima.get(item);
    // How one sees oneself says nothing about how one judges others.
    if (rater === null || raterClass === "self" || !maximum) return [];
    return [{ rater, raterClass, ledgerId, owner, percent: divide(multiply(rational(score), HUNDRED), maximum) }];
  });
}

function raterRows(shares: readonly Share[]): readonly RaterFairness[] {
  const groups = groupBy(shares, ({ rater, raterClass }) => `${raterClass} ${rater}`);
  const rows = Array.from(groups.values(), raterRow);
  return rows.toSorted((a, b) => compare(rational(b.mean), rational(a.mean)) || (a.personId < b.personId ? -1 : 1));
}

function raterRow(shares: readonly Share[]): RaterFairness {
  const [first] = shares;
  if (!first) throw new Error("a group of ratings is never empty");
  const ledgers = new Set(shares.map(({ ledgerId }) => ledgerId)).size;
  const mean = meanPercent(shares);
  return {
    personId: first.rater,
    raterClass: first.raterClass,
    ledgers,
    ratings: shares.length,
    mean: format(mean, 2),
    spread: spreadOf(shares, mean),
    alwaysMaximum: ledgers >= 2 && shares.every(({ percent }) => compare(percent, HUNDRED) === 0),
  };
}

function sumPercent(shares: readonly Share[]): Rational {
  return sum(shares.map(({ percent }) => percent));
}

function meanPercent(shares: readonly Share[]): Rational {
  return divide(sumPercent(shares), ofInteger(shares.length));
}

/** Square root of the mean squared distance, two decimals, by whole numbers so that every machine shows the same. */
function spreadOf(shares: readonly Share[], mean: Rational): string {
  const squares = shares.reduce((total, { percent }) => {
    const distance = subtract(percent, mean);
    return add(total, multiply(distance, distance));
  }, ZERO);
  const variance = divide(squares, ofInteger(shares.length));
  // Twice the root in hundredths, cut off; halving it rounds half up.
  const doubled = squareRoot((variance.numerator * 4n * powerOfTen(4)) / variance.denominator);
  return textOfUnits((doubled + 1n) / 2n, 2);
}

/** Whole part of the square root, by Newton's method from above. */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = value;
  for (let next = (root + 1n) / 2n; next < root; next = (root + value / root) / 2n) root = next;
  return root;
}

function favouringPairs(shares: readonly Share[]): readonly FavouringPair[] {
  const above = favours(shares.filter(({ raterClass }) => raterClass === "peer"));
  const pairs: FavouringPair[] = [];
  for (const [a, byOwner] of above) {
    for (const [b, there] of byOwner) {
      const back = above.get(b)?.get(a);
      if (back && a < b) pairs.push({ persons: [a, b], above: [format(there, 2), format(back, 2)] });
    }
  }
  return pairs.toSorted((x, y) => (x.persons.join(" ") < y.persons.join(" ") ? -1 : 1));
}

/** rater -> owner -> how far his mean lies above the others', where that reaches the margin. */
function favours(shares: readonly Share[]): ReadonlyMap<PersonId, ReadonlyMap<PersonId, Rational>> {
  const found = new Map<PersonId, Map<PersonId, Rational>>();
  for (const [owner, given] of groupBy(shares, (share) => share.owner)) {
    const byRater = groupBy(given, (share) => share.rater);
    if (owner === null || byRater.size <= LEAST_OTHERS) continue;
    const total = sumPercent(given);
    for (const [rater, own] of byRater) {
      const others = divide(subtract(total, sumPercent(own)), ofInteger(given.length - own.length));
      const distance = subtract(meanPercent(own), others);
      if (compare(distance, ofInteger(PAIR_MARGIN)) < 0) continue;
      const byOwner = found.get(rater) ?? new Map<PersonId, Rational>();
      found.set(rater, byOwner.set(owner, distance));
    }
  }
  return found;
}

/** Only items that were challenged, most first, in the template's order where equal. */
function mostChallenged(
  { sections }: TemplateBody,
  ledgers: readonly FairnessLedger[],
): FairnessReport["mostChallenged"] {
  const rows = sections
    .flatMap((section) => section.items)
    .map(({ key }) => {
      const counts = ledgers.map(({ challenges }) => challenges[key] ?? 0);
      return {
        item: key,
        challenges: counts.reduce((a, b) => a + b, 0),
        ledgers: counts.filter((count) => count > 0).length,
      };
    });
  return rows.filter((row) => row.challenges > 0).toSorted((a, b) => b.challenges - a.challenges);
}
