import { hasDressedNumber } from "#core/people/field/plain-text.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ReportEntryRefusal } from "../report-refusal.ts";

export type EntryValueRefusal = Extract<ReportEntryRefusal, { readonly code: "report-value-wrong" }>;

const NUMBER = /^(-?)(\d+)(?:\.(\d*))?$/u;
const THOUSANDS = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
/** No number of a report is longer, however many noughts it is written with. */
const LONGEST = 40;
/** Digits before the point: 999,999,999. */
const MOST_DIGITS = 9;
const DECIMALS = 2;

/** @returns exact decimal text, or null for an empty cell. */
export function parseEntryValue(
  given: string | number | boolean | null,
  { cell, decimals }: { readonly cell: string; readonly decimals: boolean },
): Result<string | null, EntryValueRefusal> {
  const text = typeof given === "number" ? numberText(given) : plainText(given);
  if (text === "") return ok(null);
  const parts = partsOf(text);
  const problem = parts ? problemOf(parts, decimals) : "not-a-number";
  if (!parts || problem)
    return refuse({
      code: "report-value-wrong",
      cell,
      given: text.slice(0, LONGEST),
      problem: problem ?? "not-a-number",
    });
  return ok(parts.fraction === "" ? parts.whole : `${parts.whole}.${parts.fraction}`);
}

interface Parts {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** Without noughts that say nothing; -0 is 0. */
function partsOf(text: string): Parts | undefined {
  if (text.length > LONGEST) return undefined;
  const [match, sign, digits = "", decimals = ""] = NUMBER.exec(text) ?? [];
  if (match === undefined) return undefined;
  const whole = digits.replace(/^0+(?=\d)/u, "");
  const fraction = decimals.replace(/0+$/u, "");
  return { negative: sign === "-" && (whole !== "0" || fraction !== ""), whole, fraction };
}

function problemOf({ negative, whole, fraction }: Parts, decimals: boolean): EntryValueRefusal["problem"] | undefined {
  if (negative) return "below-zero";
  if (whole.length > MOST_DIGITS) return "too-big";
  if (fraction !== "" && !decimals) return "not-whole";
  return fraction.length > DECIMALS ? "too-many-decimals" : undefined;
}

function plainText(given: string | boolean | null): string {
  if (given === null) return "";
  const typed = String(given);
  if (hasDressedNumber(typed)) return typed.trim();
  const text = typed.normalize("NFKC").trim();
  return text.length <= LONGEST && THOUSANDS.test(text) ? text.replaceAll(",", "") : text;
}

/** What a sheet computed may be a hair beside its hundredths: that is no third decimal. */
function numberText(given: number): string {
  const hundredths = Math.round(given * 100);
  return Math.abs(given * 100 - hundredths) < 1e-6 ? String(hundredths / 100) : String(given);
}
