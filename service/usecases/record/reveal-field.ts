import { ok, type Result } from "#core/kernel/result.ts";
import { personRecord } from "#core/people/record-name.ts";
import type { Revealed } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { permitPerson } from "./permit-person.ts";

export interface AskedReveal {
  readonly personId: string;
  readonly field: string;
  readonly reason: string;
}

/** A sensitive value in full, for a reason that stands in the log (A12). Who only reads records is shown masks. */
export async function revealField(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { personId, field, reason }: AskedReveal,
): Promise<Result<Revealed, AnyRefusal>> {
  return await store.write(async (tx): Promise<Result<Revealed, AnyRefusal>> => {
    const person = await permitPerson(tx, caller, { id: personId, action: "work" });
    if (!person.ok) return person;
    const record = personRecord(person.value.id);
    const fields = [{ field, old: null, new: null }];
    tx.record(auditEntry(caller, { action: "reveal", record, fields, why: reason }));
    return ok({ field, value: person.value.facts[field] ?? "" });
  });
}
