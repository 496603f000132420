import type { CountingReads } from "#service/ports/reports/counting-threads.ts";
import { openReading } from "./engine/open-engine.ts";
import { duesReads } from "./repositories/records/dues-repository.ts";
import { countedReads } from "./repositories/reports/population-repository.ts";

/**
 * Work that counts people in a thread of its own, on a connection of its own and without keys: nothing that is sealed is counted.
 * Whoever started it has the store open, and holds what keeps others from replacing it.
 */
export async function readToCount<T>(address: string, work: (tx: CountingReads) => Promise<T>): Promise<T> {
  const { dialect, read, close } = openReading(address);
  try {
    return await read((db) => work({ populations: countedReads(db, dialect), procedures: duesReads(db, { dialect }) }));
  } finally {
    await close();
  }
}
