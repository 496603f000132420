/**
 * Who makes, changes, resets and disables accounts and units (A4, A11). The makers are the committee and the general
 * branches, one and two levels down; a member stands one level below his branch. Whoever administers is made by two
 * people: request and approval one level above the requester (`decideApproval`).
 */
import type { AccountId, PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import { ADMINISTERING_POSTS, type PostKind } from "#core/organisation/post.ts";
import { levelsBelow } from "#core/organisation/tree.ts";
import type { Actor, PersonActor, UnitActor } from "./actor.ts";

export type AccountAction = "make" | "change-permission" | "hand-over" | "reset" | "unlock" | "disable" | "enable";
export type UnitAction = "make" | "change";

/** The account as it is or is to be; `accountId` is null while it is only asked for. */
export type AccountSubject = UnitAccountSubject | PersonAccountSubject;

export interface UnitAccountSubject {
  readonly kind: "unit";
  readonly accountId: AccountId | null;
  readonly unitId: UnitId;
  /** Its holder (A6), where he is a person of the records. */
  readonly personId: PersonId | null;
}

export interface PersonAccountSubject {
  readonly kind: "person";
  readonly accountId: AccountId | null;
  readonly personId: PersonId | null;
  /** Every post the account can act for, and the one it is asked for: a password opens them all. */
  readonly posts: readonly { readonly unitId: UnitId; readonly kind: PostKind }[];
}

/**
 * `invisible`: outside the actor's unit and what is below, answered as missing (A9). `forbidden`: inside, but not his to do.
 * `oneself`: nobody administers his own account. `needs-approval`: by request only (A4).
 */
export type AdministrationDecision = "allowed" | "needs-approval" | "invisible" | "forbidden" | "oneself" | "read-only";

const MAKERS_REACH = 2;
const BY_REQUEST: readonly AccountAction[] = ["make", "change-permission", "hand-over"];
/** A superior may stop or free an account at any distance below; everything else is its makers' (A4, A8, A11). */
const AT_ANY_DISTANCE: readonly AccountAction[] = ["disable", "enable"];

export function decideAccount(
  actor: Actor,
  organisation: Organisation,
  asked: { readonly subject: AccountSubject; readonly action: AccountAction },
): AdministrationDecision {
  const { subject, action } = asked;
  if (actor.kind === "duty") return "invisible";
  if (isOneself(actor, subject)) return "oneself";
  const levels = levelsDown(actor, organisation, subject);
  if (levels.every((level) => level === undefined)) return "invisible";
  if (!isMaker(actor, organisation) || !isWithinReach(levels, action)) return "forbidden";
  if (actor.permission === "read-only") return "read-only";
  return BY_REQUEST.includes(action) && isAdministering(subject) ? "needs-approval" : "allowed";
}

/** Units are made one and two levels down and changed anywhere below. For "make", `unitId` is the parent to be. */
export function decideUnit(
  actor: Actor,
  organisation: Organisation,
  asked: { readonly unitId: UnitId; readonly action: UnitAction },
): AdministrationDecision {
  const acting = administeringUnit(actor);
  const levels = acting && levelsBelow(organisation, acting, asked.unitId);
  if (levels === undefined) return "invisible";
  if (asked.action === "make" ? levels >= MAKERS_REACH : levels < 1) return "forbidden";
  return actor.permission === "read-only" ? "read-only" : "allowed";
}

/** A unit's account, or a person's with a post that administers: these take a request and an approval (A4). */
export function isAdministering(subject: AccountSubject): boolean {
  return subject.kind === "unit" || subject.posts.some((post) => ADMINISTERING_POSTS.includes(post.kind));
}

/** Unit the actor administers from: its account or an administering post; undefined for everybody else. */
export function administeringUnit(actor: Actor): UnitId | undefined {
  if (actor.kind === "unit") return actor.unitId;
  const isPost = actor.kind === "person" && ADMINISTERING_POSTS.includes(actor.actingFor.kind);
  return isPost ? actor.actingFor.unitId : undefined;
}

/** Per post of the account, how far below the actor's unit it stands; undefined outside that unit's subtree. */
function levelsDown(
  actor: Actor,
  organisation: Organisation,
  subject: AccountSubject,
): readonly (number | undefined)[] {
  const acting = administeringUnit(actor);
  if (acting === undefined) return [];
  const posts = subject.kind === "unit" ? [{ unitId: subject.unitId, kind: null }] : subject.posts;
  return posts.map((post) => {
    const levels = levelsBelow(organisation, acting, post.unitId);
    return levels !== undefined && post.kind === "member" ? levels + 1 : levels;
  });
}

/**
 * Every post must be below the actor, or a reset would hand him a post beside or above his own: the committee's
 * officer is a member of some branch, too. The nearest post tells whether he is its maker.
 */
function isWithinReach(levels: readonly (number | undefined)[], action: AccountAction): boolean {
  const below = levels.filter((level) => level !== undefined && level > 0) as readonly number[];
  if (below.length < levels.length) return false;
  return AT_ANY_DISTANCE.includes(action) || Math.min(...below) <= MAKERS_REACH;
}

function isOneself(actor: UnitActor | PersonActor, subject: AccountSubject): boolean {
  if (actor.accountId === subject.accountId) return true;
  return actor.kind === "person" && actor.personId === subject.personId;
}

/** A branch makes no accounts: its members' are made by the unit above it (A4). */
function isMaker(actor: Actor, organisation: Organisation): boolean {
  const acting = administeringUnit(actor);
  const kind = acting && organisation.units.get(acting)?.kind;
  return kind === "committee" || kind === "general-branch";
}
