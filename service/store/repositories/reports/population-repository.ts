import { sql, type Kysely, type RawBuilder } from "kysely";
import { groupBy } from "#core/kernel/group-by.ts";
import type { PersonId } from "#core/kernel/ids.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { PeoplePart, PeoplePlace, PopulationReads } from "#service/ports/reports/report-populations.ts";
import { BELONGING_KINDS } from "#service/store/rows/belonging-row.ts";
import { END, GAP, parseCountedPage } from "#service/store/rows/counted-page.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import type { Dialect } from "#service/store/dialect.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import type { Tables } from "#service/store/tables.ts";

/** Enough for few statements, few enough that others get their turn and the collector clears them while they are young. */
const PAGE = 1_000;

const OFFICES: readonly Exclude<PostKind, "member">[] = [
  ...(["secretary", "deputy-secretary", "organisation-member", "organiser"] as const),
  ...(["information-officer", "officer"] as const),
];

export function populationReads(db: Kysely<Tables>, { dialect, vault }: StoreContext): PopulationReads {
  return {
    ...countedReads(db, dialect),
    officesOn: async (day) => {
      const rows = await db
        .selectFrom("post")
        .select(["person_id", "kind"])
        .where("kind", "in", OFFICES)
        .where("from_day", "<=", day)
        .where((is) => is.or([is("until_day", "is", null), is("until_day", ">", day)]))
        .orderBy("id")
        .execute();
      const offices = rows.map((row) => {
        const reader = new RowReader("post", row, ["person_id"]);
        return { person: reader.text<PersonId>("person_id"), kind: reader.oneOf("kind", OFFICES) };
      });
      const byPerson = groupBy(offices, ({ person }) => person);
      return new Map([...byPerson].map(([person, held]) => [person, held.map(({ kind }) => kind)]));
    },
    idNumbers: async (ids) => await idNumbersOf(db, { dialect, vault }, ids),
  };
}

/** Needs no keys: no sealed value is among what is counted. */
export function countedReads(
  db: Kysely<Tables>,
  dialect: Dialect,
): Pick<PopulationReads, "peopleAfter" | "parts" | "count" | "people"> {
  const { place, page } = countedOn(dialect);
  return {
    peopleAfter: async (day, visit, { after: first, upTo } = EVERYBODY) => {
      const before = upTo === null ? sql<boolean>`1 = 1` : sql<boolean>`${place} <= ${upTo}`;
      for (let after = first; ;) {
        const behind = after === null ? sql<boolean>`1 = 1` : sql<boolean>`${place} > ${after}`;
        const { rows } = await page(sql`where ${behind} and ${before} order by ${place} limit ${PAGE}`).execute(db);
        const { last = null, records = null } = rows[0] ?? {};
        if (last === null || records === null) return;
        await visit(parseCountedPage(records, day));
        after = last;
      }
    },
    parts: async (count) => {
      const inside = Array.from({ length: count - 1 }, (_, index) => (index + 1) / count);
      const borders = await Promise.all(inside.map((share) => placeAt(db, dialect, share)));
      const known = borders.flatMap((border) => border ?? []);
      return [null, ...known].map((after, index) => ({ after, upTo: known[index] ?? null }));
    },
    count: async () => {
      const { rows } = await sql<{ readonly people: number }>`select count(*) as people from person`.execute(db);
      return new RowReader("person", rows[0] ?? {}, []).whole("people");
    },
    people: async (ids) => {
      const { rows } = await page(sql`where ${dialect.among("id", ids)}`).execute(db);
      return parseCountedPage(rows[0]?.records ?? "", null);
    },
  };
}

const EVERYBODY: PeoplePart = { after: null, upTo: null };

/** Of the record that has about this share of all before it; undefined: there is none. */
async function placeAt(db: Kysely<Tables>, { name }: Dialect, share: number): Promise<PeoplePlace | undefined> {
  // SQLite numbers its rows: going through half of a large table only to find its middle takes half of reading it.
  const { rows } =
    name === "sqlite"
      ? await sql<Place>`select cast(min(rowid) + (max(rowid) - min(rowid)) * ${share} as integer) as place
          from person`.execute(db)
      : await sql<Place>`select id as place from person order by id
          limit 1 offset (select cast(count(*) * cast(${share} as float8) as bigint) from person)`.execute(db);
  return rows[0]?.place ?? undefined;
}

interface Place {
  readonly place: PeoplePlace | null;
}

async function idNumbersOf(
  db: Kysely<Tables>,
  { dialect, vault }: Pick<StoreContext, "dialect" | "vault">,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const rows = await db
    .selectFrom("person")
    .select(["id", "data_key", "id_number"])
    .where(dialect.among("id", ids))
    .where("id_number", "is not", null)
    .execute();
  return new Map(
    rows.flatMap((row): readonly (readonly [PersonId, string])[] => {
      const reader = new RowReader("person", row, ["id"]);
      const id = reader.text<PersonId>("id");
      const sealed = { dataKey: reader.text("data_key"), fields: { id_number: reader.text("id_number") } };
      const { id_number: plain } = vault.open({ table: "person", key: id }, sealed);
      return plain === null ? [] : [[id, plain]];
    }),
  );
}

interface Page {
  /** Of the last record. */
  readonly last: PeoplePlace | null;
  readonly records: Uint8Array | string | null;
}

/**
 * Where records stand, and a page of them as one text: handing each over by itself, and his memberships in rows of their own,
 * takes three times as long. SQLite gives its bytes, because a long text is decoded faster here than there.
 */
function countedOn({ name }: Dialect): {
  readonly place: RawBuilder<PeoplePlace>;
  readonly page: (which: RawBuilder<unknown>) => RawBuilder<Page>;
} {
  const isSqlite = name === "sqlite";
  const place = isSqlite ? sql<PeoplePlace>`rowid` : sql<PeoplePlace>`id`;
  const names = isSqlite ? sql`json_array(name, book_number)` : sql`json_build_array(name, book_number)::text`;
  const record = sql`id || ${GAP} || ${names} || ${GAP} || facts || ${GAP} || lists || ${GAP} || coalesce((select string_agg(
      id || ${GAP} || unit_id || ${GAP} || kind || ${GAP} || from_day || ${GAP} || coalesce(until_day, ''),
      cast(${GAP} as text)) from post where person_id = person.id and kind in (${sql.join(BELONGING_KINDS)})), '')`;
  const all = sql`string_agg(record, cast(${END} as text))`;
  const records = isSqlite ? sql`cast(${all} as blob)` : all;
  return {
    place,
    page: (which) =>
      sql<Page>`select max(place) as last, ${records} as records
        from (select ${place} as place, ${record} as record from person ${which}) as counted`,
  };
}
