import type { Actor, Duty } from "./actor.ts";
import { administeringUnit } from "./decide-administration.ts";
import type { LedgerScope } from "./scope.ts";

/**
 * What a route asks of whoever knocks, before its object is loaded (A9); about the object itself `decide` is asked.
 * public: nobody need be signed in. first-password: also while a change of password is due. signed-in: every account.
 * reader: accounts that work with ledgers, so no duty accounts. A duty's name: that duty only.
 */
export type RoutePermission =
  "public" | "first-password" | "signed-in" | "reader" | "organisation-department" | "administers" | Duty;

export interface Visitor {
  readonly actor: Actor;
  readonly scope: LedgerScope;
  /** The one-time or expired password is still in force (A2). */
  readonly passwordChangeDue: boolean;
}

export type RouteDecision = "allowed" | "not-signed-in" | "password-change-required" | "forbidden";

/** @param visitor null when nobody is signed in. */
export function decideRoute(permission: RoutePermission, visitor: Visitor | null): RouteDecision {
  if (permission === "public") return "allowed";
  if (!visitor) return "not-signed-in";
  if (permission === "first-password") return "allowed";
  if (visitor.passwordChangeDue) return "password-change-required";
  return isAdmitted(permission, visitor) ? "allowed" : "forbidden";
}

function isAdmitted(permission: Exclude<RoutePermission, "public" | "first-password">, visitor: Visitor): boolean {
  const { actor, scope } = visitor;
  switch (permission) {
    case "signed-in":
      return true;
    case "reader":
      return actor.kind !== "duty";
    case "organisation-department":
      return scope.organisationDepartment;
    case "administers":
      // Also a unit that has nothing below it yet: it is about to make something.
      return administeringUnit(actor) !== undefined;
    case "system-administration":
    case "security-administration":
    case "audit":
      return actor.kind === "duty" && actor.duty === permission;
  }
}
