import { millisecondsOf, toInstant } from "#core/kernel/instant.ts";
import type { Services } from "./services.ts";

/** No desk keeps an unsent push in its outbox this long. */
const KEPT_DAYS = 60;

/** Drops the kept answers to old pushes. @returns 0: the store does not count them. */
export async function forgetPushes({ store, clock }: Pick<Services, "store" | "clock">): Promise<number> {
  const before = toInstant(millisecondsOf(clock.now()) - KEPT_DAYS * 86_400_000);
  await store.write((tx) => tx.pushes.forgetBefore(before));
  return 0;
}
