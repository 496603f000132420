import { compare, parseRational, ZERO, type Rational } from "#core/kernel/rational.ts";
import { checkDecimal } from "./check-decimal.ts";
import { allowedScores } from "../scoring/kind-scores.ts";
import { LARGEST_SCORE, MOST_STEPS } from "../scoring/score-limits.ts";
import type { ScoringKind } from "../scoring/scoring-kind.ts";
import type { QuantitativeItem } from "../template/template.ts";
import { problem, type TemplateProblem } from "../template/template-problem.ts";

type OfKind<K extends ScoringKind["kind"]> = Extract<ScoringKind, { kind: K }>;

interface KindPlace {
  readonly place: string;
  readonly decimals: number;
  readonly maximum: Rational;
}

/** Is an item's scoring kind consistent in itself and with its maximum (L12)? */
export function* checkKind(place: string, item: QuantitativeItem, decimals: number): Generator<TemplateProblem> {
  const maximum = yield* checkMaximum(`${place}.maximum`, item, decimals);
  if (!maximum) return;
  const kindProblems = [...checkParameters(item.kind, { place: `${place}.kind`, decimals, maximum })];
  yield* kindProblems;
  if (kindProblems.length > 0) return;
  const steps = item.kind.kind === "levels" ? 0 : (allowedScores(item)?.length ?? 0);
  if (steps > MOST_STEPS) yield problem("too-many-steps", `${place}.kind`, { given: steps, expected: MOST_STEPS });
}

function* checkMaximum(
  place: string,
  item: QuantitativeItem,
  decimals: number,
): Generator<TemplateProblem, Rational | undefined> {
  const value = yield* checkDecimal(place, item.maximum, { decimals });
  if (!value) return undefined;
  const expected = expectedMaximum(item.kind);
  if (expected === "positive" && compare(value, ZERO) === 0)
    yield problem("number-out-of-range", place, { given: item.maximum, expected: `> 0..${LARGEST_SCORE}` });
  if (expected !== "positive" && expected && compare(value, expected) !== 0) {
    yield problem("maximum-mismatch", place, {
      given: item.maximum,
      expected: item.kind.kind === "bonus" ? (item.kind.cap ?? "0") : "0",
    });
  }
  return value;
}

/** A veto item and an uncapped bonus have maximum 0; a capped bonus has its cap. undefined: the cap cannot be read. */
function expectedMaximum(kind: ScoringKind): Rational | "positive" | undefined {
  if (kind.kind === "veto") return ZERO;
  if (kind.kind === "bonus") return kind.cap === null ? ZERO : parseRational(kind.cap);
  return "positive";
}

function checkParameters(kind: ScoringKind, at: KindPlace): Iterable<TemplateProblem> {
  switch (kind.kind) {
    case "full":
    case "veto":
      return [];
    case "deduction":
      return checkDeduction(kind, at);
    case "ratio":
      return checkRatio(kind, at);
    case "levels":
      return checkLevels(kind, at);
    case "bonus":
      return kind.cap === null ? [] : checkDecimal(`${at.place}.cap`, kind.cap, { decimals: at.decimals, above: true });
  }
}

function* checkDeduction(
  kind: OfKind<"deduction">,
  { place, decimals, maximum }: KindPlace,
): Generator<TemplateProblem> {
  const floor = yield* checkDecimal(`${place}.floor`, kind.floor, { decimals, lowest: `-${LARGEST_SCORE}` });
  if (floor && compare(floor, maximum) > 0)
    yield problem("floor-above-maximum", `${place}.floor`, { given: kind.floor });
  if (kind.perEvent !== null) yield* checkDecimal(`${place}.perEvent`, kind.perEvent, { decimals, above: true });
}

function* checkRatio(kind: OfKind<"ratio">, { place, decimals, maximum }: KindPlace): Generator<TemplateProblem> {
  yield* checkDecimal(`${place}.target`, kind.target, { decimals: 2, highest: "1000" });
  yield* checkDecimal(`${place}.step`, kind.step, { decimals: 2, above: true, highest: "100" });
  yield* checkDecimal(`${place}.perStep`, kind.perStep, { decimals, above: true });
  const full = yield* checkDecimal(`${place}.full`, kind.full, { decimals, above: true });
  if (full && compare(full, maximum) > 0) yield problem("maximum-mismatch", `${place}.full`, { given: kind.full });
}

/** Descending, all different, from at most the maximum down to at least 0. */
function* checkLevels(kind: OfKind<"levels">, { place, decimals, maximum }: KindPlace): Generator<TemplateProblem> {
  const { length } = kind.levels;
  if (length < 2) yield problem("too-few", `${place}.levels`, { given: length, expected: 2 });
  if (length > MOST_STEPS) yield problem("too-many", `${place}.levels`, { given: length, expected: MOST_STEPS });
  let above: Rational | undefined;
  for (const [index, level] of kind.levels.entries()) {
    const at = `${place}.levels.${index}`;
    const value = yield* checkDecimal(at, level, { decimals });
    if (!value) return;
    if (compare(value, maximum) > 0) yield problem("maximum-mismatch", at, { given: level });
    if (above && compare(value, above) >= 0) yield problem("levels-not-descending", at, { given: level });
    above = value;
  }
}
