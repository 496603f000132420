import { millisecondsOf, toInstant } from "#core/kernel/instant.ts";
import type { Services } from "../services.ts";

/** Nobody confirms a preview of the day before yesterday: the records have moved on. */
const KEPT_MS = 2 * 86_400_000;

/** Imports that were never confirmed, or broke off in the middle of being read. @returns how many went. */
export async function sweepImports({ store, clock }: Pick<Services, "store" | "clock">): Promise<number> {
  const before = toInstant(millisecondsOf(clock.now()) - KEPT_MS);
  return await store.write((tx) => tx.staging.sweepStaging(before));
}
