/** What a number format makes of a number; everything else about it is looks. */
export interface NumberFormat {
  readonly kind: "plain" | "percent" | "date" | "time";
  /** "000000": a code with its leading zeros. */
  readonly zeros?: number;
  /** "0.00": 2026.1 is shown as 2026.10. */
  readonly decimals?: number;
  /** Year and month without the day. */
  readonly monthOnly?: boolean;
}

export const GENERAL: NumberFormat = { kind: "plain" };
const PERCENT: NumberFormat = { kind: "percent" };
const DATE: NumberFormat = { kind: "date" };
const MONTH: NumberFormat = { kind: "date", monthOnly: true };
const TIME: NumberFormat = { kind: "time" };

/** Formats that have no text in the file: dates of all languages, and those that Chinese versions add. */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map([
  ...numbered([2, 39, 40], { kind: "plain", decimals: 2 }),
  ...numbered([9, 10], PERCENT),
  ...numbered([14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58], DATE),
  ...numbered([17, 27, 36, 50, 52, 57], MONTH),
  ...numbered([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56], TIME),
]);

function numbered(ids: readonly number[], format: NumberFormat): readonly (readonly [number, NumberFormat])[] {
  return ids.map((id) => [id, format]);
}

export function builtInFormat(id: number): NumberFormat {
  return BUILT_IN.get(id) ?? GENERAL;
}

/** One pass over the first section, letters in quotes, brackets and escapes left out: a format of 100,000 brackets costs nothing. */
export function formatOf(code: string): NumberFormat {
  const look = digitsLook(code);
  if (look) return look;
  const letters = lettersOf(code);
  if (letters.includes("%")) return PERCENT;
  if (/general/i.test(letters)) return GENERAL;
  const clock = /[hs时分秒]/i.test(letters);
  if (/[yd年月日]/i.test(letters) || (/m/i.test(letters) && !clock)) return dateFormat(code, letters);
  return clock || /\[(?:h|m|s)+\]/i.test(code) ? TIME : GENERAL;
}

/** Formats of nothing but digits. */
function digitsLook(code: string): NumberFormat | undefined {
  const zeros = /^0{2,30}(?=$|;)/.exec(code);
  if (zeros) return { kind: "plain", zeros: zeros[0].length };
  const decimals = /^0\.(0{1,15})(?:_.)?(?=$|;)/.exec(code)?.[1];
  return decimals === undefined ? undefined : { kind: "plain", decimals: decimals.length };
}

/** "yyyy年m月" shows no day, nor does "yyyy.mm"; the Chinese words may stand in quotes. */
function dateFormat(code: string, letters: string): NumberFormat {
  const withDay = /[dhs]/i.test(letters) || /日/.test(code);
  return /y/i.test(letters) && /m/i.test(letters) && !withDay ? MONTH : DATE;
}

/** Quoted texts, bracketed conditions, escaped and padding characters. Each alternative ends at its first closing mark, so it stays linear. */
const NO_LETTERS = /"[^"]*"?|\[[^\]]*\]?|[\\_*][\s\S]?/g;

function lettersOf(code: string): string {
  return code.replace(NO_LETTERS, "").split(";", 1)[0] ?? "";
}
