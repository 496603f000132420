import type { AccountId, PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { Actor, PersonActor } from "./actor.ts";
import { administeringUnit, type AccountSubject } from "./decide-administration.ts";

/** A written application for an account that administers (A4). */
export interface AccountApplication {
  readonly requestedBy: { readonly accountId: AccountId; readonly personId: PersonId | null; readonly unitId: UnitId };
  readonly subject: AccountSubject;
}

/** `own-request`: he asked for it himself. `beneficiary`: the account is, or would be, his own or his unit's. */
export type ApprovalDecision = "allowed" | "invisible" | "forbidden" | "own-request" | "beneficiary" | "read-only";

/**
 * Approval is one level above the requester's unit and a person's to give (A0, A4). Above the root nobody stands:
 * there the security administration approves (A11).
 */
export function decideApproval(
  actor: Actor,
  organisation: Organisation,
  application: AccountApplication,
): ApprovalDecision {
  const requesting = organisation.units.get(application.requestedBy.unitId);
  if (!requesting || !standsOneLevelUp(actor, requesting.parentId)) return "invisible";
  if (actor.kind === "unit") return "forbidden";
  if (actor.accountId === application.requestedBy.accountId) return "own-request";
  if (actor.kind === "person") {
    if (actor.personId === application.requestedBy.personId) return "own-request";
    if (isBeneficiary(actor, application.subject)) return "beneficiary";
  }
  return actor.permission === "read-only" ? "read-only" : "allowed";
}

function standsOneLevelUp(actor: Actor, parentId: UnitId | null): boolean {
  if (parentId === null) return actor.kind === "duty" && actor.duty === "security-administration";
  return administeringUnit(actor) === parentId;
}

/** A unit account benefits whoever holds an office in that unit, also when he acts for another post just now. */
function isBeneficiary(actor: PersonActor, subject: AccountSubject): boolean {
  if (actor.personId === subject.personId) return true;
  if (subject.kind !== "unit") return false;
  return actor.allPosts.some((post) => post.unitId === subject.unitId && post.kind !== "member");
}
