import type { LedgerListQuery } from "#core/protocol/ledgers.ts";

export type Relation = LedgerListQuery["relation"];

/** What somebody looks for in the list of ledgers. */
export interface LedgerWish {
  readonly relation: Relation;
  readonly year: number | null;
  readonly search: string;
}
