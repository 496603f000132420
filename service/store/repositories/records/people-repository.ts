import { sql, type Kysely, type RawBuilder } from "kysely";
import { groupBy } from "#core/kernel/group-by.ts";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { byTime } from "#core/people/person/belonging-order.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import type { PeopleQuery, PeopleReads } from "#service/ports/records/people.ts";
import { BELONGING_KINDS, parseBelonging, type BelongingOf } from "#service/store/rows/belonging-row.ts";
import { parsePerson } from "#service/store/rows/person-row.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import { columnsOf, type Tables } from "#service/store/tables.ts";
import { peopleLookups } from "./people-lookups.ts";

/** Before everything that is kept. */
const FIRST_DAY = "0001-01-01" as Day;

export function peopleReads(db: Kysely<Tables>, { dialect, vault }: StoreContext): PeopleReads {
  const where = async (condition: RawBuilder<boolean>, opened = true): Promise<readonly Person[]> => {
    const rows = await db.selectFrom("person").select(columnsOf("person")).where(condition).execute();
    const belongings = await belongingsWhere(db, condition);
    const persons = rows.map((row) =>
      parsePerson(row, belongings.get(String(row.id) as PersonId) ?? [], opened ? vault : null),
    );
    return persons.toSorted(byName);
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
    memberCounts: async (units, on) => {
      const { rows } =
        await sql<object>`select unit_id, count(*) as number from post where ${dialect.among("unit_id", units)}
        and kind = 'member' and from_day <= ${on} and (until_day is null or until_day > ${on}) group by unit_id`.execute(
          db,
        );
      return new Map(
        rows.map((row) => {
          const reader = new RowReader("post", row, ["unit_id"]);
          return [reader.text<UnitId>("unit_id"), reader.whole("number")];
        }),
      );
    },
    everInUnits: (units, since = FIRST_DAY) =>
      where(
        sql`id in (select person_id from post where ${dialect.among("unit_id", units)}
          and ${dialect.among("kind", BELONGING_KINDS)} and (until_day is null or until_day > ${since}))`,
      ),
    named: (names) => where(sql`${dialect.among("name", names)} and merged_into is null`),
    ...peopleLookups(db, { dialect, vault }),
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
  const ordered = rows.map(parseBelonging).toSorted(byTime);
  const byPerson = groupBy(ordered, ({ personId }) => personId);
  return new Map([...byPerson].map(([personId, held]) => [personId, held.map(withoutPerson)]));
}

function withoutPerson({ personId: _, ...belonging }: BelongingOf): Belonging {
  return belonging;
}

function byName(a: Person, b: Person): number {
  return compareText(a.facts["name"] ?? "", b.facts["name"] ?? "") || compareText(a.id, b.id);
}

/** By code unit, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
