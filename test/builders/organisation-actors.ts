import type { ActingPost, Duty, DutyActor, PersonActor, UnitActor } from "#core/access/actor.ts";
import type { LedgerSubject } from "#core/access/decide.ts";
import { toId, type AccountId, type LedgerId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { Post } from "#core/organisation/post.ts";
import { aPost, personId, unitId } from "./organisation.ts";

/** The account of a unit. */
export function unitAccount(unit: string, differing: Partial<UnitActor> = {}): UnitActor {
  return {
    kind: "unit",
    accountId: toId<AccountId>(`account of ${unit}`),
    unitId: unitId(unit),
    permission: "read-write",
    ...differing,
  };
}

/** "zhang secretary b1": Zhang, acting for that post, with every post the organisation knows of him. */
export function acting(text: string, organisation: Organisation, differing: Partial<PersonActor> = {}): PersonActor {
  const post = aPost(text);
  const held = organisation.postsOfPerson.get(post.personId) ?? [];
  return {
    kind: "person",
    accountId: toId<AccountId>(`account of ${post.personId}`),
    permission: "read-write",
    personId: post.personId,
    actingFor: toActingPost(post),
    allPosts: held.map(toActingPost),
    substituteFor: [],
    namedLists: [],
    ...differing,
  };
}

export function dutyAccount(duty: Duty): DutyActor {
  return { kind: "duty", accountId: toId<AccountId>(duty), duty, permission: "read-write" };
}

/** "b1" is the ledger of that unit, "zhang@b1" the member ledger of Zhang in that branch. */
export function ledgerOf(text: string, differing: Partial<LedgerSubject> = {}): LedgerSubject {
  const [first = "", branch] = text.split("@");
  return {
    ledgerId: toId<LedgerId>(`ledger of ${text}`),
    templateId: "any-template",
    owner:
      branch === undefined
        ? { kind: "unit", unitId: unitId(first) }
        : { kind: "member", unitId: unitId(branch), personId: personId(first) },
    ...differing,
  };
}

function toActingPost(post: Post): ActingPost {
  return { postId: post.id, unitId: post.unitId, kind: post.kind };
}
