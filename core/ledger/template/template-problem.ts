/** One thing wrong with a template, and where; the template editor shows all of them at their cells. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  /** Path into the body: "sections.0.items.3.maximum", "policy.classes". */
  readonly place: string;
  /** What stands there, as text. */
  readonly given: string;
  /** What the rule asks for ("1", "4", "a < b"), where that is one short fact. */
  readonly expected: string;
}

export type TemplateProblemCode =
  | "not-readable" // the data has not the shape of a template
  | "text-empty"
  | "text-too-long"
  | "text-unsafe" // control characters, which no workbook can hold
  | "tab-name-unsafe" // the name becomes a sheet tab
  | "name-unsafe" // the label becomes part of a defined name (自评权重)
  | "label-doubled"
  | "year-invalid"
  | "key-invalid"
  | "key-doubled"
  | "class-reserved"
  | "column-unknown" // an item has a text for a column that does not exist
  | "column-missing" // "task" is what a ledger is about
  | "width-invalid"
  | "too-many"
  | "too-few"
  | "not-a-decimal"
  | "too-many-decimals"
  | "decimals-invalid"
  | "weight-out-of-range"
  | "weights-not-one" // anything else than exactly 1 (L12)
  | "weights-partial" // some sections have a weight, some have none
  | "half-without-items" // a half has weight but nothing to score
  | "number-out-of-range"
  | "floor-above-maximum"
  | "levels-not-descending"
  | "too-many-steps"
  | "maximum-mismatch" // the kind and the item's maximum contradict each other
  | "grades-not-descending"
  | "last-grade-not-open"
  | "lowest-grade-missing" // a veto puts into the lowest grade, but there are no grades
  | "scale-too-fine"; // spreadsheets could not round these figures exactly

export function problem(
  code: TemplateProblemCode,
  place: string,
  facts: { given?: string | number; expected?: string | number } = {},
): TemplateProblem {
  return { code, place, given: String(facts.given ?? ""), expected: String(facts.expected ?? "") };
}
