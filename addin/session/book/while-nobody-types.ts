import type { BookReading } from "#core/sheet/reading.ts";
import { HostFailure } from "#addin/hosts/host-failure.ts";

/** Who types without a pause is told so instead of being waited for. */
const MOST_TURNS = 5;

/**
 * Work that is planned from a reading and refused by the host where somebody typed since: what he typed is read, and the work
 * planned anew. @throws HostFailure typed-meanwhile in the end
 */
export async function whileNobodyTypes<T>(
  read: () => Promise<BookReading>,
  work: (seen: BookReading) => Promise<T>,
): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    const seen = await read();
    try {
      return await work(seen);
    } catch (failure) {
      if (!wasTypedMeanwhile(failure) || turn === MOST_TURNS) throw failure;
    }
  }
}

export function wasTypedMeanwhile(failure: unknown): boolean {
  return failure instanceof HostFailure && failure.code === "typed-meanwhile";
}
