import type { LedgerIssue } from "#core/sheet/ledger/ledger-view.ts";
import type { ReportAsk } from "../report-view.ts";

/** Whose report a list belongs to, and who took it out. */
export interface ListFrame {
  readonly issue: LedgerIssue;
  readonly ask: ReportAsk;
  readonly unitName: string;
}

/** One record behind a number (R5); ID numbers masked, codes as shown texts. */
export interface ListedRow {
  /** "person:ID" or "unit:ID". */
  readonly record: string;
  readonly name: string;
  readonly unitName: string;
  readonly unitCode: string;
  readonly idNumber: string;
  readonly age: string;
  readonly sex: string;
  readonly ethnic: string;
  /** By key of what was looked at. */
  readonly facts: Readonly<Record<string, string>>;
  readonly sign: 1 | -1;
  /** The cell it is counted in. */
  readonly from: string;
}

/**
 * What a number is made of beside those of the units below (R5, R13): the unit's own part, moves from one of them to another, which
 * count for both and not for the whole, what was filled in for the whole, last year's numbers.
 */
export type BesideUnits = "own" | "between" | "filled" | "last-year";

interface TwoLanguages {
  readonly zh: string;
  readonly en: string;
}

export interface LookedAt {
  readonly key: string;
  readonly label: TwoLanguages;
}

/** Who is behind a number (R5). */
export interface DrillListView {
  readonly cell: string;
  readonly title: string;
  readonly value: number;
  /** Of a submitted report: the records of that day. */
  readonly frozen: boolean;
  readonly looked: readonly LookedAt[];
  readonly rows: readonly ListedRow[];
  /** Counted and not listed here: too many for one list. */
  readonly left?: number;
  readonly units: readonly { readonly unitId: string; readonly name: string; readonly value: number }[];
  /** With the units it comes to `value`. */
  readonly beside: readonly { readonly kind: BesideUnits; readonly value: number }[];
  readonly terms: readonly {
    readonly cell: string;
    readonly title: string;
    readonly sign: 1 | -1;
    readonly value: number;
    readonly lastYear?: boolean;
  }[];
}

interface ContrastSide {
  readonly cell: string;
  readonly title: string;
  readonly value: number;
}

export interface ContrastedRow extends ListedRow {
  readonly why: TwoLanguages;
}

/** Who is in one number and not in the other (R5a). */
export interface ContrastListView {
  readonly first: ContrastSide;
  readonly second: ContrastSide;
  readonly both: number;
  readonly onlyFirst: readonly ContrastedRow[];
  readonly onlySecond: readonly ContrastedRow[];
  /** Counted and not listed here: too many for one list. */
  readonly leftFirst?: number;
  readonly leftSecond?: number;
}

/** A report beside that of an earlier year (R6). */
export interface ComparedView {
  readonly year: number;
  readonly rows: readonly {
    readonly cell: string;
    readonly title: string;
    readonly now: number;
    /** null: not known. */
    readonly before: number | null;
  }[];
}
