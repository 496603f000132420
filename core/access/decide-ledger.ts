import type { Permission } from "./actor.ts";
import type { Decision, LedgerAction, LedgerSubject } from "./decide.ts";
import { relationOf, type LedgerRelation } from "./relation.ts";
import type { LedgerScope } from "./scope.ts";

/**
 * The one decision about a ledger: the service refuses by it, the pane greys out by it.
 * Invisible comes before forbidden, so that no refusal tells that a ledger exists (A9, L14.6).
 * `actor` is the one that `scope` was made for; only its account's permission is looked at.
 */
export function decide(
  scope: LedgerScope,
  actor: { readonly permission: Permission },
  asked: { readonly subject: LedgerSubject; readonly action: LedgerAction },
): Decision {
  const relation = relationOf(scope, asked.subject);
  const rule = RULES[asked.action];
  if (!relation.reads) return "invisible";
  if (!rule.may(relation, scope)) return "forbidden";
  return rule.writes && actor.permission === "read-only" ? "read-only" : "allowed";
}

interface Rule {
  readonly writes: boolean;
  readonly may: (relation: LedgerRelation, scope: LedgerScope) => boolean;
}

const ownersWrite: Rule = { writes: true, may: (relation) => relation.owner };
const peersWrite: Rule = { writes: true, may: (relation) => relation.peer };
const leadersWrite: Rule = { writes: true, may: (relation) => relation.leader };

/** A new action does not compile until it stands here; nothing is allowed by omission. */
const RULES: Readonly<Record<LedgerAction, Rule>> = {
  read: { writes: false, may: () => true },
  // L11: leaders and the organisation department. Rights count per person, so nobody learns who gave him what.
  "see-raters": {
    writes: false,
    may: (relation, scope) => !relation.ownedByPerson && (relation.leader || scope.organisationDepartment),
  },
  reword: ownersWrite,
  delete: ownersWrite,
  "attach-evidence": ownersWrite,
  "remove-evidence": ownersWrite,
  "score-self": ownersWrite,
  "answer-challenge": ownersWrite,
  challenge: peersWrite,
  "withdraw-challenge": peersWrite,
  // L9: either side.
  escalate: { writes: true, may: (relation) => relation.owner || relation.peer },
  rule: leadersWrite,
  reopen: leadersWrite,
  "rate-as-peer": { writes: true, may: (relation) => relation.peer || relation.substitutePeer },
  "rate-as-leader": { writes: true, may: (relation) => relation.leader || relation.substituteLeader },
  "rate-as-listed": { writes: true, may: (relation) => relation.listedAs.length > 0 },
  "set-window": { writes: true, may: (relation) => relation.supervisor },
  // Whoever owns a ledger by another post does not choose who rates it.
  "name-substitute": { writes: true, may: (relation) => relation.supervisor && !relation.ownedByPerson },
};
