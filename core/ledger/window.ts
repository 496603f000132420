import type { Day } from "#core/kernel/instant.ts";
import type { LedgerLevel } from "./template/template.ts";

/** Stages of a ledger year (L15). They may overlap: an office may review while filling goes on. */
export type Stage = "filling" | "peer-review" | "leader-review";

/**
 * The stages a superior opened for one level and year, first and last day inclusive. A stage without a span is not open.
 * After the last day of all stages, or once `closedAt` is set, the ledger is closed.
 */
export interface LedgerWindow {
  readonly level: LedgerLevel;
  readonly year: number;
  readonly spans: Readonly<Partial<Record<Stage, Span>>>;
  readonly closed: boolean;
}

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** A later last day of one stage for one unit's ledgers (L15). */
export interface Extension {
  readonly stage: Stage;
  readonly to: Day;
}
