import type { Documents } from "#service/ports/documents.ts";
import type { EvidenceFiles } from "#service/ports/evidence-files.ts";
import type { ShippedTemplates } from "#service/ports/shipped-templates.ts";
import type { Store } from "#service/ports/store.ts";
import type { Clock, Digest, PasswordHasher, Randomness, TokenHash } from "#service/ports/surroundings.ts";
import type { Workbooks } from "#service/ports/workbooks.ts";

/** What use cases are given by the composition root. A use case names the ones it needs: `Pick<Services, "store" | "clock">`. */
export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly hasher: PasswordHasher;
  readonly tokenHash: TokenHash;
  readonly digest: Digest;
  readonly files: EvidenceFiles;
  readonly workbooks: Workbooks;
  readonly documents: Documents;
  readonly shipped: ShippedTemplates;
  readonly limits: Limits;
}

/** From the configuration. */
export interface Limits {
  readonly evidenceBytes: number;
  readonly workbookBytes: number;
  /** 密级 on everything that leaves (A13); null: none is set. */
  readonly secrecyMark: string | null;
}
