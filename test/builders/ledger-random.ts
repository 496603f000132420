import fc from "fast-check";
import { toId, type AccountId, type ItemKey, type PersonId } from "#core/kernel/ids.ts";
import { checkTemplate } from "#core/ledger/template/check-template.ts";
import type { RaterClass, ScoringPolicy } from "#core/ledger/policy.ts";
import type { Rating } from "#core/ledger/scoring/rating.ts";
import type { ScoringKind } from "#core/ledger/scoring/scoring-kind.ts";
import type { QuantitativeItem, Section, TemplateBody } from "#core/ledger/template/template.ts";
import { anItem, aPolicy, aQualitativeItem, aSection, aTemplate } from "./ledger-template.ts";

export interface RandomLedger {
  readonly body: TemplateBody;
  readonly scores: ReadonlyMap<ItemKey, string | null>;
  readonly ratings: readonly Rating[];
}

/** At most so many sections, items of a section, qualitative items and classes. */
interface Most {
  readonly sections: number;
  readonly items: number;
  readonly qualitative: number;
  readonly classes: number;
}

const USUAL: Most = { sections: 5, items: 7, qualitative: 5, classes: 5 };
/** For tests that pay for every formula. */
export const SMALL: Most = { sections: 2, items: 5, qualitative: 2, classes: 3 };

/** Any sound template with any policy (L12), any item scores and any ratings; absent raters and classes included. */
export function arbitraryLedger(most: Most = USUAL): fc.Arbitrary<RandomLedger> {
  return fc
    .integer({ min: 0, max: 4 })
    .chain((decimals) =>
      arbitraryBody(decimals, most).chain((body) =>
        fc.record({ body: fc.constant(body), scores: arbitraryScores(body), ratings: arbitraryRatings(body) }),
      ),
    );
}

/** `count` weights as text that sum to exactly 1, each above 0, with at most four decimals. */
export function arbitraryWeights(count: number): fc.Arbitrary<readonly string[]> {
  return fc
    .tuple(
      fc.constantFrom(count > 9 ? 100 : 10, 100, 1000, 10_000),
      fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: count, maxLength: count }),
    )
    .map(([unit, parts]) => {
      const whole = parts.reduce((a, b) => a + b, 0);
      const units = parts.map((part) => Math.max(1, Math.floor((part * (unit - count)) / whole)));
      units[0]! += unit - units.reduce((a, b) => a + b, 0);
      return units.map((each) => String(each / unit));
    });
}

/** A decimal text with at most `decimals` places, within whole bounds. */
export function arbitraryDecimal(lowest: number, highest: number, decimals: number): fc.Arbitrary<string> {
  const unit = 10 ** decimals;
  const anywhere = fc.integer({ min: lowest * unit, max: highest * unit });
  // Whole and half numbers come up often, as they do in offices: that is where rounding halves lie.
  const even = fc.integer({ min: lowest * 2, max: highest * 2 }).map((halves) => Math.trunc((halves * unit) / 2));
  return fc.oneof(anywhere, even).map((units) => String(units / unit));
}

function arbitraryKind(decimals: number): fc.Arbitrary<{ readonly maximum: string; readonly kind: ScoringKind }> {
  const maximum = arbitraryDecimal(1, 40, decimals);
  const full = maximum.map((text) => ({ maximum: text, kind: { kind: "full" } as const }));
  const deduction = maximum.map((text) => ({
    maximum: text,
    kind: { kind: "deduction", perEvent: null, floor: "-5" } as const,
  }));
  const capped = maximum.map((cap) => ({ maximum: cap, kind: { kind: "bonus", cap } as const }));
  const uncapped = fc.constant({ maximum: "0", kind: { kind: "bonus", cap: null } as const });
  const veto = fc.constant({ maximum: "0", kind: { kind: "veto" } as const });
  return fc.oneof({ weight: 8, arbitrary: full }, { weight: 2, arbitrary: deduction }, capped, uncapped, veto);
}

function arbitrarySections(decimals: number, most: Most): fc.Arbitrary<readonly Section[]> {
  const items = fc.array(arbitraryKind(decimals), { minLength: 1, maxLength: most.items, size: "max" });
  return fc.array(items, { minLength: 1, maxLength: most.sections, size: "max" }).chain((sections) =>
    fc.option(arbitraryWeights(sections.length)).map((weights) =>
      sections.map((kinds, at) => {
        // The first item of each section is an ordinary one, so that there always is something to score.
        const rows = kinds.map((kind, index) =>
          anItem({ key: `q${at}-${index}`, ...(index === 0 ? { maximum: "10" } : kind) }),
        );
        return aSection({ key: `s${at}`, title: `第${at}块`, weight: weights?.[at] ?? null, items: rows });
      }),
    ),
  );
}

const CLASS_CODES = ["self", "peer", "leader", "teachers", "students"] as const;

function arbitraryClasses(most: Most): fc.Arbitrary<readonly RaterClass[]> {
  return fc
    .integer({ min: 1, max: most.classes })
    .chain((count) =>
      arbitraryWeights(count).map((weights) =>
        weights.map((weight, index) => ({ code: CLASS_CODES[index]!, name: `类${index}`, weight })),
      ),
    );
}

function arbitraryPolicy(decimals: number, most: Most): fc.Arbitrary<ScoringPolicy> {
  const halves: fc.Arbitrary<readonly string[]> = most.qualitative > 0 ? arbitraryWeights(2) : fc.constant(["1", "0"]);
  return fc
    .record({
      halves,
      classes: arbitraryClasses(most),
      base: fc.constantFrom("100", "150", "300"),
      scale: fc.constantFrom("as-is", "to-base"),
      combine: fc.constantFrom("mean", "trimmed-mean"),
      decimals: fc.constant(decimals),
      bounds: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 4 }),
      veto: fc.constantFrom("total-zero", "lowest-grade"),
      floor: fc.constantFrom(null, "0", "10"),
    })
    .map(({ halves: [quantitativeWeight = "1", qualitativeWeight = "0"], bounds, ...rest }) => {
      const descending = bounds.toSorted((a, b) => b - a).map(String);
      const grades = [...descending, null].map((from, index) => ({ name: `第${index}等`, from }));
      return aPolicy({ ...rest, quantitativeWeight, qualitativeWeight, grades });
    });
}

function arbitraryBody(decimals: number, most: Most): fc.Arbitrary<TemplateBody> {
  const qualitative = fc.array(arbitraryDecimal(1, 30, decimals), { maxLength: most.qualitative, size: "max" });
  return fc.tuple(arbitrarySections(decimals, most), qualitative).chain(([sections, maxima]) =>
    arbitraryPolicy(decimals, { ...most, qualitative: maxima.length }).map((policy) => {
      const rated = maxima.map((maximum, index) => aQualitativeItem({ key: `l${index}`, maximum }));
      return soundBody(aTemplate({ sections, qualitative: rated, policy }));
    }),
  );
}

/** A scale that is too fine for spreadsheets is the one thing chance can get wrong; such schemes take scores as they are. */
function soundBody(body: TemplateBody): TemplateBody {
  const problems = checkTemplate(body);
  if (problems.length === 0) return body;
  if (problems.some(({ code }) => code !== "scale-too-fine")) throw new Error(JSON.stringify(problems));
  return { ...body, policy: { ...body.policy, scale: "as-is" } };
}

function arbitraryScore({ maximum, kind }: QuantitativeItem, decimals: number): fc.Arbitrary<string | null> {
  if (kind.kind === "veto") return fc.constantFrom(null, "0", "0", "0", "0", "0", "0", "1");
  const highest = kind.kind === "bonus" && kind.cap === null ? 50 : Math.floor(Number(maximum));
  const lowest = kind.kind === "deduction" ? Number(kind.floor) : 0;
  return fc.option(arbitraryDecimal(lowest, highest, decimals), { freq: 8 });
}

function arbitraryScores({ sections, policy }: TemplateBody): fc.Arbitrary<ReadonlyMap<ItemKey, string | null>> {
  const items = sections.flatMap((section) => section.items);
  return fc
    .tuple(...items.map((item) => arbitraryScore(item, policy.decimals)))
    .map((scores) => new Map(items.map(({ key }, index) => [key, scores[index] ?? null])));
}

function arbitraryRatings({ qualitative, policy }: TemplateBody): fc.Arbitrary<readonly Rating[]> {
  const cells = qualitative.flatMap((item) => policy.classes.map(({ code }) => ({ item, code })));
  const given = cells.map(({ item, code }) =>
    fc
      .array(arbitraryDecimal(0, Math.floor(Number(item.maximum)), policy.decimals), {
        maxLength: code === "self" ? 1 : 8,
        size: "max",
      })
      .map((scores) =>
        scores.map((score, index) => aRating(item.key, { raterClass: code, rater: `${code}-${index}`, score })),
      ),
  );
  return fc.tuple(...given).map((ratings) => ratings.flat());
}

export function aRating(
  item: string,
  {
    raterClass = "peer",
    rater = "p1",
    score = "8",
  }: { readonly raterClass?: string; readonly rater?: string; readonly score?: string } = {},
): Rating {
  return {
    item: toId<ItemKey>(item),
    raterClass,
    raterAccountId: toId<AccountId>(`account-${rater}`),
    raterPersonId: toId<PersonId>(rater),
    score,
  };
}
