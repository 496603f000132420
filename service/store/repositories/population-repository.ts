import { sql, type Kysely, type RawBuilder } from "kysely";
import { groupBy } from "#core/kernel/group-by.ts";
import { toId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import { byTime } from "#core/people/person/belonging-order.ts";
import type { Lists } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { PopulationReads } from "#service/ports/report-populations.ts";
import { BELONGING_KINDS } from "../rows/belonging-row.ts";
import { isFacts, isLists } from "../rows/record-json.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import type { Tables } from "../tables.ts";

/** Enough for few statements, few enough that others get their turn and the collector clears them while they are young. */
const PAGE = 1_000;

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
        const { rows } = await sql<Row>`select ${inOrder} as place, ${COUNTED} from person
          where ${behind} order by ${inOrder} limit ${PAGE}`.execute(db);
        await visit(rows.flatMap((row) => parseCounted(row, day) ?? []));
        const last = rows.at(-1);
        if (rows.length < PAGE || !last) return;
        after = last.place;
      }
    },
    people: async (ids) => {
      const { rows } = await sql<Row>`select id as place, ${COUNTED} from person
        where ${dialect.among("id", ids)}`.execute(db);
      return rows.flatMap((row) => parseCounted(row, null) ?? []);
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

/** No id, kind or day has it. */
const GAP = "\u001f";

/** His row, and all his memberships as one text: a statement of their own, or rows of their own, take twice the time. */
const COUNTED = sql`id, name, book_number, facts, lists, (select string_agg(
    id || ${GAP} || unit_id || ${GAP} || kind || ${GAP} || from_day || ${GAP} || coalesce(until_day, ''),
    cast(${GAP} as text)) from post where person_id = person.id and kind in (${sql.join(BELONGING_KINDS)})) as belongings`;
const PARTS = 5;

interface Row {
  readonly place: string | number;
}

const NO_LISTS: Lists = {};
const NOWHERE: readonly Belonging[] = [];

/** @param day undefined is answered for whom nobody kept after it; null: everybody */
function parseCounted(row: Row, day: Day | null): Person | undefined {
  const reader = new RowReader("person", row, ["id"]);
  const belongings = parseBelongings(reader);
  if (day !== null && !belongings.some(({ until }) => until === null || until > day)) return undefined;
  const facts: Record<string, string> = reader.json("facts", isFacts);
  const name = reader.text("name");
  const book = reader.textOrNull("book_number");
  if (name !== "") facts["name"] = name;
  if (book !== null) facts["bookNumber"] = book;
  return {
    id: reader.text<PersonId>("id"),
    facts,
    lists: reader.text("lists") === "{}" ? NO_LISTS : reader.json("lists", isLists),
    revisions: {},
    belongings,
    version: 0,
  };
}

function parseBelongings(reader: RowReader): readonly Belonging[] {
  const parts = reader.textOrNull("belongings")?.split(GAP);
  if (!parts) return NOWHERE;
  const all: Belonging[] = [];
  for (let at = 0; at < parts.length; at += PARTS) all.push(belongingAt(reader, parts, at));
  return all.length > 1 ? all.toSorted(byTime) : all;
}

function belongingAt(reader: RowReader, parts: readonly string[], at: number): Belonging {
  const told = (place: number): string => parts[at + place] ?? "";
  const kind = BELONGING_KINDS.find((each) => each === told(2)) ?? reader.broken("belongings", "are none");
  const until = told(4) === "" ? null : (told(4) as Day);
  return { id: toId<PostId>(told(0)), unitId: toId<UnitId>(told(1)), kind, from: told(3) as Day, until };
}
