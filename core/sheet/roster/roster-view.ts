import type { FieldDefinition } from "#core/people/field/field.ts";
import type { Facts, Revisions } from "#core/people/person/facts.ts";
import type { LedgerIssue } from "../ledger/ledger-view.ts";

/**
 * One list of records as one officer may see it on one day: everything its sheet is drawn from, as plain data. It says itself
 * what its fields and codes are, so that a sheet always fits the service that issued it.
 */
export interface RosterView {
  readonly issue: LedgerIssue;
  readonly ask: RosterAsk;
  readonly unitName: string;
  /** The day it was answered for: `ask.on`, else the service's today. */
  readonly on: string;
  /** Columns in their order, computed ones included; the list decides which. */
  readonly fields: readonly FieldDefinition[];
  /** Every code list that `fields` name. */
  readonly codes: Readonly<Record<string, readonly RosterCode[]>>;
  readonly rows: readonly RosterRow[];
}

/** What was asked for; a refresh asks the same. */
export interface RosterAsk {
  /** Key of the list: "members", "applicants", "units", ... */
  readonly list: string;
  readonly unitId: string;
  /** null: as of today, whenever that is. */
  readonly on: string | null;
  /** A condition in the language of questions (M22); "": everybody. */
  readonly filter: string;
}

export interface RosterCode {
  readonly code: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** May stand in records, but is not offered any more. */
  readonly retired?: boolean;
}

export interface RosterRow {
  /** "person:ID", "unit:ID"; also the key of the row. */
  readonly record: string;
  /** Canonical texts by field key, computed fields too; sensitive ones masked (A12). */
  readonly facts: Facts;
  readonly revisions: Revisions;
  /** He may change this record; absent: yes. */
  readonly locked?: boolean;
  /** Required on that day and empty (M2): field keys. */
  readonly missing?: readonly string[];
  readonly findings?: readonly RosterFinding[];
}

/** What a check says about a cell (M21). */
export interface RosterFinding {
  readonly field: string;
  readonly severity: "error" | "explain" | "hint";
  /** As a sentence, in both languages. */
  readonly text: { readonly zh: string; readonly en: string };
  /** The unit's explanation, where there is one. */
  readonly explanation?: string;
}
