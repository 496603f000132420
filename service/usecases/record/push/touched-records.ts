import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { EditableRecord } from "#core/people/person/apply-field-edits.ts";
import type { Person } from "#core/people/person/person.ts";
import { parseRecordName, personRecord, unitRecord } from "#core/people/record-name.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { refusalForPerson, refusalForUnit } from "../record-access.ts";

/** A record that a push would change, as it stands now. */
export type TouchedRecord = { readonly refusal: AccessRefusal | undefined } & (
  { readonly kind: "person"; readonly before: Person } | { readonly kind: "unit"; readonly before: UnitRecord }
);

/** Every record of the push, read in two queries; what does not exist is missing. */
export async function loadTouchedRecords(
  tx: StoreReads,
  caller: Caller,
  records: Iterable<string>,
): Promise<ReadonlyMap<string, TouchedRecord>> {
  const names = [...new Set(records)].flatMap((record) => parseRecordName(record) ?? []);
  const personIds = names.flatMap((name) => (name.kind === "person" ? [name.id] : []));
  const unitIds = names.flatMap((name) => (name.kind === "unit" ? [name.id] : []));
  const people = personIds.length === 0 ? [] : await tx.people.byIds(personIds);
  const known = unitIds.filter((id) => caller.organisation.units.has(id));
  const units = known.length === 0 ? [] : await tx.units.records(known);
  return new Map<string, TouchedRecord>([
    ...people.map((before): [string, TouchedRecord] => {
      const refusal = refusalForPerson(caller, before, "work");
      return [personRecord(before.id), { kind: "person", before, refusal }];
    }),
    ...units.map((before): [string, TouchedRecord] => {
      const refusal = refusalForUnit(caller, before.id, "work");
      return [unitRecord(before.id), { kind: "unit", before, refusal }];
    }),
  ]);
}

/** With its state after the edits: as `applyFieldEdits` takes and gives it. */
export function editable(touched: TouchedRecord): EditableRecord {
  return touched.before;
}
