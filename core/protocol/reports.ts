import { z } from "zod";
import { parseDay } from "#core/kernel/instant.ts";
import type { BesideUnits } from "#core/sheet/report/lists/list-views.ts";
import type { ReportDeadlineView, ReportFindingView, ReportState, ReportView } from "#core/sheet/report/report-view.ts";
import { isStorableText } from "./storable-text.ts";

/**
 * Requests and answers under /api/reports. A report is addressed as /reports/:set/:unit/:on (form, unit, reporting date). Sensitive
 * values are masked in every answer (A12).
 */

const id = z.string().min(1).max(100).refine(isStorableText);
const day = z.string().refine((text) => parseDay(text) !== undefined);
const reason = z.string().trim().min(1).max(500).refine(isStorableText);
const text = z.string().max(2_000).refine(isStorableText);
/** "2!C4", "2!补1.3". */
const cell = z.string().min(3).max(20).refine(isStorableText);

/** GET /reports/sets */
export interface ReportSetInfo {
  readonly id: string;
  readonly title: string;
  readonly period: "year" | "half-year";
  readonly tables: number;
}

/** GET /reports/overview?set&unit&on: the unit itself first, then those directly below it (R9). */
export const overviewQuery = z.strictObject({ set: id, unit: id, on: day });
export interface ReportOverview {
  readonly rows: readonly ReportOverviewRow[];
}
export interface ReportOverviewRow {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly hasBelow: boolean;
  readonly state: ReportState;
  readonly submittedAt: string | null;
  /** By when it is handed over (R1); null: the form does not say. */
  readonly due: ReportDueView | null;
  readonly errors: number;
  /** Wanting an explanation, and those of them that have one. */
  readonly explains: number;
  readonly explained: number;
  readonly overrides: number;
  readonly stale: number;
  readonly manualEmpty: number;
  /** Cells in which the sum of the units below differs from what the records say, beyond what listed overrides explain (R13). */
  readonly rollupDifferences: number;
}

/** The last day and the days that are left to it; handed over: that were left. Negative: late by so many. */
export type ReportDueView = Omit<ReportDeadlineView, "duty">;

/** GET /reports/:set/:unit/:on answers with a `ReportView`. POST /reports/push takes `recordPushSchema`: record `report:...`, field "2!C4". */
export type { ReportView };

/** GET .../cell?cell: everything about one cell (W9, R5b). */
export const cellQuery = z.strictObject({ cell });
export interface ReportCellCard {
  readonly cell: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** The rule in words: what is counted and which conditions must hold; the formula; why it is filled by hand. */
  readonly rule: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly lastYear: number | null;
  /** Of what was entered here: what the next edit is based on. */
  readonly revision: number;
  /** Newest first. */
  readonly history: readonly {
    readonly value: string | null;
    readonly reason: string;
    readonly who: string;
    readonly at: string;
  }[];
  readonly findings: readonly ReportFindingView[];
}

/** GET .../drill?cell (R5): of the report's unit, or of one below it with `unit`. Submitted reports answer from their frozen records. */
export const drillQuery = z.strictObject({ cell, unit: id.optional() });
export interface DrillView {
  readonly cell: string;
  readonly title: string;
  readonly value: number;
  readonly frozen: boolean;
  /** Fields that the conditions looked at, in their order; `label` in both languages. */
  readonly looked: readonly { readonly key: string; readonly label: { readonly zh: string; readonly en: string } }[];
  readonly rows: readonly DrillRow[];
  /** Counted and not listed: too many for one list, its units have them. Left out: none. */
  readonly left?: number;
  /** Of the units directly below: a sum descends (R5). */
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly value: number;
    readonly hasBelow: boolean;
  }[];
  /** With the units below it comes to `value`; empty where there are none. */
  readonly beside: readonly { readonly kind: BesideUnits; readonly value: number }[];
  /** Of a formula cell: its cells with their signs. */
  readonly terms: readonly {
    readonly cell: string;
    readonly title: string;
    readonly sign: 1 | -1;
    readonly value: number;
    /** Of the year before: no list stands behind it. Left out: of this one. */
    readonly lastYear?: boolean;
  }[];
}
export interface DrillRow {
  /** "person:ID" or "unit:ID". */
  readonly record: string;
  readonly name: string;
  readonly unitName: string;
  readonly unitCode: string;
  readonly idNumber: string;
  readonly age: string;
  readonly sex: string;
  readonly ethnic: string;
  /** Shown texts by key of `looked`. */
  readonly facts: Readonly<Record<string, string>>;
  /** In a formula cell: how it counts, and the cell it comes from. */
  readonly sign: 1 | -1;
  readonly from: string;
}

/** GET .../contrast?first&second (R5a) */
export const contrastQuery = z.strictObject({ first: cell, second: cell });
export interface ContrastView {
  readonly first: { readonly cell: string; readonly title: string; readonly value: number };
  readonly second: { readonly cell: string; readonly title: string; readonly value: number };
  readonly both: number;
  readonly onlyFirst: readonly ContrastRow[];
  readonly onlySecond: readonly ContrastRow[];
  /** Counted and not listed: too many for one list. Left out: none. */
  readonly leftFirst?: number;
  readonly leftSecond?: number;
  /** As submitted, not as the records are now (R8). */
  readonly frozen: boolean;
}
export interface ContrastRow extends DrillRow {
  /** The first condition that failed, as a sentence: "任现职日期 2027-01-05，晚于报告日期". */
  readonly why: { readonly zh: string; readonly en: string };
  /** Fields of the record that this condition looked at: what is corrected first. */
  readonly looked: readonly string[];
}

/** GET .../compare?year (R6): largest changes first. */
export const compareQuery = z.strictObject({ year: z.coerce.number().int().min(1921).max(2200) });
export interface CompareView {
  readonly year: number;
  /** Where the earlier numbers come from; null: there are none. */
  readonly source: "submission" | "opening" | null;
  readonly years: readonly number[];
  readonly rows: readonly CompareRow[];
}
export interface CompareRow {
  readonly cell: string;
  readonly title: string;
  readonly now: number;
  /** null: not known, and so is the difference. */
  readonly before: number | null;
  readonly difference: number | null;
  /** In percent of before; null where that was 0 or is not known. */
  readonly share: number | null;
}

/** POST .../what-if (R12): what a correction would move, nothing is saved: cells, checks, and where the report stands (R7). */
export const whatIfSchema = z.strictObject({ record: id, fields: z.record(z.string().max(60), z.string().max(500)) });
export interface WhatIfView {
  readonly cells: readonly {
    readonly cell: string;
    readonly title: string;
    readonly before: number;
    readonly after: number;
  }[];
  readonly checks: readonly {
    readonly code: string;
    readonly line: string;
    readonly text: string;
    readonly becomes: "holds" | "fails";
  }[];
  /** Conditions of submitting that would stand otherwise. */
  readonly standings: readonly {
    readonly what: GateLine["what"];
    readonly before: Pick<GateLine, "passed" | "open" | "of">;
    readonly after: Pick<GateLine, "passed" | "open" | "of">;
  }[];
  /** Whether all of them are met; null: nothing would move, or the report is handed over and stands still. */
  readonly ready: { readonly before: boolean; readonly after: boolean } | null;
}

/** POST .../explain (R4a) */
export const explainCheckSchema = z.strictObject({ check: id, line: z.string().max(10).refine(isStorableText), text });
/** POST .../exempt {check, reason}; DELETE .../exempt?check (R4): the superior's. */
export const exemptSchema = z.strictObject({ check: id, reason });
export const unexemptQuery = z.strictObject({ check: id });
/** GET .../gate (R7): what is missing before it can be submitted, with links. */
export interface GateView {
  readonly ready: boolean;
  readonly rehearsal: boolean;
  readonly due: ReportDueView | null;
  readonly lines: readonly GateLine[];
}
export interface GateLine {
  readonly what:
    | "required-fields" // share of required fields below the line
    | "record-errors"
    | "record-explains"
    | "overdue-transfers"
    | "overdue-conversions"
    | "table-errors"
    | "table-explains"
    | "manual-empty"
    | "stale-overrides"
    | "children" // children submit before parents
    | "answers"; // points of the audit not answered
  readonly passed: boolean;
  /** What is still missing. */
  readonly open: number;
  readonly of: number;
  /** So many places in all: a person is one, whatever number of fields is missing. */
  readonly placesInAll: number;
  /** Up to 50 of them: a cell, a check, a record or a unit to go to. */
  readonly places: readonly GatePlace[];
}
export interface GatePlace {
  readonly kind: "cell" | "finding" | "record" | "unit" | "point" | "letter";
  readonly key: string;
  readonly label: string;
}

/** GET .../submission: where it stands, its history, remarks, changes since (R8). */
export interface SubmissionView {
  readonly state: ReportState;
  readonly history: readonly {
    readonly id: string;
    readonly number: number;
    readonly state: string;
    readonly submittedAt: string;
    readonly who: string;
    readonly seenAt: string | null;
    readonly decidedAt: string | null;
    readonly decidedBy: string;
    readonly decisionReason: string;
    readonly printedOn: string | null;
    /** Of accepted ones: the last day for print, signature and seal (3 working days). */
    readonly printUntil: string | null;
    readonly remarks: readonly {
      readonly cell: string;
      readonly text: string;
      readonly who: string;
      readonly at: string;
    }[];
  }[];
  /** Numbers that the records say otherwise today than what was submitted. */
  readonly changes: readonly {
    readonly cell: string;
    readonly title: string;
    readonly submitted: number;
    readonly now: number;
  }[];
}

/** POST .../submit {key}: sent twice is submitted once. */
export const submitSchema = z.strictObject({ key: z.string().min(8).max(80).refine(isStorableText) });
/** Of the handing-over that was looked at: when there is another by now, nothing is decided on it. */
const number = z.int().min(1).optional();
/** POST .../return */
export const returnSchema = z.strictObject({
  ...{ reason, number },
  remarks: z.array(z.strictObject({ cell: z.string().max(20).refine(isStorableText), text: reason })).max(500),
});
/** POST .../withdraw, .../accept, .../unlock {reason} */
export const decisionSchema = z.strictObject({ reason, number });
/** POST .../printed {on} */
export const printedSchema = z.strictObject({ on: day });

/** GET .../rollup (R9, R13): computed against the sum of the units below. */
export interface RollupView {
  readonly units: readonly { readonly unitId: string; readonly name: string; readonly source: "submitted" | "draft" }[];
  readonly differences: readonly RollupDifference[];
}
export interface RollupDifference {
  readonly cell: string;
  readonly title: string;
  readonly computed: number;
  readonly summed: number;
  /** What overrides of the units below explain of it. */
  readonly explained: number;
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly submitted: number;
    readonly computed: number;
  }[];
}

/** GET .../materials (R8): the points to be answered, and what the second material will list. PUT .../answers */
export interface MaterialsView {
  readonly points: readonly {
    readonly point: string;
    readonly table: number | null;
    readonly text: string;
    /** What the numbers say to it, as a sentence. */
    readonly facts: string;
    readonly answer: string | null;
    readonly revision: number;
    /** Last year's answer, offered and marked as such. */
    readonly old: string | null;
  }[];
  readonly lists: readonly {
    /** Names that a check asks for, or what stands behind them. */
    readonly kind: "names" | "explanations" | "overrides" | "exemptions";
    /** As in the document, which is Chinese. */
    readonly title: string;
    readonly count: number;
  }[];
}
export const answerPointSchema = z.strictObject({ point: id, text, revision: z.int().min(0) });
/** GET .../materials/points?reason, .../materials/lists?reason: Word documents; .../output?reason: the whole set as a workbook (A13). */
export const outputReportQuery = z.strictObject({ reason });
