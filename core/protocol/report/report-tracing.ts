import { z } from "zod";
import type { BesideUnits } from "#core/sheet/report/lists/list-views.ts";
import type { ReportFindingView } from "#core/sheet/report/report-view.ts";
import type { GateLine } from "./reports.ts";
import { isStorableText } from "../storable-text.ts";

/**
 * What stands behind a number, under /api/reports/:set/:unit/:on: its rule and history, the records counted, two numbers beside each
 * other, other years, and what a correction would move. Sensitive values are masked in every answer (A12).
 */

const id = z.string().min(1).max(100).refine(isStorableText);
/** "2!C4", "2!补1.3". */
const cell = z.string().min(3).max(20).refine(isStorableText);

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
