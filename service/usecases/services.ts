import type { EvidenceFiles } from "#service/ports/evidence-files.ts";
import type { Store } from "#service/ports/store.ts";
import type { Clock, PasswordHasher, Randomness, TokenHash } from "#service/ports/surroundings.ts";

/** What use cases are given by the composition root. A use case names the ones it needs: `Pick<Services, "store" | "clock">`. */
export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly hasher: PasswordHasher;
  readonly tokenHash: TokenHash;
  readonly files: EvidenceFiles;
}
