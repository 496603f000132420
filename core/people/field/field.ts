import type { Stage } from "../person/stage.ts";

/** Whose field it is. */
export type RecordKind = "person" | "unit";

/**
 * How a value is written down. Canonical texts, as facts hold them: day "2026-03-01", month "2026-03", code as in its list ("01"),
 * whole "12", money "3000.50", yes-no "1" or "0", id-number 18 characters with an upper-case X, phone digits only,
 * person and unit the id of the record.
 */
export type FieldType =
  "text" | "day" | "month" | "code" | "whole" | "money" | "yes-no" | "id-number" | "phone" | "person" | "unit";

export interface Label {
  readonly zh: string;
  readonly en: string;
}

export type FieldGroup =
  "identity" | "education" | "work" | "development" | "membership" | "situation" | "dues" | "contact" | "unit";

/** One field of a record, as data (templates/records): parsing, sheets, forms, checks and questions all read this. */
export interface FieldDefinition {
  readonly of: RecordKind;
  /** Stable, camelCase: "birthDate". */
  readonly key: string;
  readonly label: Label;
  /** Other headings of officers' own spreadsheets ("出生年月日", "生日"). */
  readonly aliases: readonly string[];
  readonly type: FieldType;
  readonly group: FieldGroup;
  /** Name of the code list, for type code. */
  readonly codes?: string;
  /** Characters (text). */
  readonly longest?: number;
  /** Inclusive, for whole and money. */
  readonly lowest?: number;
  readonly highest?: number;
  /** Texts and phones that have a shape of their own. */
  readonly form?: "person-name" | "social-credit-code" | "mobile";
  /** A day that cannot lie ahead. */
  readonly past?: true;
  /** A day of which old papers may know the month only: the canonical text is then "1969-01" and counts from the month's first day. */
  readonly months?: true;
  /** ID number and phones: sealed at rest, masked on every way out (A12). */
  readonly sensitive?: true;
  /** Stages in which it must be filled (M2). */
  readonly required?: readonly Stage[];
  /** Of a unit: must be filled. */
  readonly always?: true;
  /** A yes-no field of the same record: required only while it says yes. */
  readonly onlyIf?: string;
  /** A yes-no field of the same record: not required while it says yes. */
  readonly unless?: string;
  /**
   * "free": edited in the sheet. "procedure": changed by its own procedure only (conversion result, leaving).
   * "computed": shown, never stored (age, stage, paid until).
   */
  readonly edited: "free" | "procedure" | "computed";
  /** Field whose entry this one belongs to: a new `occupationFrom` begins a new entry of the list "occupations" and the old one stays. */
  readonly list?: ListName;
  /** Its key in an entry of that list. */
  readonly entry?: string;
  /** The field that begins an entry: its value is the entry's day or month. */
  readonly begins?: true;
  /** Once filled it may be changed, but not emptied. */
  readonly kept?: true;
  /** A fact per year: its key among the facts is "appraisal.2026". */
  readonly yearly?: true;
  /** Who changes a "procedure" field; on a "free" one, whose business its first filling is while it is still due. */
  readonly procedure?: Procedure;
  /** Characters in a sheet. */
  readonly width: number;
  /** The rule it comes from ("M1"). */
  readonly rule: string;
}

export type Procedure = "admission" | "conversion" | "transfer" | "leaving" | "unit-change" | "election" | "dues";

/**
 * What a record holds more than once, with dates or years: entries are never overwritten by a later one.
 * "occupations", "educations", "titles" have one current entry, whose fields stand in the sheet as plain fields.
 */
export type ListName =
  | "occupations" // from, until, occupation, ...
  | "educations" // from (graduation), education, degree, school, major
  | "titles" // from, title, titleLevel
  | "awards" // on, name, level, text, ...
  | "penalties" // on, kind, ground, authority, until
  | "absences" // from, until, kind (abroad, lost, floating-in, floating-out), country, why, keeper
  | "trainings" // kind, on, result
  | "conversions" // on, result, until, note, approvedOn
  | "leavings" // on, kind, authority, note, restoredOn, restoreKind
  | "elections" // units: on, term, due, way, document
  | "supports" // units: paired support
  | "congresses"; // units
