import type { Label } from "../field/field.ts";
import type { Facts } from "../person/facts.ts";
import type { Stage } from "../person/stage.ts";

/** error: must be 0 before a report is submitted; explain: needs a text by the unit; hint: worth a look. */
export type Severity = "error" | "explain" | "hint";

/** Where a person stands, for choosing the checks that ask about him. */
export type Standing = Stage | "none" | "left";

/** One check of the catalogue, as data (M21, templates/records/checks.json). */
export interface CheckDefinition {
  readonly code: string;
  readonly rule: string;
  readonly scope: "person" | "unit";
  readonly severity: Severity;
  /** "where" with a question in the language of M22, or one that words cannot say. */
  readonly condition: string;
  readonly params?: Facts | undefined;
  /** Only of people who stand there; left out: of everybody. */
  readonly stages?: readonly Standing[] | undefined;
  /** Field keys that it reads: the first is the cell that shows it; an explanation is bound to all of them. */
  readonly fields: readonly string[];
  /** For lists and counts. */
  readonly title: Label;
  /** With {field keys} and {facts} to fill in. */
  readonly text: Label;
}

/** What a check says about a record. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  /** "person:ID" or "unit:ID". */
  readonly record: string;
  readonly fields: readonly string[];
  /** Canonical values for its sentence; nothing sensitive is among them (A12). */
  readonly facts: Facts;
}
