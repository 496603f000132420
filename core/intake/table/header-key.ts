/** Notes and units behind a heading: （元）, 【必填】, (格式：2026-01-01). */
const BRACKETED = /[(（[［【〔<《{][^)）\]］】〕>》}]*[)）\]］】〕>》}]?/gu;
const NO_WORD = /[^\p{L}\p{N}]/gu;

/**
 * A heading for comparing: width, blanks, line breaks, stars, marks and notes in brackets do not count, nor does whether it
 * says 时间 or 日期, 号码 or 号. A heading that is nothing but brackets keeps what is in them.
 */
export function headerKey(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  const bare = plain.replace(BRACKETED, "").replace(NO_WORD, "");
  return (bare === "" ? plain.replace(NO_WORD, "") : bare).replace(/时间$/u, "日期").replace(/号码$/u, "号");
}
