/** Zero-width marks, byte order marks and soft hyphens: invisible, and fatal to every comparison. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu;
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu;

/** Any of them: most texts have none, and one look is cheaper than three rewritings. */
const UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/;

/** Free text as it is kept: its own punctuation, no invisible marks, no blanks around it. */
export function keptText(text: string): string {
  if (!UNUSUAL.test(text)) return text.trim();
  return text.replace(INVISIBLE, "").replaceAll("\r\n", "\n").replace(CONTROL, " ").trim();
}

/** Text of a value with a form (numbers, dates, codes): full-width characters become plain ones. */
export function plainText(text: string): string {
  return keptText(text.normalize("NFKC"));
}

/** A digit in a circle, raised, in parentheses or a fraction: made plain it would be another number than was written ("10²" is no 102). */
const DRESSED_NUMBER = /\p{No}/u;

export function hasDressedNumber(text: string): boolean {
  return DRESSED_NUMBER.test(text);
}

/** Without any blank inside. */
export function closedText(text: string): string {
  return plainText(text).replace(/\s/gu, "");
}
