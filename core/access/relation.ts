import type { LedgerSubject } from "./decide.ts";
import { listedClasses } from "./named-list.ts";
import type { LedgerScope } from "./scope.ts";

/** How an actor, as he acts now, stands to one ledger. Several can hold at once (above and leader, say). */
export interface LedgerRelation {
  readonly owner: boolean;
  readonly peer: boolean;
  readonly leader: boolean;
  /** His unit is above the owner's, at any distance; a member's own branch is above him. */
  readonly above: boolean;
  /** Reads the ledger of his own unit or of one above it, query only (L14.6). */
  readonly below: boolean;
  /** Named by the superior to rate in that class (L14.8). */
  readonly substitutePeer: boolean;
  readonly substituteLeader: boolean;
  /** Named rater classes of the template that hold him (L12). */
  readonly listedAs: readonly string[];
  /** He owns the ledger by any of his posts, also one that he does not act for now: he never rates it. */
  readonly ownedByPerson: boolean;
  /** Opens stages for it and names its substitutes (L14.8, L15). */
  readonly supervisor: boolean;
  readonly reads: boolean;
}

export function relationOf(scope: LedgerScope, subject: LedgerSubject): LedgerRelation {
  const ownedByPerson = isOwnedByPerson(scope, subject);
  const tree = subject.owner.kind === "unit" ? unitRelation(scope, subject) : memberRelation(scope, subject);
  const named = namedRelation(scope, subject);
  const rates = ownedByPerson ? NO_RATER : { ...named, peer: tree.peer, leader: tree.leader };
  return {
    ...tree,
    ...rates,
    below: tree.reads && !(tree.owner || tree.peer || tree.leader || tree.above),
    ownedByPerson,
    // A name on a list opens the ledger for reading, also to its owner; only the rating is closed to him.
    reads: tree.reads || named.substitutePeer || named.substituteLeader || named.listedAs.length > 0,
  };
}

const NO_RATER = { peer: false, leader: false, substitutePeer: false, substituteLeader: false, listedAs: [] } as const;

interface TreeRelation {
  readonly owner: boolean;
  readonly peer: boolean;
  readonly leader: boolean;
  readonly above: boolean;
  readonly supervisor: boolean;
  readonly reads: boolean;
}

function unitRelation(scope: LedgerScope, { owner: { unitId } }: LedgerSubject): TreeRelation {
  const { own, peer, lead, above, read } = scope.unitLedgers;
  return {
    owner: own.has(unitId),
    peer: peer.has(unitId),
    leader: lead.has(unitId),
    above: above.has(unitId),
    supervisor: scope.administers.has(unitId),
    reads: read.has(unitId),
  };
}

function memberRelation(scope: LedgerScope, { owner }: LedgerSubject): TreeRelation {
  const { own, peer, lead, above, read, supervised } = scope.memberLedgers;
  const isOwner = owner.kind === "member" && owner.personId === own;
  return {
    owner: isOwner,
    peer: peer.has(owner.unitId),
    leader: lead.has(owner.unitId),
    above: above.has(owner.unitId),
    supervisor: supervised.has(owner.unitId),
    reads: isOwner || read.has(owner.unitId),
  };
}

function namedRelation(scope: LedgerScope, subject: LedgerSubject) {
  return {
    substitutePeer: scope.substitutes.peer.has(subject.ledgerId),
    substituteLeader: scope.substitutes.leader.has(subject.ledgerId),
    listedAs: listedClasses(scope.namedLists, subject.templateId),
  };
}

function isOwnedByPerson({ person }: LedgerScope, { owner }: LedgerSubject): boolean {
  if (!person) return false;
  return owner.kind === "member" ? owner.personId === person.id : person.ownUnitLedgers.has(owner.unitId);
}
