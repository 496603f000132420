import { EMPTY_PHRASES } from "./empty-phrases.ts";
import type { LedgerRefusal } from "../ledger-refusal.ts";

/** Characters (code points) a reason or statement has at least (L7). */
export const LEAST_REASON = 6;
export const MOST_REASON = 500;

const PHRASES: ReadonlySet<string> = new Set(EMPTY_PHRASES);
const LONGEST_PHRASE = Math.max(...EMPTY_PHRASES.map((phrase) => phrase.length));

/**
 * Is this text a reason at all? At least six characters, and not one of the phrases that say nothing, alone, repeated or
 * strung together; nor the same few characters over and over, nor without a single letter.
 * @returns the refusal, or undefined when the reason stands.
 */
export function checkReason(text: string): LedgerRefusal | undefined {
  const reason = cleanReason(text);
  const length = Array.from(reason).length;
  if (length < LEAST_REASON) return { code: "reason-required", least: LEAST_REASON };
  if (length > MOST_REASON) return { code: "text-too-long", most: MOST_REASON };
  return isEmptyPhrase(reason) ? { code: "reason-empty-phrase", given: reason } : undefined;
}

/** As it is kept: without blanks around it and without characters nobody can see. */
export function cleanReason(text: string): string {
  return text.replace(/\p{Cf}/gu, "").trim();
}

function isEmptyPhrase(reason: string): boolean {
  const letters = reason
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  if (!/\p{L}/u.test(letters)) return true;
  // A word of a reason may repeat ("人人有责"), but no sentence gets by with two different characters.
  return new Set(letters).size <= 2 || isStrungFromPhrases(letters);
}

/** Can the whole text be cut into empty phrases? Positions that can be reached that way, from the start on. */
function isStrungFromPhrases(letters: string): boolean {
  const reachable = new Set([0]);
  for (let start = 0; start < letters.length; start += 1) {
    if (!reachable.has(start)) continue;
    for (let end = start + 1; end <= Math.min(letters.length, start + LONGEST_PHRASE); end += 1) {
      if (PHRASES.has(letters.slice(start, end))) reachable.add(end);
    }
  }
  return reachable.has(letters.length);
}
