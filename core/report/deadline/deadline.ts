import type { Day } from "#core/kernel/instant.ts";
import type { UnitKind } from "#core/organisation/unit.ts";

/** What is to be done by a day (C1): records cleaned, tables checked, the set handed over, printed with signature and seal. */
export type ReportDuty = "clean-up" | "check" | "submit" | "print";

/** A deadline of a form, as its set.txt says (R1). */
export interface Deadline {
  readonly duty: ReportDuty;
  /** Only units of that level; null: all that have none of their own. */
  readonly level: UnitKind | null;
  readonly due: DueRule;
  readonly line: number;
}

export type DueRule =
  /** "12-20" of the report's year, or of a year after it. */
  | { readonly kind: "date"; readonly monthDay: string; readonly yearsAfter: 0 | 1 }
  /** So many days after the reporting date; printing: after the report was accepted. */
  | { readonly kind: "after"; readonly count: number; readonly working: boolean };

/** A deadline as it concerns one report. */
export interface DueDay {
  readonly duty: ReportDuty;
  readonly on: Day;
}
