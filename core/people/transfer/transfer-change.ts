import type { Person } from "../person/person.ts";
import { belongingOn, type PersonChange } from "../procedure/person-change.ts";
import type { Transfer } from "./transfer.ts";

/**
 * What a letter does to the record: nothing until it is received (M12). Then the person belongs to the branch that took
 * him in, or to none here when the receipt came from outside the service.
 */
export function transferChange(transfer: Transfer, person: Person): PersonChange | undefined {
  if (transfer.state !== "received" || transfer.receivedOn === null) return undefined;
  const on = transfer.receivedOn;
  if (transfer.branchId === null) return { belong: { unitId: null, on } };
  const kind = belongingOn(person, on)?.kind ?? "member";
  return { belong: { unitId: transfer.branchId, kind, on } };
}
