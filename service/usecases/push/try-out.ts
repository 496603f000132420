import type { Store, StoreWrites } from "#service/ports/store.ts";

/** A dry run: the very same work in a transaction that is rolled back, with the answer it would have given. */
export async function tryOut<T>(store: Store, work: (tx: StoreWrites) => Promise<T>): Promise<T> {
  let answer: { readonly value: T } | undefined;
  try {
    return await store.write(async (tx): Promise<T> => {
      answer = { value: await work(tx) };
      throw new DryRunOver();
    });
  } catch (error) {
    if (error instanceof DryRunOver && answer) return answer.value;
    throw error;
  }
}

class DryRunOver extends Error {}
