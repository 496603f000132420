import { compare, decimalsOf, parseRational, rational, toText, type Rational } from "#core/kernel/rational.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { allowedScores, kindRange, type KindRange } from "./kind-scores.ts";
import { LARGEST_SCORE } from "./score-limits.ts";
import type { LedgerRefusal } from "../ledger-refusal.ts";
import type { QualitativeItem, QuantitativeItem } from "../template/template.ts";

/**
 * What an officer typed, as an exact score within the item's kind (L6, L12).
 * Understood: blanks around it (full-width ones too), full-width digits, point and minus as Chinese input methods
 * write them. Everything else that is not a plain decimal (percent, thousands separators, exponents, words) is no number.
 * The value is the shortest exact text: "７．５０" gives "7.5".
 */
export function parseScore(
  item: Pick<QuantitativeItem, "maximum" | "kind">,
  decimals: number,
  text: string,
): Result<string, LedgerRefusal> {
  const range = kindRange(item);
  const number = parseNumber(text, decimals);
  if (!number.ok) return number;
  const outside = checkRange(number.value, range, text);
  if (outside) return refuse(outside);
  const score = toText(number.value);
  const allowed = allowedScores(item);
  if (allowed && !allowed.some((step) => compare(rational(step), number.value) === 0)) {
    return refuse({ code: "score-not-in-steps", given: text, allowed });
  }
  return ok(score);
}

/** A qualitative score: 0 to the item's maximum (L11). */
export function parseRatingScore(
  item: Pick<QualitativeItem, "maximum">,
  decimals: number,
  text: string,
): Result<string, LedgerRefusal> {
  return parseScore({ maximum: item.maximum, kind: { kind: "full" } }, decimals, text);
}

/** Full-width forms an input method leaves behind; nothing else is guessed at. */
export function normaliseNumberText(text: string): string {
  return text.trim().replace(/[０-９．－−]/gu, (character) => NARROW[character] ?? character);
}

const NARROW: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from("０１２３４５６７８９", (digit, value) => [digit, String(value)])),
  "．": ".",
  "－": "-",
  "−": "-",
};

function parseNumber(text: string, decimals: number): Result<Rational, LedgerRefusal> {
  const value = parseRational(normaliseNumberText(text));
  if (!value) return refuse({ code: "score-not-a-number", given: text });
  if ((decimalsOf(value) ?? Infinity) > decimals)
    return refuse({ code: "score-too-many-decimals", given: text, decimals });
  return ok(value);
}

/** Even an uncapped bonus ends where the sheet could no longer add it up exactly. */
function checkRange(value: Rational, range: KindRange, given: string): LedgerRefusal | undefined {
  const highest = range.highest ?? LARGEST_SCORE;
  if (compare(value, rational(range.lowest)) >= 0 && compare(value, rational(highest)) <= 0) return undefined;
  return { code: "score-out-of-range", given, lowest: range.lowest, highest };
}
