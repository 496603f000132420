import type { FieldAddress } from "../field/field-catalogue.ts";

/**
 * A condition over records (M22), read from text: `性别 = 女 且 年龄 <= 35 且 学历 in (研究生, 大学本科)`.
 * Saved questions, record checks and report tables speak this one language.
 */
export type Condition =
  | { readonly kind: "all" | "any"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | { readonly kind: "compare"; readonly left: Term; readonly by: Comparison; readonly right: Term }
  | { readonly kind: "among"; readonly left: Term; readonly values: ReadonlySet<string> }
  | { readonly kind: "contains"; readonly left: Term; readonly text: string }
  | { readonly kind: "empty"; readonly left: Term }
  | { readonly kind: "always" };

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** What is compared: a field of the record, the day asked for, or something written down; dates may be moved. */
export type Term =
  | { readonly kind: "field"; readonly address: FieldAddress; readonly months: number; readonly days: number }
  | { readonly kind: "day"; readonly months: number; readonly days: number }
  | { readonly kind: "literal"; readonly text: string };

/** Where and why a text could not be read. `at`: index of the first character meant. */
export interface QuestionProblem {
  readonly code: "question-unreadable";
  readonly at: number;
  readonly given: string;
  readonly problem:
    | "unknown-field"
    | "unknown-value"
    | "value-expected"
    | "comparison-expected"
    | "field-expected"
    | "and-or-expected"
    | "bracket-open"
    | "bracket-missing"
    | "quote-open"
    | "no-order" // codes and texts are equal or not, they have no greater and smaller
    | "year-needed" // a yearly field without its year
    | "too-deep"
    | "too-long";
}
