import { toId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { FieldCatalogue } from "../field/field-catalogue.ts";
import type { Belonging, Person } from "../person/person.ts";
import { newPerson } from "../person/new-person.ts";
import type { ReadRow, RowProblem } from "./read-row.ts";

export interface NewRecordOptions {
  readonly unitId: UnitId;
  readonly catalogue: FieldCatalogue;
  readonly today: Day;
  /** "person" and "post" ids. */
  readonly newId: (prefix: "person" | "post") => string;
}

export type Made =
  { readonly ok: true; readonly person: Person } | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** The record of a row whose person nobody knew so far; problems stand at the columns that gave them. */
export function newRecord(read: ReadRow, { unitId, catalogue, today, newId }: NewRecordOptions): Made {
  const made = newPerson(read.facts, {
    id: toId<PersonId>(newId("person")),
    belonging: { id: toId<PostId>(newId("post")), unitId, ...belongingSince(read, today) },
    today,
    catalogue,
  });
  if (made.ok) return made;
  return {
    ok: false,
    problems: made.problems.map(({ field, refusal }) => ({ column: read.columns[field] ?? null, field, refusal })),
  };
}

/** Members since they were admitted, others since they applied: the earliest day on which the branch can have kept them. */
function belongingSince({ facts }: ReadRow, today: Day): Pick<Belonging, "kind" | "from" | "until"> {
  const kind = facts["joinedOn"] === undefined ? "applicant" : "member";
  const since = facts[kind === "member" ? "joinedOn" : "appliedOn"] ?? "";
  // A month alone says that it was in force on its last day at the latest; the first is as good as any.
  const from = since.length === 10 ? since : since.length === 7 ? `${since}-01` : today;
  return { kind, from: from as Day, until: null };
}
