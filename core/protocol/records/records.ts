import { z } from "zod";
import type { RecordKind } from "#core/people/field/field.ts";
import type { Lists } from "#core/people/person/facts.ts";
import type { Stage } from "#core/people/person/stage.ts";
import type { Permission } from "#core/access/actor.ts";
import type { UnitKind } from "#core/organisation/unit.ts";
import type { RosterFinding, RosterRow, RosterView } from "#core/sheet/roster/roster-view.ts";
import { daySchema } from "./transfers.ts";

/** Requests and answers under /api/records. Sensitive values are masked in every answer but a reveal's (A12). */

const id = z.string().min(1).max(100);
const reason = z.string().trim().min(1).max(500);

/** GET /records/units?on: where the officer may work, parents before children. */
export const onQuery = z.strictObject({ on: daySchema.optional() });
/** Most questions ask about one unit and everything below it. */
export const unitQuery = z.strictObject({ unit: id, on: daySchema.optional() });

export interface RecordUnit {
  readonly id: string;
  /** null also where the officer does not see what is above. */
  readonly parentId: string | null;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
}

export interface RecordUnits {
  readonly permission: Permission;
  readonly units: readonly RecordUnit[];
}

export const rosterQuery = z.strictObject({
  unit: id,
  on: daySchema.optional(),
  filter: z.string().max(2_000).optional(),
});

/** GET /records/people/:person */
export interface PersonCard extends Pick<RosterView, "fields" | "codes"> {
  readonly row: RosterRow;
  readonly kind: RecordKind;
  readonly name: string;
  readonly stage: Stage | null;
  /** He may change it. */
  readonly mayWork: boolean;
  readonly lists: Lists;
  readonly belongings: readonly CardBelonging[];
  /** Other records that were merged into this one (M3). */
  readonly mergedFrom: readonly string[];
  readonly findings: readonly FindingView[];
}

export interface CardBelonging {
  readonly unitName: string;
  readonly kind: "member" | "applicant";
  readonly from: string;
  readonly until: string | null;
}

/** GET /records/history?record=person:ID&field */
export const recordHistoryQuery = z.strictObject({ record: id, field: z.string().min(1).max(100).optional() });

export interface RecordHistoryEntry {
  readonly field: string;
  readonly action: string;
  readonly value: string | null;
  readonly at: string;
  readonly who: string;
  readonly reason: string;
  readonly revision: number;
}

/** POST /records/people/:person/reveal: one sensitive value, with a reason that is logged (A12). */
export const revealSchema = z.strictObject({ field: z.enum(["idNumber", "mobile", "phone"]), reason });
export type Reveal = z.infer<typeof revealSchema>;
export interface Revealed {
  readonly field: string;
  readonly value: string;
}

/** POST /records/search: exact ID number, mobile or name; never in an address, because addresses are logged. */
export const searchSchema = z.strictObject({
  idNumber: z.string().max(40).optional(),
  name: z.string().max(100).optional(),
  mobile: z.string().max(40).optional(),
});
export type Search = z.infer<typeof searchSchema>;

export interface SearchAnswer {
  /** Within the officer's own records. */
  readonly people: readonly FoundPerson[];
  /** M3: elsewhere, told only to who gave exact ID number and name. */
  readonly elsewhere: { readonly unitName: string; readonly left: boolean } | null;
}

export interface FoundPerson {
  readonly record: string;
  readonly name: string;
  readonly idNumber: string;
  readonly birthDate: string;
  readonly unitName: string;
  readonly stage: Stage | null;
}

/** POST /records/people: a new person by form. Values as typed. */
export const newPersonSchema = z.strictObject({
  unitId: id,
  kind: z.enum(["member", "applicant"]),
  /** First day in the unit. */
  from: daySchema,
  fields: z.record(z.string().max(100), z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])),
  reason: z.string().max(500).optional(),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

export type NewPersonAnswer =
  | { readonly result: "made"; readonly record: string }
  | {
      readonly result: "refused";
      readonly problems: readonly { readonly field: string; readonly refusal: { readonly code: string } }[];
    };

/** GET /records/duplicates?unit: what may be one human being twice (M3). */
export interface DuplicateGroup {
  readonly why: "same-name-and-birth-date" | "near-name-and-birth-date" | "same-mobile" | "same-name-no-birth-date";
  readonly people: readonly FoundPerson[];
}

/** POST /records/people/:person/merge: `from` goes into the person of the address; both histories stay. */
export const mergeSchema = z.strictObject({ from: id, reason });
export type Merge = z.infer<typeof mergeSchema>;

/** GET /records/required?unit&on: the page per unit (M2). */
export interface RequiredUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly maintained: number;
  readonly required: number;
  /** Whole per cent, never rounded up; 100 when nothing is required. */
  readonly percentage: number;
}

export interface RequiredPage {
  readonly on: string;
  /** The year-end line, per cent. */
  readonly line: number;
  readonly total: RequiredUnit;
  readonly units: readonly RequiredUnit[];
  readonly missing: readonly MissingFields[];
  /** What the fields of `missing` are called. */
  readonly labels: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
}

export interface MissingFields {
  readonly record: string;
  readonly name: string;
  readonly unitId: string;
  readonly fields: readonly string[];
}

/** GET /records/findings?unit&on (M21). */
export interface FindingView extends RosterFinding {
  readonly check: string;
  readonly record: string;
  readonly name: string;
  readonly unitId: string;
}

export interface FindingCount {
  readonly check: string;
  readonly severity: RosterFinding["severity"];
  readonly title: { readonly zh: string; readonly en: string };
  readonly unitId: string;
  readonly count: number;
  readonly explained: number;
}

export interface FindingsPage {
  readonly on: string;
  readonly counts: readonly FindingCount[];
  readonly findings: readonly FindingView[];
}

/** POST /records/findings/explain */
export const explainSchema = z.strictObject({
  record: id,
  check: z.string().min(1).max(40),
  text: z.string().max(1_000),
});
export type Explain = z.infer<typeof explainSchema>;

/** GET, POST /records/questions; DELETE /records/questions/:question (M22). */
export const saveQuestionSchema = z.strictObject({
  id: id.optional(),
  baseRevision: z.int().min(0),
  unitId: id,
  name: z.string().trim().min(1).max(60),
  condition: z.string().max(2_000),
  rows: z.string().max(100).optional(),
  columns: z.string().max(100).optional(),
});

export type SaveQuestion = z.infer<typeof saveQuestionSchema>;

export interface QuestionView {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly condition: string;
  readonly rows: string | null;
  readonly columns: string | null;
  readonly who: string;
  readonly at: string;
  readonly revision: number;
}

/** GET /records/questions/answer: a count and, where fields are named, a cross-table. */
export const askSchema = z.strictObject({
  unit: id,
  on: daySchema.optional(),
  /** Left out: everybody. */
  condition: z.string().max(2_000).default(""),
  rows: z.string().max(100).optional(),
  columns: z.string().max(100).optional(),
  /** Of the names of codes in the table. */
  language: z.enum(["zh-CN", "en"]).default("zh-CN"),
});
/** GET /records/questions/output: count and cross-table as a workbook; the reason is logged with the file's hash (A13). */
export const askOutputSchema = askSchema.extend({ reason: z.string().trim().min(2).max(500) });

export interface AskAnswer {
  readonly count: number;
  readonly table: AskTable | null;
}

/** "" stands for an empty field; the only column of a table by one field is "", too. */
export interface AskTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/** GET /records/fields: what a question may name, with the values of codes (M22). */
export type RecordFields = Pick<RosterView, "fields" | "codes">;

/** GET /records/exports?unit: what left, newest first (M16). */
export interface ExportView {
  readonly list: string;
  readonly purpose: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly people: number;
  readonly at: string;
}
