import type { Permission } from "./actor.ts";
import type { Decision, LedgerAction, LedgerSubject } from "./decide.ts";
import { relationOf, type LedgerRelation } from "./relation.ts";
import type { LedgerScope } from "./scope.ts";

/**
 * The one decision about a ledger: the service refuses by it, the pane greys out by it.
 * Invisible comes before forbidden, so that nobody learns from a refusal that a ledger exists (A9, L14.6).
 * `actor` is whoever `scope` was made for; only his account's permission is looked at.
 */
export function decide(
  scope: LedgerScope,
  actor: { readonly permission: Permission },
  asked: { readonly subject: LedgerSubject; readonly action: LedgerAction },
): Decision {
  const relation = relationOf(scope, asked.subject);
  if (!relation.reads) return "invisible";
  if (!mayAct(scope, asked, relation)) return "forbidden";
  if (isWrite(asked.action) && actor.permission === "read-only") return "read-only";
  return "allowed";
}
