import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { RecordAction } from "#core/access/decide-record.ts";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Person } from "#core/people/person/person.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { refusalForPerson } from "./record-access.ts";

/** How a use case about one person's record begins: a foreign one and a merged one answer as a missing one (A9). */
export async function permitPerson(
  tx: StoreReads,
  caller: Caller,
  { id, action }: { readonly id: string; readonly action: RecordAction },
): Promise<Result<Person, AccessRefusal>> {
  const [person] = await tx.people.byIds([toId<PersonId>(id)]);
  if (!person) return refuse({ code: "not-found" });
  const refusal = refusalForPerson(caller, person, action);
  return refusal ? refuse(refusal) : ok(person);
}
