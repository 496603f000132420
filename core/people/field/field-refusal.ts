import type { Day } from "#core/kernel/instant.ts";
import type { Procedure } from "./field.ts";

/**
 * Every way a value is refused by its field. Facts fill the sentence's blanks; ID numbers and phones are never among
 * them, because refusals are logged (A12).
 */
export type FieldRefusal =
  | { readonly code: "value-is-an-error"; readonly given: string }
  | { readonly code: "text-too-long"; readonly most: number }
  | { readonly code: "value-not-a-name"; readonly given: string }
  | { readonly code: "value-not-a-day"; readonly given: string }
  | { readonly code: "value-not-a-month"; readonly given: string }
  | { readonly code: "day-impossible"; readonly given: string }
  | { readonly code: "day-out-of-range"; readonly given: string; readonly first: string; readonly last: string }
  | { readonly code: "day-in-the-future"; readonly given: string; readonly today: Day }
  | { readonly code: "day-to-the-month-only"; readonly given: string }
  | { readonly code: "day-to-the-year-only"; readonly given: string }
  | { readonly code: "day-ambiguous"; readonly given: string }
  | {
      readonly code: "value-not-a-code";
      readonly given: string;
      readonly list: string;
      readonly near: readonly string[];
    }
  | { readonly code: "code-edition-unknown"; readonly given: string; readonly editions: readonly string[] }
  | { readonly code: "code-without-counterpart"; readonly given: string; readonly edition: string }
  | { readonly code: "value-not-whole"; readonly given: string }
  | { readonly code: "value-not-money"; readonly given: string }
  | {
      readonly code: "value-out-of-range";
      readonly given: string;
      readonly lowest: number | null;
      readonly highest: number | null;
    }
  | { readonly code: "value-not-yes-no"; readonly given: string }
  | { readonly code: "id-number-length"; readonly length: number }
  | { readonly code: "id-number-of-15-digits" }
  | { readonly code: "id-number-characters" }
  | { readonly code: "id-number-birth-day" }
  | { readonly code: "id-number-check-digit" }
  | { readonly code: "digits-lost" } // a number of more than 15 digits that a sheet has rounded
  | { readonly code: "phone-not-a-number" }
  | { readonly code: "phone-several" }
  | { readonly code: "phone-with-extension" }
  | { readonly code: "phone-not-a-mobile" }
  | { readonly code: "credit-code-wrong"; readonly given: string }
  | { readonly code: "value-not-known"; readonly given: string } // a unit or person that nobody knows
  // What a record says to a value that is sound in itself.
  | { readonly code: "field-computed"; readonly field: string }
  | { readonly code: "by-procedure"; readonly field: string; readonly procedure: Procedure }
  | { readonly code: "sex-against-id-number" }
  | { readonly code: "birth-date-against-id-number" }
  | { readonly code: "field-not-emptied"; readonly field: string };
