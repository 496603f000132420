import type { ChainAnchor } from "#service/ports/chain-anchor.ts";
import type { Clock } from "#service/ports/surroundings.ts";
import type { Vault } from "#service/ports/vault.ts";

export interface RestoreOptions {
  readonly address: string;
  readonly evidenceFolder: string;
  readonly vault: Vault;
  readonly anchor: ChainAnchor;
  readonly clock: Clock;
}
