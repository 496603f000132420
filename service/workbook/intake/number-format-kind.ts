/** What a number format makes of a number; everything else about it is looks. */
export type NumberFormatKind = "plain" | "percent" | "date" | "time";

/** Formats that have no text in the file: dates of all languages, and those that Chinese versions add. */
const DATE_IDS: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 54],
  [57, 58],
];
const TIME_IDS: readonly (readonly [number, number])[] = [
  [18, 21],
  [32, 33],
  [45, 47],
  [55, 56],
];

export function builtInKind(id: number): NumberFormatKind {
  if (id === 9 || id === 10) return "percent";
  if (DATE_IDS.some(([from, to]) => id >= from && id <= to)) return "date";
  return TIME_IDS.some(([from, to]) => id >= from && id <= to) ? "time" : "plain";
}

/** One pass over the first section, letters in quotes, brackets and escapes left out: a format of 100,000 brackets costs nothing. */
export function formatKind(format: string): NumberFormatKind {
  const letters = lettersOf(format);
  if (letters.includes("%")) return "percent";
  if (/general/i.test(letters)) return "plain";
  if (/[yd年月日]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters))) return "date";
  return /[hs时分秒]/i.test(letters) || /\[(?:h|m|s)+\]/i.test(format) ? "time" : "plain";
}

/** Quoted texts, bracketed conditions, escaped and padding characters. Each alternative ends at its first closing mark, so it stays linear. */
const NO_LETTERS = /"[^"]*"?|\[[^\]]*\]?|[\\_*][\s\S]?/g;

function lettersOf(format: string): string {
  return format.replace(NO_LETTERS, "").split(";", 1)[0] ?? "";
}
