import { sql, type Kysely, type RawBuilder } from "kysely";
import { groupBy } from "#core/kernel/group-by.ts";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { Lists } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { PopulationReads } from "#service/ports/report-populations.ts";
import { BELONGING_KINDS, parseBelonging } from "../rows/belonging-row.ts";
import { isFacts, isLists } from "../rows/record-json.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type Tables } from "../tables.ts";

/** Some thousand records at a time: enough for few statements, few enough that others get their turn. */
const PAGE = 4_000;

const OFFICES: readonly Exclude<PostKind, "member">[] = [
  ...(["secretary", "deputy-secretary", "organisation-member", "organiser"] as const),
  ...(["information-officer", "officer"] as const),
];

export function populationReads(db: Kysely<Tables>, { dialect, vault }: StoreContext): PopulationReads {
  const inOrder = dialect.name === "sqlite" ? sql<string | number>`rowid` : sql<string | number>`id`;
  return {
    peopleAfter: async (day, visit) => {
      for (let after: string | number | null = null; ;) {
        const behind: RawBuilder<boolean> = after === null ? sql`1 = 1` : sql`${inOrder} > ${after}`;
        const { rows } = await sql<Row>`select ${inOrder} as place, id, name, book_number, facts, lists from person
          where ${behind} order by ${inOrder} limit ${PAGE}`.execute(db);
        const people = await withBelongings(rows);
        await visit(people.filter(({ belongings }) => belongings.some(({ until }) => until === null || until > day)));
        const last = rows.at(-1);
        if (rows.length < PAGE || !last) return;
        after = last.place;
      }
    },
    people: async (ids) => {
      const { rows } = await sql<Row>`select id as place, id, name, book_number, facts, lists from person
        where ${dialect.among("id", ids)}`.execute(db);
      return await withBelongings(rows);
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

  async function withBelongings(rows: readonly Row[]): Promise<readonly Person[]> {
    const ids = rows.map(({ id }) => id);
    const kept = await db
      .selectFrom("post")
      .select(columnsOf("post"))
      .where("kind", "in", BELONGING_KINDS)
      .where(dialect.among("person_id", ids))
      .execute();
    const belongings = groupBy(kept.map(parseBelonging), ({ personId }) => personId);
    return rows.map((row) => parseCounted(row, belongings.get(toId(row.id)) ?? []));
  }
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

interface Row {
  readonly place: string | number;
  readonly id: string;
}

const NO_LISTS: Lists = {};

function parseCounted(row: Row, belongings: readonly Belonging[]): Person {
  const reader = new RowReader("person", row, ["id"]);
  const facts: Record<string, string> = { ...reader.json("facts", isFacts) };
  const name = reader.text("name");
  const book = reader.textOrNull("book_number");
  if (name !== "") facts["name"] = name;
  if (book !== null) facts["bookNumber"] = book;
  return {
    id: reader.text<PersonId>("id"),
    facts,
    lists: reader.text("lists") === "{}" ? NO_LISTS : reader.json("lists", isLists),
    revisions: {},
    belongings: belongings.length > 1 ? belongings.toSorted(byFrom) : belongings,
    version: 0,
  };
}

function byFrom(a: Belonging, b: Belonging): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
