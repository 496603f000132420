import type { Services } from "./services.ts";

/** Bytes that no record mentions are what a crash left behind. @returns how many files went. */
export async function sweepEvidence({ store, files }: Pick<Services, "store" | "files">): Promise<number> {
  return files.sweep(await store.read((tx) => tx.evidence.storedNames()));
}
