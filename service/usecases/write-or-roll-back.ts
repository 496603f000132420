import type { Result } from "#core/kernel/result.ts";
import type { Store, StoreWrites } from "#service/ports/store.ts";

/** For work that may find out late that it is refused: a refusal undoes everything the work has written. */
export async function writeOrRollBack<T, R extends { readonly code: string }>(
  store: Store,
  work: (tx: StoreWrites) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  let refused: Result<T, R> | undefined;
  try {
    return await store.write(async (tx) => {
      const result = await work(tx);
      if (result.ok) return result;
      refused = result;
      throw new RollBack();
    });
  } catch (error) {
    if (error instanceof RollBack && refused) return refused;
    throw error;
  }
}

class RollBack extends Error {}
