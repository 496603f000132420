import { administeringUnit } from "#core/access/decide-administration.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { Me, MyPost } from "#core/protocol/session.ts";
import type { SessionRecord } from "#service/ports/records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { maskPhone } from "../mask-phone.ts";
import { isPasswordChangeDue, passwordDaysLeft } from "./password-age.ts";

export function describeMe(
  { policy }: Pick<Services, "policy">,
  { caller, session }: { readonly caller: Caller; readonly session: SessionRecord },
): Me {
  const { account, actor, at } = caller;
  return {
    accountId: account.id,
    accountName: maskPhone(account.name),
    kind: actor.kind,
    duty: account.duty,
    permission: account.permission,
    personName: actor.kind === "person" ? caller.who : null,
    unit: unitOf(caller),
    posts: postsOf(caller),
    actingPostId: session.actingPostId,
    passwordChangeRequired: isPasswordChangeDue(account, at, policy),
    passwordDaysLeft: Math.max(0, passwordDaysLeft(account, at, policy)),
    can: {
      administer: administeringUnit(actor) !== undefined,
      publishTemplates: caller.scope.organisationDepartment && account.permission === "read-write",
      superviseStages: caller.scope.administers.size > 0 || caller.scope.memberLedgers.supervised.size > 0,
      audit: account.duty === "audit",
      approveAccounts: mayApprove(caller),
    },
  };
}

/** A person one level above somebody, or the security administration above the root (A4, A11). */
function mayApprove({ account, actor, scope }: Caller): boolean {
  if (account.permission === "read-only") return false;
  if (actor.kind === "duty") return actor.duty === "security-administration";
  return actor.kind === "person" && scope.administers.size > 0;
}

function unitOf({ actor, organisation }: Caller): Me["unit"] {
  const unit = actor.kind === "duty" ? undefined : organisation.units.get(actingUnit(actor));
  return unit ? { id: unit.id, name: unit.name, kind: unit.kind } : null;
}

function actingUnit(actor: Exclude<Caller["actor"], { readonly kind: "duty" }>): UnitId {
  return actor.kind === "unit" ? actor.unitId : actor.actingFor.unitId;
}

function postsOf({ actor, organisation }: Caller): readonly MyPost[] {
  if (actor.kind !== "person") return [];
  return actor.allPosts.map(({ postId, kind, unitId }) => ({
    id: postId,
    kind,
    unitId,
    unitName: organisation.units.get(unitId)?.name ?? "",
  }));
}
