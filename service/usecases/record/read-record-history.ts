import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { personRecord, parseRecordName } from "#core/people/record-name.ts";
import type { RecordHistoryEntry } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { permitPerson } from "./permit-person.ts";
import { refusalForUnit } from "./record-access.ts";

export interface AskedRecordHistory {
  readonly record: string;
  readonly field?: string | undefined;
}

type Entries = Result<readonly RecordHistoryEntry[], AnyRefusal>;

/** All earlier values, newest first, of a field or a whole record, those of records merged into it among them (W9, M3). */
export async function readRecordHistory(
  { store }: Pick<Services, "store">,
  caller: Caller,
  { record, field }: AskedRecordHistory,
): Promise<Entries> {
  return await store.read(async (tx): Promise<Entries> => {
    const records = await recordsOf(tx, caller, record);
    if (!records.ok) return records;
    const rows = (await Promise.all(records.value.map((one) => tx.ledgers.history(one, field)))).flat();
    const newestFirst = rows.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    return ok(
      newestFirst.map(({ field, action, value, at, who, reason, revision }) => ({
        ...{ field, action, value, at, who, reason, revision },
      })),
    );
  });
}

async function recordsOf(
  tx: StoreReads,
  caller: Caller,
  record: string,
): Promise<Result<readonly string[], AnyRefusal>> {
  const name = parseRecordName(record);
  if (!name) return refuse({ code: "not-found" });
  if (name.kind === "unit") {
    const refusal = refusalForUnit(caller, name.id, "read");
    return refusal ? refuse(refusal) : ok([record]);
  }
  const person = await permitPerson(tx, caller, { id: name.id, action: "read" });
  if (!person.ok) return person;
  return ok([record, ...(await tx.people.mergedFrom(name.id)).map(personRecord)]);
}
