import { dayOf } from "#core/kernel/instant.ts";
import type { Services } from "../services.ts";

/**
 * Temporary accounts stop working by their date alone; this only clears them away afterwards (A5). What they did stays in
 * histories and in the audit. @returns how many.
 */
export async function deleteEndedAccounts({ store, clock }: Pick<Services, "store" | "clock">): Promise<number> {
  const at = clock.now();
  return store.write(async (tx) => {
    const ended = await tx.accounts.temporaryEndedBefore(dayOf(at));
    for (const { id } of ended) {
      await tx.accounts.endSessionsOf(id);
      await tx.accounts.deleteAccount(id);
      tx.record({
        ...{ at, accountId: null, from: "job", action: "delete-account", record: `account:${id}` },
        ...{ outcome: "done", why: "term ended", fields: [] },
      });
    }
    return ended.length;
  });
}
