import { proposeAccountNames, type AccountNameSubject } from "#core/organisation/propose-account-name.ts";
import type { Pinyin } from "#service/ports/records/pinyin.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { normaliseAccountName } from "./account-name.ts";

/**
 * Names by house custom (A1) that nobody has. The store is asked for what was proposed, and what it knows is taken the
 * next time round, so homonyms cost a few questions and not one each.
 */
export async function freeAccountNames(
  tx: StoreReads,
  { initialsOf }: Pinyin,
  subjects: readonly AccountNameSubject[],
): Promise<readonly string[]> {
  const taken = new Set<string>();
  for (;;) {
    const isTaken = (name: string): boolean => taken.has(normaliseAccountName(name));
    const proposed = proposeAccountNames(subjects, { initialsOf, isTaken }).map(normaliseAccountName);
    const clashes = await tx.accounts.nameTaken(proposed);
    if (clashes.length === 0) return proposed;
    for (const name of clashes) taken.add(name);
  }
}
