import { z } from "zod";
import { parseDay } from "#core/kernel/instant.ts";
import type { ReportDeadlineView, ReportState, ReportView } from "#core/sheet/report/report-view.ts";
import { isStorableText } from "../storable-text.ts";

/**
 * Requests and answers under /api/reports. A report is addressed as /reports/:set/:unit/:on (form, unit, reporting date). Sensitive
 * values are masked in every answer (A12).
 */

const id = z.string().min(1).max(100).refine(isStorableText);
const day = z.string().refine((text) => parseDay(text) !== undefined);
const reason = z.string().trim().min(1).max(500).refine(isStorableText);
const text = z.string().max(2_000).refine(isStorableText);

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
