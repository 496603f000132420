import type { ChainAnchor } from "#service/ports/chain-anchor.ts";
import type { Store } from "#service/ports/store.ts";
import type { Vault } from "#service/ports/vault.ts";

/** A store on an empty database of its own. */
export interface OpenedStore {
  readonly store: Store;
  readonly address: string;
  readonly vault: Vault;
  readonly anchor: ChainAnchor;
  /** Ends the store and removes what it left. */
  dispose(): Promise<void>;
}

/** What a part of the suite works with: an opened store per part, filled by the part itself. */
export type Opened = () => OpenedStore;
