import type { PersonId } from "#core/kernel/ids.ts";
import type { Belonging } from "#core/people/person/person.ts";
import type { RowOf } from "../tables.ts";
import { RowReader } from "./row-reader.ts";

export const BELONGING_KINDS: readonly Belonging["kind"][] = ["member", "applicant"];

export type BelongingOf = Belonging & { readonly personId: PersonId };

export function parseBelonging(row: object): BelongingOf {
  const reader = new RowReader("post", row, ["id"]);
  return {
    id: reader.text("id"),
    personId: reader.text("person_id"),
    unitId: reader.text("unit_id"),
    kind: reader.oneOf("kind", BELONGING_KINDS),
    from: reader.text("from_day"),
    until: reader.textOrNull("until_day"),
  };
}

export function belongingRow({ id, personId, unitId, kind, from, until }: BelongingOf): RowOf<"post"> {
  return { id, person_id: personId, unit_id: unitId, kind, from_day: from, until_day: until };
}
