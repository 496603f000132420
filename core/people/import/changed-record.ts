import type { Day } from "#core/kernel/instant.ts";
import type { FieldCatalogue } from "../field/field-catalogue.ts";
import { applyFieldEdits, type RecordEdit } from "../person/apply-field-edits.ts";
import type { Person } from "../person/person.ts";
import type { Made } from "./new-record.ts";
import type { ReadRow } from "./read-row.ts";

/** The record after the filled cells of a row; the very same record when they say nothing new. */
export function changedRecord(
  before: Person,
  read: ReadRow,
  options: { readonly catalogue: FieldCatalogue; readonly today: Day },
): Made {
  const edits = Object.entries(read.facts).flatMap(([key, canonical]): readonly RecordEdit[] => {
    const address = options.catalogue.byKey("person", key);
    return address ? [{ address, canonical }] : [];
  });
  const { record, refusals } = applyFieldEdits(before, edits, options);
  const problems = edits.flatMap(({ address }, index) => {
    const refusal = refusals[index] ?? null;
    return refusal === null ? [] : [{ column: read.columns[address.key] ?? null, field: address.key, refusal }];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, person: record };
}
