import type { FieldDefinition } from "#core/people/field/field.ts";
import { maskValue } from "#core/people/field/mask.ts";
import type { FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import type { PersonId, PostId } from "#core/kernel/ids.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import { personRecord } from "#core/people/record-name.ts";
import { recordChanges, type RecordChange } from "#core/people/person/record-changes.ts";
import type { AuditField } from "#service/ports/audit.ts";
import type { HistoryRecord } from "#service/ports/records.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import { auditEntry } from "../audit-entry.ts";
import type { Caller } from "../caller.ts";

/** A person's record before and after; `before` null: a new one. The version has grown by one. */
export interface PersonWrite {
  readonly before: Person | null;
  readonly after: Person;
  /** Why, as given by the officer. */
  readonly reason?: string;
  /** The fields as the officer named them ("appraisal.2026"); left out, what differs between the two. */
  readonly fields?: readonly RecordChange[];
}

export interface WritePeople {
  readonly caller: Caller;
  readonly catalogue: Pick<FieldCatalogue, "person" | "byKey">;
  /** "edit", "admit", "transfer" ...: one word for histories and the audit (A15). */
  readonly action: string;
  readonly writes: readonly PersonWrite[];
}

/** Those that were not written: whoever does all or nothing rolls back when there are any. */
export interface NotWritten {
  /** Changed by somebody else since they were read. */
  readonly changed: ReadonlySet<PersonId>;
  /** New ones whose ID number exists already (M3). */
  readonly doubled: ReadonlySet<PersonId>;
}

/**
 * The one way in which people's records are written: conditional on the version that was read, with belongings, a history
 * row per field and one audit entry per person, all in the caller's transaction and in a few statements whatever the number.
 */
export async function writePeople(tx: StoreWrites, order: WritePeople): Promise<NotWritten> {
  const { writes } = order;
  for (const { before, after } of writes) ensureNext(before, after);
  const changes = writes.filter(({ before }) => before !== null);
  const additions = writes.filter(({ before }) => before === null);
  const updated = await tx.people.update(changes.map(({ after }) => after));
  const doubled = await tx.people.insert(additions.map(({ after }) => after));
  const changed = new Set(changes.flatMap(({ after }) => (updated.has(after.id) ? [] : [after.id])));
  const done = writes.filter(({ after }) => !changed.has(after.id) && !doubled.has(after.id));
  await tx.people.saveBelongings(done.flatMap(newBelongings));
  await tellOf(tx, { ...order, writes: done });
  return { changed, doubled };
}

/** The audit lists plain values, sealed where they are sensitive; the history masks them (A12). */
async function tellOf(tx: StoreWrites, { caller, catalogue, action, writes }: WritePeople): Promise<void> {
  const history: HistoryRecord[] = [];
  const { at, who, account } = caller;
  for (const { before, after, reason = "", fields } of writes) {
    const record = personRecord(after.id);
    const changes = [...(fields ?? recordChanges(before, after)), ...unitChange(before, after)];
    for (const { field, value, revision } of changes) {
      const shown = value === null ? null : masked(catalogue, field, value);
      history.push({ record, field, revision, action, value: shown, at, accountId: account.id, who, reason });
    }
    const audited = changes.map((change) => auditField(catalogue, change));
    tx.record(auditEntry(caller, { action, record, fields: audited, why: reason }));
  }
  await tx.ledgers.addHistory(history);
}

function masked(catalogue: Pick<FieldCatalogue, "byKey">, field: string, value: string): string {
  const definition = definitionOf(catalogue, field);
  return definition ? maskValue(definition, value) : value;
}

function auditField(catalogue: Pick<FieldCatalogue, "byKey">, { field, old, value }: RecordChange): AuditField {
  const change = { field, old, new: value };
  return definitionOf(catalogue, field)?.sensitive ? { ...change, sensitive: true } : change;
}

function definitionOf(catalogue: Pick<FieldCatalogue, "byKey">, field: string): FieldDefinition | undefined {
  return catalogue.byKey("person", field)?.definition;
}

/** An insert writes its belongings itself. */
function newBelongings({ before, after }: PersonWrite): readonly (Belonging & { readonly personId: PersonId })[] {
  if (before === null) return [];
  const known = new Map<PostId, Belonging>(before.belongings.map((one) => [one.id, one]));
  return after.belongings
    .filter((one) => !isSame(known.get(one.id), one))
    .map((one) => ({ ...one, personId: after.id }));
}

function isSame(a: Belonging | undefined, b: Belonging): boolean {
  return a?.unitId === b.unitId && a.kind === b.kind && a.from === b.from && a.until === b.until;
}

/** Where the person belongs from now on, as one line of the history: the unit's id, empty for none. */
function unitChange(before: Person | null, after: Person): readonly RecordChange[] {
  const [old, value] = [lastUnit(before), lastUnit(after)];
  return old === value ? [] : [{ field: "unit", old, value, revision: after.version }];
}

function lastUnit(person: Person | null): string | null {
  return person?.belongings.findLast(({ until }) => until === null)?.unitId ?? null;
}

function ensureNext(before: Person | null, after: Person): void {
  const isNext = before === null ? after.version === 1 : before.id === after.id && after.version === before.version + 1;
  if (!isNext) throw new Error(`person ${after.id}: version ${after.version} does not follow the one that was read`);
}
