import { sql, type Kysely } from "kysely";
import type { PersonId } from "#core/kernel/ids.ts";
import type { Person } from "#core/people/person/person.ts";
import type { PeopleWrites } from "#service/ports/records/people.ts";
import { belongingRow } from "#service/store/rows/belonging-row.ts";
import { personRow } from "#service/store/rows/person-row.ts";
import { putRows } from "#service/store/rows/put-rows.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import type { Tables } from "#service/store/tables.ts";
import { growOrganisation } from "../organisation-repository.ts";

/** As many rows as one statement takes without holding up everybody else. */
const CHUNK = 2_000;

export function peopleWrites(db: Kysely<Tables>, { dialect, vault }: StoreContext): PeopleWrites {
  const saveBelongings: PeopleWrites["saveBelongings"] = async (rows) => {
    if (rows.length === 0) return;
    for (const chunk of chunksOf(rows)) {
      await putRows(db, dialect, { table: "post", rows: chunk.map(belongingRow), existing: "replace" });
    }
    if (rows.some(({ kind }) => kind === "member")) await growOrganisation(db);
  };
  const put = async (people: readonly Person[], existing: "insert" | "update"): Promise<ReadonlySet<PersonId>> => {
    const written = new Set<PersonId>();
    for (const chunk of chunksOf(people)) {
      const rows = chunk.map((person) => ({ ...personRow(person, vault), merged_into: null }));
      const keys = await putRows(
        db,
        dialect,
        existing === "insert"
          ? { table: "person", rows, existing: "keep", unless: ["id_index"] }
          : { table: "person", rows, existing: "next-revision" },
      );
      for (const { id } of keys) written.add(id as PersonId);
    }
    return written;
  };
  return {
    insert: async (people) => {
      const written = await put(people, "insert");
      const belongings = people.flatMap(({ id, belongings }) =>
        written.has(id) ? belongings.map((belonging) => ({ ...belonging, personId: id })) : [],
      );
      await saveBelongings(belongings);
      return new Set(people.flatMap(({ id }) => (written.has(id) ? [] : [id])));
    },
    update: (people) => put(people, "update"),
    saveBelongings,
    merge: async (from, into) => {
      await db.updateTable("post").set({ person_id: into }).where("person_id", "=", from).execute();
      await db
        .updateTable("person")
        .set({ merged_into: into, id_index: null, phone_index: null, revision: sql`revision + 1` })
        .where("id", "=", from)
        .execute();
      await growOrganisation(db);
    },
  };
}

function* chunksOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += CHUNK) yield rows.slice(start, start + CHUNK);
}
