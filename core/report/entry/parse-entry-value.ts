import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { ReportEntryRefusal } from "../report-refusal.ts";

export type EntryValueRefusal = Extract<ReportEntryRefusal, { readonly code: "report-value-wrong" }>;

const NUMBER = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/u;
const THOUSANDS = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
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
  const wrong = (problem: EntryValueRefusal["problem"]): Result<never, EntryValueRefusal> =>
    refuse({ code: "report-value-wrong", cell, given: text.slice(0, 40), problem });
  const [match, sign = "", whole = "", fraction = ""] = NUMBER.exec(text) ?? [];
  if (match === undefined) return wrong("not-a-number");
  const value = fraction === "" ? whole : `${whole}.${fraction}`;
  if (sign === "-" && value !== "0") return wrong("below-zero");
  if (whole.length > MOST_DIGITS) return wrong("too-big");
  if (fraction !== "" && !decimals) return wrong("not-whole");
  if (fraction.length > DECIMALS) return wrong("too-many-decimals");
  return ok(value);
}

function plainText(given: string | boolean | null): string {
  if (given === null) return "";
  const text = String(given).normalize("NFKC").trim();
  return THOUSANDS.test(text) ? text.replaceAll(",", "") : text;
}

/** What a sheet computed may be a hair beside its hundredths: that is no third decimal. */
function numberText(given: number): string {
  const hundredths = Math.round(given * 100);
  return Math.abs(given * 100 - hundredths) < 1e-6 ? String(hundredths / 100) : String(given);
}
