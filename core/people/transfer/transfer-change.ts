import type { Day } from "#core/kernel/instant.ts";
import type { Person } from "../person/person.ts";
import { belongingOn, type PersonChange } from "../procedure/person-change.ts";
import type { TransferRules } from "./transfer-rules.ts";
import type { Transfer } from "./transfer.ts";

/**
 * What a letter does to the record: nothing until it is received (M12). Then the person belongs to the branch that took
 * him in, or to none here when the receipt came from outside the service.
 */
export function transferChange(transfer: Transfer, person: Person, rules: TransferRules): PersonChange | undefined {
  if (transfer.state !== "received" || transfer.receivedOn === null) return undefined;
  const on = transfer.receivedOn;
  if (transfer.branchId === null) return leavingHere(transfer, on, rules);
  const kind = belongingOn(person, on)?.kind ?? "member";
  return { belong: { unitId: transfer.branchId, kind, on } };
}

/** Who went to a committee that is not on this service has left this one's people (M1b, M13). */
function leavingHere({ outside, number, wholeUnit, fromUnitId }: Transfer, on: Day, { leftKinds }: TransferRules) {
  const kind = wholeUnit ? leftKinds.wholeUnit : leftKinds.transferred;
  const authority = outside?.heading ?? "";
  const entry = { on, kind, authority, unit: fromUnitId ?? "", ...(number === null ? {} : { note: number }) };
  return {
    set: { leftOn: on, leftKind: kind, leaveAuthority: authority, restoredOn: "", restoreKind: "" },
    add: [{ list: "leavings", entry }],
    belong: { unitId: null, on },
  } as const;
}
