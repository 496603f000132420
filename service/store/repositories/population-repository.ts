import { sql, type Kysely, type RawBuilder } from "kysely";
import { groupBy } from "#core/kernel/group-by.ts";
import type { PersonId } from "#core/kernel/ids.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { PopulationReads } from "#service/ports/report-populations.ts";
import { BELONGING_KINDS } from "../rows/belonging-row.ts";
import { END, GAP, parseCountedPage } from "../rows/counted-page.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { Dialect } from "../dialect.ts";
import type { StoreContext } from "../store-context.ts";
import type { Tables } from "../tables.ts";

/** Enough for few statements, few enough that others get their turn and the collector clears them while they are young. */
const PAGE = 1_000;

const OFFICES: readonly Exclude<PostKind, "member">[] = [
  ...(["secretary", "deputy-secretary", "organisation-member", "organiser"] as const),
  ...(["information-officer", "officer"] as const),
];

export function populationReads(db: Kysely<Tables>, { dialect, vault }: StoreContext): PopulationReads {
  const { place, page } = countedOn(dialect);
  return {
    peopleAfter: async (day, visit) => {
      for (let after: string | number | null = null; ;) {
        const behind: RawBuilder<boolean> = after === null ? sql`1 = 1` : sql`${place} > ${after}`;
        const { rows } = await page(sql`where ${behind} order by ${place} limit ${PAGE}`).execute(db);
        const { last = null, records = null } = rows[0] ?? {};
        if (last === null || records === null) return;
        await visit(parseCountedPage(records, day));
        after = last;
      }
    },
    people: async (ids) => {
      const { rows } = await page(sql`where ${dialect.among("id", ids)}`).execute(db);
      return parseCountedPage(rows[0]?.records ?? "", null);
    },
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
  readonly last: string | number | null;
  readonly records: Uint8Array | string | null;
}

/**
 * Where records stand, and a page of them as one text: handing each over by itself, and his memberships in rows of their own,
 * takes three times as long. SQLite gives its bytes, because a long text is decoded faster here than there.
 */
function countedOn({ name }: Dialect): {
  readonly place: RawBuilder<string | number>;
  readonly page: (which: RawBuilder<unknown>) => RawBuilder<Page>;
} {
  const isSqlite = name === "sqlite";
  const place = isSqlite ? sql<string | number>`rowid` : sql<string | number>`id`;
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
