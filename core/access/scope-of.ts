/**
 * L14 as sets: what one actor owns, peers, leads and reads, from the tree and the posts alone.
 * Rights follow the unit and post the actor acts for at the moment (A0); only ownership counts per person, over all
 * his posts, so that nobody rates a ledger he owns (L14.8). An acting unit that the tree does not hold gives nothing.
 */
import type { LedgerId, UnitId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import { ADMINISTERING_POSTS, LEADING_POSTS, type PostKind } from "#core/organisation/post.ts";
import { ancestorsOf, ownsLedger, siblingsOfSameKind, subtreeOf } from "#core/organisation/tree.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { Actor, PersonActor } from "./actor.ts";
import { namedListEntry } from "./named-list.ts";
import type { LedgerScope, RecordScope } from "./scope.ts";

const NOTHING: ReadonlySet<never> = new Set<never>();

export function scopeOf(actor: Actor, organisation: Organisation): LedgerScope {
  const person = actor.kind === "person" ? actor : null;
  const standing = standingOf(actor, organisation);
  const ownedByPerson = person ? unitLedgersOwnedBy(person, organisation) : NOTHING;
  return {
    unitLedgers: unitLedgersOf(standing, ownedByPerson, organisation),
    memberLedgers: memberLedgersOf(standing, person),
    person: person && { id: person.personId, ownUnitLedgers: ownedByPerson },
    substitutes: { peer: substitutesOf(person, "peer"), leader: substitutesOf(person, "leader") },
    organisationDepartment: standing !== null && standing.isOffice && standing.unit.parentId === null,
    administers: standing?.administers ? standing.below.all : NOTHING,
    records: recordsOf(actor, standing),
    namedLists: new Set(person?.namedLists.map((list) => namedListEntry(list.templateId, list.raterClass))),
  };
}

/** What the actor is in his acting unit; null when he acts for none. */
interface Standing {
  readonly unit: Unit;
  /** The unit's account or any post but plain membership: reads downward. */
  readonly isOffice: boolean;
  /** Fills the unit's ledger: its account or its secretary (L3). */
  readonly fills: boolean;
  /** Only a person scores others (A0). */
  readonly isSecretary: boolean;
  readonly isLeader: boolean;
  readonly isMember: boolean;
  /** Superior of the members of his own branch (L15). */
  readonly supervisesMembers: boolean;
  readonly administers: boolean;
  readonly below: Below;
}

/** Units below an office, sorted out in one walk: the organisation department has thousands of them. */
interface Below {
  readonly all: ReadonlySet<UnitId>;
  readonly withLedger: ReadonlySet<UnitId>;
  readonly branches: ReadonlySet<UnitId>;
}

function standingOf(actor: Actor, organisation: Organisation): Standing | null {
  if (actor.kind === "duty") return null;
  const unit = organisation.units.get(actor.kind === "unit" ? actor.unitId : actor.actingFor.unitId);
  if (!unit) return null;
  const rights = actor.kind === "unit" ? UNIT_ACCOUNT : rightsOfPost(actor.actingFor.kind);
  return { unit, ...rights, below: rights.isOffice ? belowUnit(organisation, unit.id) : NOTHING_BELOW };
}

const NOTHING_BELOW: Below = { all: NOTHING, withLedger: NOTHING, branches: NOTHING };

function belowUnit(organisation: Organisation, unitId: UnitId): Below {
  const all = new Set(subtreeOf(organisation, unitId));
  all.delete(unitId);
  const withLedger = new Set<UnitId>();
  const branches = new Set<UnitId>();
  for (const id of all) {
    const unit = organisation.units.get(id);
    if (unit && ownsLedger(unit)) withLedger.add(id);
    if (unit?.kind === "branch") branches.add(id);
  }
  return { all, withLedger, branches };
}

type Rights = Omit<Standing, "unit" | "below">;

const UNIT_ACCOUNT: Rights = {
  isOffice: true,
  fills: true,
  isSecretary: false,
  isLeader: false,
  isMember: false,
  supervisesMembers: true,
  administers: true,
};

function rightsOfPost(kind: PostKind): Rights {
  const isLeader = LEADING_POSTS.includes(kind);
  return {
    isOffice: kind !== "member",
    fills: kind === "secretary",
    isSecretary: kind === "secretary",
    isLeader,
    isMember: kind === "member",
    supervisesMembers: isLeader,
    administers: ADMINISTERING_POSTS.includes(kind),
  };
}

function unitLedgersOf(
  standing: Standing | null,
  ownedByPerson: ReadonlySet<UnitId>,
  organisation: Organisation,
): LedgerScope["unitLedgers"] {
  if (!standing) return { own: NOTHING, peer: NOTHING, lead: NOTHING, read: NOTHING, above: NOTHING };
  const { unit } = standing;
  const withLedger = (ids: readonly UnitId[]) => ids.filter((id) => hasLedger(organisation, id));
  const rated = (ids: readonly UnitId[]) => withLedger(ids).filter((id) => !ownedByPerson.has(id));
  const peer = standing.isSecretary ? rated(siblingsOfSameKind(organisation, unit.id)) : [];
  const lead = standing.isLeader ? rated(organisation.childrenOf.get(unit.id) ?? []) : [];
  const upward = withLedger([unit.id, ...ancestorsOf(organisation, unit.id)]);
  return {
    own: new Set(standing.fills ? withLedger([unit.id]) : []),
    peer: new Set(peer),
    lead: new Set(lead),
    above: standing.below.withLedger,
    // What he leads lies below him and what he owns is his unit's: both are in the sets joined here.
    read: joined(standing.below.withLedger, [...upward, ...peer]),
  };
}

/** A11: an office works on its own unit's records and everything below; a member reads his own record. */
function recordsOf(actor: Actor, standing: Standing | null): RecordScope {
  const read = standing?.isOffice ? joined(standing.below.all, [standing.unit.id]) : NOTHING;
  return {
    read,
    work: actor.permission === "read-write" ? read : NOTHING,
    own: actor.kind === "person" ? actor.personId : null,
  };
}

function memberLedgersOf(standing: Standing | null, person: PersonActor | null): LedgerScope["memberLedgers"] {
  const here = standing?.unit.kind === "branch" ? [standing.unit.id] : [];
  if (standing?.isMember) {
    const fellows = new Set(here);
    return { ...NO_MEMBER_LEDGERS, own: person && person.personId, peer: fellows, read: fellows };
  }
  if (!standing) return NO_MEMBER_LEDGERS;
  const below = standing.below.branches;
  const above = joined(below, here);
  return {
    ...NO_MEMBER_LEDGERS,
    lead: new Set(standing.isLeader ? here : []),
    above,
    read: above,
    supervised: joined(standing.administers ? below : NOTHING, standing.supervisesMembers ? here : []),
  };
}

const NO_MEMBER_LEDGERS: LedgerScope["memberLedgers"] = {
  own: null,
  peer: NOTHING,
  lead: NOTHING,
  read: NOTHING,
  above: NOTHING,
  supervised: NOTHING,
};

function joined(many: ReadonlySet<UnitId>, few: readonly UnitId[]): ReadonlySet<UnitId> {
  if (few.every((id) => many.has(id))) return many;
  const all = new Set(many);
  for (const id of few) all.add(id);
  return all;
}

/** By any of his posts, whatever he acts for (L14.8). */
function unitLedgersOwnedBy(person: PersonActor, organisation: Organisation): ReadonlySet<UnitId> {
  const held = [person.actingFor, ...person.allPosts].filter((post) => post.kind === "secretary");
  return new Set(held.map((post) => post.unitId).filter((id) => hasLedger(organisation, id)));
}

function hasLedger(organisation: Organisation, unitId: UnitId): boolean {
  const unit = organisation.units.get(unitId);
  return unit !== undefined && ownsLedger(unit);
}

function substitutesOf(person: PersonActor | null, raterClass: "peer" | "leader"): ReadonlySet<LedgerId> {
  const named = person?.substituteFor.filter((entry) => entry.raterClass === raterClass) ?? [];
  return new Set(named.map((entry) => entry.ledgerId));
}
