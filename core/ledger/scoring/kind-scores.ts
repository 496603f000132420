import {
  add,
  compare,
  multiply,
  ofInteger,
  rational,
  subtract,
  toText,
  ZERO,
  type Rational,
} from "#core/kernel/rational.ts";
import { MOST_STEPS } from "./score-limits.ts";
import type { QuantitativeItem } from "../template/template.ts";

/** Lowest and highest score of an item, inclusive; `highest` is null for an uncapped bonus. */
export interface KindRange {
  readonly lowest: string;
  readonly highest: string | null;
}

type Scored = Pick<QuantitativeItem, "maximum" | "kind">;

export function kindRange(item: Scored): KindRange {
  switch (item.kind.kind) {
    case "full":
    case "ratio":
      return { lowest: "0", highest: item.maximum };
    case "deduction":
      return { lowest: item.kind.floor, highest: item.maximum };
    case "levels":
      return { lowest: item.kind.levels.at(-1) ?? "0", highest: item.kind.levels[0] ?? item.maximum };
    case "bonus":
      return { lowest: "0", highest: item.kind.cap };
    case "veto":
      return { lowest: "0", highest: "1" };
  }
}

/** What the kind gives without deductions (L6); null for a bonus, which its owner has to claim. */
export function fullScore(item: Scored): string | null {
  switch (item.kind.kind) {
    case "full":
    case "deduction":
      return item.maximum;
    case "ratio":
      return item.kind.full;
    case "levels":
      return item.kind.levels[0] ?? null;
    case "bonus":
      return null;
    case "veto":
      return "0";
  }
}

/**
 * The only scores the kind allows, highest first; null when everything within the range is allowed.
 * A template whose steps are so fine that there are more than MOST_STEPS is refused by checkTemplate.
 */
export function allowedScores(item: Scored): readonly string[] | null {
  switch (item.kind.kind) {
    case "full":
    case "bonus":
      return null;
    case "deduction":
      return item.kind.perEvent === null ? null : deductionSteps(item.maximum, item.kind.perEvent, item.kind.floor);
    case "ratio":
      return ratioSteps(item.maximum, item.kind.full, item.kind.perStep);
    case "levels":
      return item.kind.levels;
    case "veto":
      return ["1", "0"];
  }
}

/** maximum, minus one event, minus two ..., and the floor where counting ends. */
function deductionSteps(maximum: string, perEvent: string, floor: string): readonly string[] {
  return clampedSteps({
    start: rational(maximum),
    step: subtract(ZERO, rational(perEvent)),
    lowest: rational(floor),
    highest: rational(maximum),
  });
}

/** full, and perStep more or less for each whole step of the ratio, cut off at 0 and maximum. */
function ratioSteps(maximum: string, full: string, perStep: string): readonly string[] {
  const range = { start: rational(full), lowest: ZERO, highest: rational(maximum) };
  const up = clampedSteps({ ...range, step: rational(perStep) });
  const down = clampedSteps({ ...range, step: subtract(ZERO, rational(perStep)) });
  return [...new Set([...up.toReversed(), ...down])];
}

interface StepRange {
  readonly start: Rational;
  readonly step: Rational;
  readonly lowest: Rational;
  readonly highest: Rational;
}

function clampedSteps({ start, step, lowest, highest }: StepRange): readonly string[] {
  const scores: string[] = [];
  for (let count = 0; count <= MOST_STEPS; count += 1) {
    const score = add(start, multiply(step, ofInteger(count)));
    const clamped = compare(score, lowest) < 0 ? lowest : compare(score, highest) > 0 ? highest : score;
    scores.push(toText(clamped));
    if (clamped !== score) break;
  }
  return [...new Set(scores)];
}
