import type { UnitId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import { levelsBelow } from "#core/organisation/tree.ts";
import type { AccountRequest } from "#core/protocol/accounts.ts";
import type { PersonRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";

/** Somebody with that name and that phone is that person. */
export async function knownPerson(
  tx: StoreReads,
  { holder, contact }: Pick<AccountRequest, "holder" | "contact">,
): Promise<PersonRecord | undefined> {
  return (await tx.organisation.personsByPhone(contact)).find(({ name }) => name === holder);
}

/**
 * The requester gets the one-time password, and a password opens every post of the person: so all of them must lie in
 * the requester's unit or below, or a branch could ask its way into the committee.
 */
export function arePostsWithin(
  organisation: Organisation,
  requestingUnitId: UnitId,
  posts: readonly { readonly unitId: UnitId }[],
): boolean {
  return posts.every((post) => levelsBelow(organisation, requestingUnitId, post.unitId) !== undefined);
}
