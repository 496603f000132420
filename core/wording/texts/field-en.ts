import type { Procedure } from "#core/people/field/field.ts";
import type { FieldSentences } from "./field-zh.ts";

const PROCEDURES = {
  admission: "admission",
  conversion: "conversion",
  transfer: "transfer",
  leaving: "leaving and restoring",
  "unit-change": "changes of units",
  election: "election",
  dues: "dues",
} as const satisfies Record<Procedure, string>;

export const fieldSentencesEn = {
  "value-is-an-error": ({ given }) => `The cell holds the error ${given}; please give the value.`,
  "value-not-a-name": ({ given }) => `"${given}" does not look like a name; check that the column is the right one.`,
  "value-not-a-day": ({ given }) => `"${given}" is no date; please write 2026-03-01.`,
  "value-not-a-month": ({ given }) => `"${given}" is no month; please write 2026-03.`,
  "day-impossible": ({ given }) => `There is no ${given}.`,
  "day-out-of-range": ({ given, first, last }) => `The date ${given} is not between ${first} and ${last}.`,
  "day-in-the-future": ({ given, today }) => `The date ${given} lies after today (${today}).`,
  "day-to-the-month-only": ({ given }) => `"${given}" says the month only; the day is needed here.`,
  "day-to-the-year-only": ({ given }) => `"${given}" says the year only; please give the month.`,
  "day-ambiguous": ({ given }) =>
    `"${given}" can be read as different dates (1969.1 may be January or October); please write 2026-03-01.`,
  "value-not-a-code": ({ given, list, near }) =>
    near.length === 0
      ? `"${given}" is not in the list ${list}.`
      : `"${given}" is not in the list ${list}; perhaps: ${near.join(", ")}?`,
  "code-edition-unknown": ({ given, editions }) =>
    `Code ${given} means different things in the editions ${editions.join(", ")}: state the edition of the column, or use words.`,
  "code-without-counterpart": ({ given, edition }) =>
    `"${given}" of edition ${edition} has no counterpart today; please choose what applies.`,
  "value-not-whole": ({ given }) => `"${given}" is no whole number.`,
  "value-not-money": ({ given }) => `"${given}" is no amount in yuan (two decimals at most).`,
  "value-out-of-range": ({ given, lowest, highest }) =>
    `${given} is out of range (${lowest === null ? "any" : String(lowest)} to ${highest === null ? "any" : String(highest)}).`,
  "value-not-yes-no": ({ given }) => `"${given}" should be yes or no.`,
  "id-number-length": ({ length }) => `An ID number has 18 characters, this one ${length}.`,
  "id-number-of-15-digits": () => "This is an old ID number of 15 digits; please give the one of 18.",
  "id-number-characters": () => "An ID number has 17 digits and then a digit or X.",
  "id-number-birth-day": () => "Characters 7 to 14 of the ID number are no possible birth date.",
  "id-number-check-digit": () => "The ID number's check digit does not fit; please compare digit by digit.",
  "digits-lost": () => "The number was stored as a figure and has lost its last digits; please enter it as text.",
  "phone-not-a-number": () => "This is no phone number.",
  "phone-several": () => "There is more than one number here; please give one.",
  "phone-with-extension": () => "Please leave the extension out.",
  "phone-not-a-mobile": () => "A mobile number is wanted here.",
  "credit-code-wrong": ({ given }) =>
    `"${given}" is no social credit code (18 characters; the check character differs).`,
  "value-not-known": ({ given }) => `"${given}" was not found.`,
  "field-computed": () => "This is computed and cannot be entered.",
  "by-procedure": ({ procedure }) => `This is changed by its procedure (${PROCEDURES[procedure]}), not in the sheet.`,
  "sex-against-id-number": () => "Sex does not agree with the 17th digit of the ID number.",
  "birth-date-against-id-number": () => "The birth date does not agree with characters 7 to 14 of the ID number.",
  "field-not-emptied": () => "This can be corrected, but not emptied.",
} satisfies FieldSentences;
