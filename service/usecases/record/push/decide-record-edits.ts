/**
 * Judges the edits of a push, record by record: each edit on its own as far as its value goes, then all of one record
 * together, because ID number, sex and birth date are compared after all of them are in.
 */
import { groupBy } from "#core/kernel/group-by.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { FieldAddress, FieldCatalogue } from "#core/people/field/field-catalogue.ts";
import { maskValue } from "#core/people/field/mask.ts";
import { parseField } from "#core/people/field/parse-field.ts";
import { showField } from "#core/people/field/show-field.ts";
import { withoutNumbers } from "#core/people/field/without-numbers.ts";
import { applyFieldEdits, type RecordEdit } from "#core/people/person/apply-field-edits.ts";
import { revisionOf, type RecordChange } from "#core/people/person/record-changes.ts";
import type { Person } from "#core/people/person/person.ts";
import { parseRecordName } from "#core/people/record-name.ts";
import type { PushEdit } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import type { EditResult } from "#service/usecases/push/outcomes-of.ts";
import type { TouchedRecord } from "./touched-records.ts";

export interface IndexedEdit {
  readonly index: number;
  readonly edit: PushEdit;
}

/** What one record comes to: its new state where anything changes, and a result for each of its edits. */
export interface DecidedRecord {
  readonly record: string;
  readonly touched: TouchedRecord | undefined;
  readonly after: Person | UnitRecord | null;
  readonly changes: readonly RecordChange[];
  readonly results: ReadonlyMap<number, EditResult>;
  readonly edits: readonly IndexedEdit[];
}

export interface Judging {
  readonly catalogue: FieldCatalogue;
  readonly today: Day;
  /** Says no to a value that is sound in itself: an ID number that somebody else has (M3). */
  readonly taken: (record: string, field: string, canonical: string) => AnyRefusal | undefined;
}

/** The edits of a code's column are written in the house's own edition. */
const OWN_EDITION = "2006";

export function editsByRecord(edits: readonly PushEdit[]): ReadonlyMap<string, readonly IndexedEdit[]> {
  return groupBy(
    edits.map((edit, index) => ({ index, edit })),
    ({ edit }) => edit.record,
  );
}

export function decideRecordEdits(
  record: string,
  { edits, touched }: { readonly edits: readonly IndexedEdit[]; readonly touched: TouchedRecord | undefined },
  judging: Judging,
): DecidedRecord {
  const results = new Map<number, EditResult>();
  const nothing = { record, touched, after: null, changes: [], results, edits };
  if (!touched || touched.refusal) {
    const refusal = touched?.refusal ?? ({ code: "not-found" } as const);
    for (const { index } of edits) results.set(index, { kind: "refused", refusal });
    return nothing;
  }
  const ready: (IndexedEdit & RecordEdit)[] = [];
  for (const one of edits) {
    const judged = judge(record, { touched, ...one }, judging);
    if ("kind" in judged) results.set(one.index, judged);
    else ready.push({ ...one, ...judged });
  }
  if (ready.length === 0) return nothing;
  const { today, catalogue } = judging;
  const applied = applyFieldEdits<Person | UnitRecord>(touched.before, ready, { today, catalogue });
  const changes = ready.flatMap(({ index, address, canonical }, place): readonly RecordChange[] => {
    const refusal = applied.refusals[place];
    const revision = revisionOf(applied.record, address.key);
    results.set(index, refusal ? { kind: "refused", refusal } : { kind: "accepted", revision });
    const old = touched.before.facts[address.key] ?? null;
    return refusal ? [] : [{ field: address.key, old, value: canonical === "" ? null : canonical, revision }];
  });
  return { ...nothing, after: changes.length === 0 ? null : applied.record, changes };
}

interface JudgedEdit extends IndexedEdit {
  readonly touched: TouchedRecord;
}

/** A result that needs nothing written, or the edit as it would be applied. */
function judge(record: string, { edit, touched }: JudgedEdit, judging: Judging): EditResult | RecordEdit {
  const address = judging.catalogue.byKey(touched.kind, edit.field);
  if (!address) return { kind: "refused", refusal: { code: "unknown-field", field: edit.field } };
  const revision = revisionOf(touched.before, address.key);
  const now = touched.before.facts[address.key] ?? "";
  // A masked value that comes back as it was given out says nothing.
  if (address.definition.sensitive && now !== "" && edit.value === maskValue(address.definition, now))
    return { kind: "unchanged", revision };
  const parsed = parseField(address.definition, edit.value, { ...judging, edition: OWN_EDITION });
  if (!parsed.ok) return { kind: "refused", refusal: withoutNumbers(parsed.refusal) };
  const canonical = parsed.value;
  if (now === canonical) return { kind: "unchanged", revision };
  if (revision !== edit.baseRevision) {
    return { kind: "conflict", theirs: shown(address, now, judging), revision, change: { record, field: address.key } };
  }
  const refusal = judging.taken(record, address.key, canonical);
  return refusal ? { kind: "refused", refusal } : { address, canonical };
}

function shown({ definition }: FieldAddress, canonical: string, { catalogue }: Judging): string | null {
  const text = maskValue(definition, showField(definition, canonical, { catalogue, language: "zh-CN" }));
  return text === "" ? null : text;
}

/** ID numbers that the push would give to somebody, as typed but parsed; for one look-up of all of them. */
export function wantedIdNumbers(
  edits: readonly PushEdit[],
  { catalogue, today }: Pick<Judging, "catalogue" | "today">,
): readonly string[] {
  const address = catalogue.byKey("person", "idNumber");
  if (!address) return [];
  return edits.flatMap(({ record, field, value }) => {
    if (field !== address.key || parseRecordName(record)?.kind !== "person") return [];
    const parsed = parseField(address.definition, value, { catalogue, today });
    return parsed.ok && parsed.value !== "" ? [parsed.value] : [];
  });
}
