import type { ActingPost, Actor } from "#core/access/actor.ts";
import type { PersonId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { Post, PostKind } from "#core/organisation/post.ts";
import type { AccountRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";

/** Foremost first: what a person acts for right after sign-in. */
const PRECEDENCE: readonly PostKind[] = [
  "secretary",
  "deputy-secretary",
  "organisation-member",
  "organiser",
  "officer",
  "information-officer",
  "member",
];

/**
 * Who an account is on that day.
 * @param asked.actingPostId null: the foremost post.
 * @returns undefined when the post asked for is not in force, or there is none, or the unit is gone.
 */
export async function actorOf(
  tx: StoreReads,
  organisation: Organisation,
  asked: { readonly account: AccountRecord; readonly actingPostId: string | null },
): Promise<Actor | undefined> {
  const { account } = asked;
  const base = { accountId: account.id, permission: account.permission };
  if (account.duty !== null) return { ...base, kind: "duty", duty: account.duty };
  if (account.personId === null) {
    const known = account.unitId !== null && organisation.units.has(account.unitId);
    return known ? { ...base, kind: "unit", unitId: account.unitId } : undefined;
  }
  const allPosts = postsInForce(organisation, account.personId);
  const actingFor =
    asked.actingPostId === null ? allPosts[0] : allPosts.find((post) => post.postId === asked.actingPostId);
  if (!actingFor) return undefined;
  const { personId } = account;
  const substituteFor = await tx.ledgers.substitutionsOf(personId);
  const namedLists = await tx.templates.raterListsOf(account.id);
  return { ...base, kind: "person", personId, actingFor, allPosts, substituteFor, namedLists };
}

/** Foremost first. */
export function postsInForce(organisation: Organisation, personId: PersonId): readonly ActingPost[] {
  const posts = [...(organisation.postsOfPerson.get(personId) ?? [])];
  return posts.sort((a, b) => rank(a) - rank(b)).map(({ id, unitId, kind }) => ({ postId: id, unitId, kind }));
}

function rank(post: Post): number {
  return PRECEDENCE.indexOf(post.kind);
}
