import { sql, type Kysely, type RawBuilder } from "kysely";
import { groupBy } from "#core/kernel/group-by.ts";
import type { PersonId } from "#core/kernel/ids.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import type { PeopleQuery, PeopleReads } from "#service/ports/people.ts";
import { BELONGING_KINDS, parseBelonging, type BelongingOf } from "../rows/belonging-row.ts";
import { ID_NUMBER_INDEX, parsePerson, PHONE_INDEX } from "../rows/person-row.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type Tables } from "../tables.ts";

export function peopleReads(db: Kysely<Tables>, { dialect, vault }: StoreContext): PeopleReads {
  const where = async (condition: RawBuilder<boolean>, opened = true): Promise<readonly Person[]> => {
    const rows = await db.selectFrom("person").select(columnsOf("person")).where(condition).execute();
    const belongings = await belongingsWhere(db, condition);
    const persons = rows.map((row) =>
      parsePerson(row, belongings.get(String(row.id) as PersonId) ?? [], opened ? vault : null),
    );
    return persons.toSorted(byName);
  };
  const idsBy = async (column: "id_index" | "phone_index" | "book_number", values: readonly string[]) => {
    const rows = await db
      .selectFrom("person")
      .select(["id", column])
      .where(dialect.among(column, values))
      .where("merged_into", "is", null)
      .orderBy("id")
      .execute();
    return rows.map((row) => {
      const reader = new RowReader("person", row, ["id"]);
      return { id: reader.text<PersonId>("id"), value: reader.text(column) };
    });
  };
  return {
    byIds: async (ids) => {
      const found = new Map((await where(dialect.among("id", ids))).map((person) => [person.id, person]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    inUnits: ({ opened, ...query }) => where(belongsTo(query, dialect.among("unit_id", query.units)), opened),
    versionsInUnits: async (query) => {
      const condition = belongsTo(query, dialect.among("unit_id", query.units));
      const rows = await db.selectFrom("person").select(["id", "revision"]).where(condition).orderBy("id").execute();
      return new Map(
        rows.map((row) => {
          const reader = new RowReader("person", row, ["id"]);
          return [reader.text<PersonId>("id"), reader.whole("revision")];
        }),
      );
    },
    everInUnits: (units) =>
      where(
        sql`id in (select person_id from post where ${dialect.among("unit_id", units)} and ${dialect.among("kind", BELONGING_KINDS)})`,
      ),
    withIdNumbers: async (idNumbers) => {
      const numberOf = new Map(
        idNumbers.flatMap((number) => vault.indexes(ID_NUMBER_INDEX, number).map((index) => [index, number] as const)),
      );
      const found = await idsBy("id_index", [...numberOf.keys()]);
      return new Map(found.map(({ id, value }) => [numberOf.get(value) ?? "", id]));
    },
    withMobile: async (mobile) => (await idsBy("phone_index", vault.indexes(PHONE_INDEX, mobile))).map(({ id }) => id),
    withBookNumbers: async (numbers) => {
      const byNumber = groupBy(await idsBy("book_number", numbers), ({ value }) => value);
      return new Map([...byNumber].map(([number, found]) => [number, found.map(({ id }) => id)]));
    },
    named: (names) => where(sql`${dialect.among("name", names)} and merged_into is null`),
    mergedInto: async (id) => {
      const row = await db.selectFrom("person").select("merged_into").where("id", "=", id).executeTakeFirst();
      return row ? new RowReader("person", row, []).textOrNull<PersonId>("merged_into") : null;
    },
    mergedFrom: async (id) => {
      const rows = await db.selectFrom("person").select("id").where("merged_into", "=", id).orderBy("id").execute();
      return rows.map((row) => new RowReader("person", row, ["id"]).text<PersonId>("id"));
    },
  };

  function belongsTo({ on, kinds }: Pick<PeopleQuery, "on" | "kinds">, inUnits: RawBuilder<boolean>) {
    return sql<boolean>`id in (select person_id from post where ${inUnits} and ${dialect.among("kind", kinds)}
      and from_day <= ${on} and (until_day is null or until_day > ${on}))`;
  }
}

/** Of the persons whom `condition` names, each one's oldest first. */
async function belongingsWhere(
  db: Kysely<Tables>,
  condition: RawBuilder<boolean>,
): Promise<ReadonlyMap<PersonId, readonly Belonging[]>> {
  const rows = await db
    .selectFrom("post")
    .select(columnsOf("post"))
    .where("kind", "in", BELONGING_KINDS)
    .where(sql<boolean>`person_id in (select id from person where ${condition})`)
    .execute();
  const ordered = rows.map(parseBelonging).toSorted(byFrom);
  const byPerson = groupBy(ordered, ({ personId }) => personId);
  return new Map([...byPerson].map(([personId, held]) => [personId, held.map(withoutPerson)]));
}

function withoutPerson({ personId: _, ...belonging }: BelongingOf): Belonging {
  return belonging;
}

function byFrom(a: Belonging, b: Belonging): number {
  return compareText(a.from, b.from) || compareText(a.id, b.id);
}

function byName(a: Person, b: Person): number {
  return compareText(a.facts["name"] ?? "", b.facts["name"] ?? "") || compareText(a.id, b.id);
}

/** By code unit, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
