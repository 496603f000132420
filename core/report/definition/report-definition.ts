import type { TableCheck } from "../check/table-check.ts";
import type { Deadline } from "../deadline/deadline.ts";
import type { Formula } from "../formula/formula.ts";
import type { AuditPoint } from "../materials/audit-point.ts";

/** What is counted. Each kind has fields of its own beside those of the person or unit behind a record. */
export type PopulationName =
  | "people" // everybody kept by a unit in the period or on its last day
  | "opening" // members on the day before the period, where they were then
  | "movements" // who came and who went in the period, a row per event
  | "leavings" // 出党, 停止党籍, 死亡 in the period
  | "penalties" // disciplinary measures of the period
  | "awards" // of the period
  | "conversions" // results given in the period
  | "units"; // party organisations on the last day

/** A report set of one year, as its text files say. */
export interface ReportSet {
  /** "2017". */
  readonly id: string;
  readonly title: string;
  /** Of which the numbers tell: the whole year, or its first half (半年报). */
  readonly period: "year" | "half-year";
  /** The form whose tables it takes over: in mid-year its 上年 is that form's at the end of last year. */
  readonly adopts?: string;
  readonly deadlines: readonly Deadline[];
  readonly tables: readonly TableDefinition[];
  readonly checks: readonly TableCheck[];
  /** 各表具体审核要点: what is answered point by point when the report is handed over (R8). */
  readonly points: readonly AuditPoint[];
}

export interface TableDefinition {
  readonly no: number;
  readonly name: string;
  /** Counted where row and cell say nothing else. */
  readonly population: PopulationName;
  /** Condition that every record counted in this table meets; "" for none. */
  readonly where: string;
  readonly columns: readonly ColumnDefinition[];
  readonly rows: readonly RowDefinition[];
  readonly supplement: readonly SupplementLine[];
  /** Cells that are not what their row and column say. */
  readonly cells: readonly CellException[];
  /** Cells that do not add up as most do (R13). */
  readonly rollups: readonly CellRollup[];
}

/** How a number adds up over the units below (R13): theirs and the unit's own, theirs alone, or not at all (an average). */
export type RollupMode = "own-and-sum" | "sum" | "none";

export interface CellRollup {
  readonly cell: string;
  readonly mode: RollupMode;
  readonly line: number;
}

export interface ColumnDefinition {
  /** "A". */
  readonly id: string;
  /** Nested heading, outermost first. */
  readonly path: readonly string[];
  readonly rule: Rule;
  readonly line: number;
}

export interface RowDefinition {
  readonly no: number;
  readonly path: readonly string[];
  /** How deep it stands; a row may be part of the one above it (其中). */
  readonly indent: number;
  readonly rule: Rule;
  readonly line: number;
}

/** A line of 补充资料: its text has a blank (____) for each rule. */
export interface SupplementLine {
  readonly no: number;
  readonly text: string;
  readonly blanks: readonly Rule[];
  readonly line: number;
}

export interface CellException {
  readonly cell: string;
  readonly rule: Rule;
  readonly line: number;
}

/** Where a number comes from. Conditions are texts of the question language (M22). */
export type Rule =
  | {
      readonly kind: "count";
      /** null: as the table says. */
      readonly population: PopulationName | null;
      readonly where: string;
    }
  | {
      readonly kind: "sum";
      readonly population: PopulationName | null;
      /** Name of the field that is added up. */
      readonly field: string;
      readonly where: string;
    }
  | { readonly kind: "formula"; readonly text: string; readonly formula: Formula }
  /** Nothing in the records answers it, and why. */
  | { readonly kind: "manual"; readonly why: string }
  /** The form has no such cell. */
  | { readonly kind: "none" };
