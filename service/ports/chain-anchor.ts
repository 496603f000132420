import type { ChainHead } from "./audit.ts";

/**
 * The copy of the chain's head that is kept outside the database, so that a cut tail shows (A15). It is made together
 * with the database; from then on a missing one is a sign that somebody took it away.
 */
export interface ChainAnchor {
  /** "forged": something stands there that was not written with the service's key. */
  read(): Promise<ChainHead | "forged" | undefined>;
  /** Writes the very first one; one that is there already stays. */
  begin(head: ChainHead): Promise<void>;
  /** Moves the anchor. Whoever calls it has made sure that the chain holds what was anchored before. */
  replace(head: ChainHead): Promise<void>;
}
