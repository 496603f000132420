import { problem, type TemplateProblem } from "../template/template-problem.ts";

/** Longest texts, in characters as spreadsheets count them; a cell holds 32,767, a page far less. */
export const TEXT_LIMITS = {
  /** Excel's limit for a tab. */
  name: 31,
  columnTitle: 20,
  sectionTitle: 60,
  itemNumber: 20,
  itemText: 2000,
  qualitativeName: 60,
  description: 1000,
  className: 12,
  gradeName: 12,
} as const;

// What XML, and so a workbook, cannot hold: control characters but tab and line feed, and lone surrogates.
const UNSAFE = /(?![\t\n])\p{Cc}|\p{Cs}/u;
const TAB_UNSAFE = /[\\/?*[\]:]|^'|'$|^history$/i;
/** Letters and digits only, and nothing that reads as a cell address: 自评, 师生代表. */
const NAME_SAFE = /^\p{L}[\p{L}\p{N}_]*$/u;
const CELL_ADDRESS = /^(?:[A-Za-z]{1,3}\d*|[Rr]\d*[Cc]\d*)$/;

/** Present, no longer than `longest`, without characters a workbook cannot hold. */
export function* checkText(place: string, text: string, longest: number): Generator<TemplateProblem> {
  if (text.trim() === "") yield problem("text-empty", place);
  yield* checkOptionalText(place, text, longest);
}

export function* checkOptionalText(place: string, text: string, longest: number): Generator<TemplateProblem> {
  if (text.length > longest) yield problem("text-too-long", place, { given: text.length, expected: longest });
  if (UNSAFE.test(text)) yield problem("text-unsafe", place, { given: text });
}

/** A name that becomes a sheet's tab. */
export function* checkTabName(place: string, text: string): Generator<TemplateProblem> {
  yield* checkText(place, text, TEXT_LIMITS.name);
  if (TAB_UNSAFE.test(text) || text.includes("\n")) yield problem("tab-name-unsafe", place, { given: text });
}

/** A label that becomes part of a defined name. */
export function* checkLabel(place: string, text: string, longest: number): Generator<TemplateProblem> {
  yield* checkText(place, text, longest);
  if (!NAME_SAFE.test(text) || CELL_ADDRESS.test(text)) yield problem("name-unsafe", place, { given: text });
}

const KEY = /^[a-z][a-z0-9-]{0,39}$/;

/** Keys are well-formed and no two are the same. */
export function* checkKeys(keys: Iterable<readonly [place: string, key: string]>): Generator<TemplateProblem> {
  const seen = new Set<string>();
  for (const [place, key] of keys) {
    // Figures and texts are plain records by key: "constructor" would find what every record inherits.
    if (!KEY.test(key) || key in {}) yield problem("key-invalid", place, { given: key });
    if (seen.has(key)) yield problem("key-doubled", place, { given: key });
    seen.add(key);
  }
}
