import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import type { KeptReport } from "#core/report/counting/kept-report.ts";
import type { NamedConditions } from "#core/report/definition/named-conditions.ts";
import type { Period } from "#core/report/population/period.ts";
import type { CountingTask } from "#service/ports/reports/counting-threads.ts";
import type { AskedKeys } from "./asked-keys.ts";

/** A form bound to the fields of records. */
export interface BoundSet {
  readonly compiled: CompiledSet;
  /** Conditions of the form and of the period, by name. */
  readonly named: NamedConditions;
}

/** A form bound to the period that ends on a reporting date. */
export interface OpenedForm extends BoundSet {
  /** Checksum of the form as it is written. */
  readonly definition: string;
  readonly period: Period;
  readonly asks: AskedKeys;
}

/** What others know of people, where the form asks for it: party posts, since when a unit keeps a book of dues, letters of whole units. */
export type SideFacts = CountingTask["side"];

/** A form counted over the whole organisation for one reporting date, as the records were when the chain had that many changes. */
export interface KeptForm extends OpenedForm {
  readonly kept: KeptReport;
  change: number;
  /** The change up to which its columns are in a file. */
  saved: number;
  /** Of the units and posts. */
  organisation: number;
  side: SideFacts;
}
