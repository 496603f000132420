import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Transfer } from "#core/people/transfer/transfer.ts";

/** A letter on its way from unit_b1 to unit_b2. */
export function aTransferRecord(given: Partial<Transfer> = {}): Transfer {
  return {
    id: "tra_1",
    personId: toId<PersonId>("per_1"),
    kind: "between",
    scope: "city",
    state: "open",
    fromUnitId: toId<UnitId>("unit_b1"),
    toUnitId: toId<UnitId>("unit_b2"),
    outside: null,
    reason: "工作调动",
    issuedOn: "2026-05-12" as Day,
    validDays: 30,
    duesPaidUntil: "2026-05",
    number: null,
    wholeUnit: false,
    batchId: null,
    receivedOn: null,
    branchId: null,
    steps: [{ act: "issue", on: "2026-05-12" as Day, who: "李梅", reason: "工作调动" }],
    revision: 1,
    ...given,
  };
}
