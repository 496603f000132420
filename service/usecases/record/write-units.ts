import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { maskValue } from "#core/people/field/mask.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { RecordChange } from "#core/people/person/record-changes.ts";
import { unitRecord } from "#core/people/record-name.ts";
import type { HistoryRecord } from "#service/ports/records.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";

export interface UnitWrite {
  /** Its version has grown by one. */
  readonly after: UnitRecord;
  readonly fields: readonly RecordChange[];
  readonly reason?: string;
}

export interface WriteUnits {
  readonly caller: Caller;
  readonly catalogue: Pick<FieldCatalogue, "byKey">;
  readonly action: string;
  readonly writes: readonly UnitWrite[];
}

/** Units' records, written as people's are. @returns those that somebody else changed since they were read. */
export async function writeUnits(tx: StoreWrites, order: WriteUnits): Promise<ReadonlySet<UnitId>> {
  const { caller, catalogue, action, writes } = order;
  const written = await tx.units.saveRecords(writes.map(({ after }) => after));
  const done = writes.filter(({ after }) => written.has(after.id));
  const history: HistoryRecord[] = [];
  const { at, who, account } = caller;
  for (const { after, fields, reason = "" } of done) {
    const record = unitRecord(after.id);
    for (const { field, value, revision } of fields) {
      const definition = catalogue.byKey("unit", field)?.definition;
      const shown = value === null || !definition ? value : maskValue(definition, value);
      history.push({ record, field, revision, action, value: shown, at, accountId: account.id, who, reason });
    }
    const audited = fields.map(({ field, old, value }) => ({ field, old, new: value }));
    tx.record(auditEntry(caller, { action, record, fields: audited, why: reason }));
  }
  await tx.ledgers.addHistory(history);
  return new Set(writes.flatMap(({ after }) => (written.has(after.id) ? [] : [after.id])));
}
