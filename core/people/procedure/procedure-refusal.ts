import type { Day } from "#core/kernel/instant.ts";
import type { Month } from "#core/kernel/day-arithmetic.ts";
import type { Stage } from "../person/stage.ts";
import type { TransferAct, TransferState } from "../transfer/transfer.ts";

/** Every way a procedure of M7 to M20 says no, with what the officer has to know. */
export type ProcedureRefusal =
  DateRefusal | TransferRefusal | DevelopmentRefusal | ConversionRefusal | LeavingRefusal | DuesRefusal | UnitRefusal;

/** A day that cannot be: the earliest and the latest that could. */
export interface DateRefusal {
  readonly code: "day-not-possible";
  /** Field key. */
  readonly field: string;
  readonly given: string;
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

export type TransferRefusal =
  | { readonly code: "transfer-not-open"; readonly act: TransferAct; readonly state: TransferState } // the act does not follow on this state
  | { readonly code: "transfer-not-yours"; readonly act: TransferAct } // the other side's to do
  | { readonly code: "transfer-not-lapsed"; readonly act: TransferAct; readonly from: Day } // only when a month overdue (M12)
  | { readonly code: "transfer-open-already" } // one person, one open transfer
  | { readonly code: "transfer-same-unit" }
  | { readonly code: "dues-not-before-transfer"; readonly paidUntil: string; readonly on: Day }
  | { readonly code: "person-needs"; readonly field: string } // a field the letter or the act takes from the record
  | { readonly code: "unit-takes-no-members" }
  | { readonly code: "belongs-nowhere" } // he belongs to no unit, or not to this one, on that day
  | { readonly code: "belongs-already" }
  | { readonly code: "workbook-not-letters" }; // what came back was not issued as letters (M12a)

export type DevelopmentRefusal =
  | { readonly code: "stage-wrong"; readonly stage: Stage | "none" | "left"; readonly wanted: readonly Stage[] }
  | { readonly code: "plan-number-differs"; readonly entered: number; readonly reported: number | null }
  | { readonly code: "plan-step-wrong"; readonly step: string } // the plan stands at another step
  | {
      readonly code: "list-number-differs";
      readonly checked: number;
      readonly unchecked: number;
      readonly approved: number;
    }
  | { readonly code: "in-plan-already" }
  | { readonly code: "not-in-plan" }
  | { readonly code: "training-missing" }
  | { readonly code: "book-number-taken"; readonly number: string };

export type ConversionRefusal =
  | { readonly code: "probation-not-over"; readonly over: Day }
  | { readonly code: "probation-over"; readonly over: Day }
  | { readonly code: "extension-length"; readonly least: number; readonly most: number }
  | { readonly code: "extended-already" }
  | { readonly code: "not-extended" }
  | { readonly code: "note-required"; readonly least: number };

export type LeavingRefusal =
  | { readonly code: "left-already"; readonly on: string }
  | { readonly code: "not-left" }
  | { readonly code: "authority-required" }
  | { readonly code: "transfer-open-first" };

export type DuesRefusal =
  | { readonly code: "month-settled-already"; readonly month: Month }
  | { readonly code: "months-reversed" }
  | { readonly code: "amount-wrong"; readonly given: string }
  | { readonly code: "dues-approval-required"; readonly kind: string }
  | { readonly code: "dues-base-missing" };

export type UnitRefusal =
  | { readonly code: "unit-not-empty"; readonly what: UnitContent; readonly count: number }
  | { readonly code: "unit-into-itself" }
  | { readonly code: "unit-misplaced" } // this kind of unit does not stand below that one
  | { readonly code: "unit-closed" };

/** What may hang on a unit. */
export type UnitContent = "members" | "units" | "ledgers" | "accounts" | "transfers" | "posts" | "plans";
