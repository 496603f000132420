import { refuse, ok, type Result } from "#core/kernel/result.ts";
import { mergePeople } from "#core/people/person/merge-people.ts";
import type { Person } from "#core/people/person/person.ts";
import { recordChanges } from "#core/people/person/record-changes.ts";
import { personRecord } from "#core/people/record-name.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { writeOrRollBack } from "../write-or-roll-back.ts";
import { permitPerson } from "./permit-person.ts";
import { writePeople } from "./write-people.ts";

export interface AskedMerge {
  readonly into: string;
  readonly from: string;
  readonly reason: string;
}

/** Two records of one human being become one; both histories stay (M3). Both must be the caller's to work on. */
export async function mergeRecords(
  { store, catalogue }: Pick<Services, "store" | "catalogue">,
  caller: Caller,
  asked: AskedMerge,
): Promise<Result<null, AnyRefusal>> {
  return await writeOrRollBack<null, AnyRefusal>(store, async (tx) => {
    const into = await permitPerson(tx, caller, { id: asked.into, action: "work" });
    if (!into.ok) return into;
    const from = await permitPerson(tx, caller, { id: asked.from, action: "work" });
    if (!from.ok) return from;
    const refusal = await whyNot(tx, into.value, from.value);
    if (refusal) return refuse(refusal);
    const { after, handedOn } = mergePeople(into.value, from.value);
    await tx.people.saveBelongings(handedOn.map((one) => ({ ...one, personId: from.value.id })));
    await tx.people.merge(from.value.id, into.value.id);
    const fields = recordChanges(into.value, after);
    const writes = [{ before: { ...into.value, belongings: after.belongings }, after, reason: asked.reason, fields }];
    const { changed } = await writePeople(tx, { caller, catalogue, action: "merge", writes });
    if (changed.size > 0) return refuse({ code: "changed-meanwhile" });
    const record = personRecord(from.value.id);
    const gone = [{ field: "mergedInto", old: null, new: into.value.id }];
    tx.record(auditEntry(caller, { action: "merge", record, fields: gone, why: asked.reason }));
    return ok(null);
  });
}

async function whyNot(tx: StoreWrites, into: Person, from: Person): Promise<AnyRefusal | undefined> {
  if (into.id === from.id) return { code: "merge-same-record" };
  const [kept, gone] = [into.facts["idNumber"], from.facts["idNumber"]];
  if (kept !== undefined && gone !== undefined && kept !== gone) return { code: "merge-two-id-numbers" };
  const accounts = await tx.accounts.ofPersons([from.id]);
  return accounts.length > 0 ? { code: "merge-with-account" } : undefined;
}
