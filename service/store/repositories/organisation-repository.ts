import { sql, type Kysely } from "kysely";
import type { Post, PostKind } from "#core/organisation/post.ts";
import type { PersonId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Person } from "#core/people/person/person.ts";
import type { PersonRecord } from "#service/ports/records.ts";
import type { OrganisationReads, OrganisationWrites } from "#service/ports/organisation.ts";
import type { Vault } from "#service/ports/vault.ts";
import type { Dialect } from "../dialect.ts";
import { keptQuery } from "../rows/kept-query.ts";
import { parsePerson, personRow, PHONE_INDEX } from "../rows/person-row.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";
import { openUnits, unitRow, unitsOn } from "./records/unit-rows.ts";

const POST_KINDS: readonly PostKind[] = [
  ...(["secretary", "deputy-secretary", "organisation-member", "organiser"] as const),
  ...(["information-officer", "officer", "member"] as const),
];

export function organisationReads(db: Kysely<Tables>, { dialect, vault }: StoreContext): OrganisationReads {
  const persons: OrganisationReads["persons"] = async (ids) => {
    const rows = await db
      .selectFrom("person")
      .select(columnsOf("person"))
      .where(dialect.among("id", ids))
      .orderBy("id")
      .execute();
    return rows.map((row) => parsePersonRecord(row, vault));
  };
  const postsOn = (on: Day) =>
    db
      .selectFrom("post")
      .select(columnsOf("post"))
      .where("from_day", "<=", on)
      .where("kind", "in", POST_KINDS)
      .where((is) => is.or([is("until_day", "is", null), is("until_day", ">", on)]))
      .orderBy("id");
  return {
    revision: async () => (await serviceRow({ db, dialect })).whole("organisation_revision"),
    serviceId: async () => (await serviceRow({ db, dialect })).text("service_id"),
    units: () => openUnits(db),
    unitsOn: (day) => unitsOn(db, day),
    posts: async (on) => (await postsOn(on).execute()).map(parsePost),
    postsOf: async (people, on) =>
      (await postsOn(on).where(dialect.among("person_id", people)).execute()).map(parsePost),
    person: async (id) => (await persons([id]))[0],
    persons,
    namesOf: async (ids) => {
      const rows = db.selectFrom("person").select(["id", "name"]).where(dialect.among("id", ids)).orderBy("id");
      return new Map(
        (await rows.execute()).map((row) => {
          const reader = new RowReader("person", row, ["id"]);
          return [reader.text<PersonRecord["id"]>("id"), reader.text("name")];
        }),
      );
    },
    personsByPhone: async (phone) => {
      const indexes = vault.indexes(PHONE_INDEX, phone);
      const found = db.selectFrom("person").select(columnsOf("person")).where(dialect.among("phone_index", indexes));
      return (await found.orderBy("id").execute()).map((row) => parsePersonRecord(row, vault));
    },
  };
}

export function organisationWrites(db: Kysely<Tables>, { dialect, vault }: StoreContext): OrganisationWrites {
  return {
    saveUnits: async (units) => {
      if (units.length === 0) return;
      await putRows(db, dialect, { table: "unit", rows: units.map(unitRow), existing: "replace" });
      await growOrganisation(db);
    },
    savePersons: async (persons) => {
      const before = await lockedPersons(
        db,
        { dialect, vault },
        persons.map(({ id }) => id),
      );
      await putRows(db, dialect, {
        table: "person",
        rows: persons.map((person) => ({
          ...personRow(withRecord(person, before.get(person.id)?.person), vault),
          merged_into: before.get(person.id)?.mergedInto ?? null,
        })),
        existing: "replace",
      });
    },
    savePosts: async (posts) => {
      if (posts.length === 0) return;
      await putRows(db, dialect, { table: "post", rows: posts.map(postRow), existing: "replace" });
      await growOrganisation(db);
    },
  };
}

/** Whoever keeps an Organisation sees that it is no longer the newest. */
export async function growOrganisation(db: Kysely<Tables>): Promise<void> {
  await db
    .updateTable("service")
    .set((row) => ({ organisation_revision: row("organisation_revision", "+", 1) }))
    .execute();
}

interface LockedPerson {
  readonly person: Person;
  readonly mergedInto: string | null;
}

/** Nobody else changes them until the transaction ends: all their sealed fields are written again under a new key. */
async function lockedPersons(
  db: Kysely<Tables>,
  { dialect, vault }: StoreContext,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, LockedPerson>> {
  const columns = sql.join(columnsOf("person").map((column) => sql.ref(column)));
  const { rows } = await sql<object>`select ${columns} from person where ${dialect.among("id", ids)} order by id${
    dialect.forUpdate
  }`.execute(db);
  return new Map(
    rows.map((row) => {
      const person = parsePerson(row, [], vault);
      return [person.id, { person, mergedInto: new RowReader("person", row, ["id"]).textOrNull("merged_into") }];
    }),
  );
}

const NO_RECORD: Omit<Person, "id"> = { facts: {}, lists: {}, revisions: {}, belongings: [], version: 0 };

/** Name and phone are fields of the record, too: their revisions grow where they change, and the record's version. */
function withRecord({ id, name, phone }: PersonRecord, before: Person | undefined): Person {
  const { facts, revisions, version, ...rest }: Person = before ?? { id, ...NO_RECORD };
  const given: Facts = { name, mobile: phone ?? "" };
  const changed = Object.entries(given).filter(([field, value]) => (facts[field] ?? "") !== value);
  const grown = Object.fromEntries(
    changed.map(([field]) => [field, (revisions[field] ?? (field in facts ? 1 : 0)) + 1]),
  );
  return {
    ...rest,
    facts: { ...facts, ...given },
    revisions: before ? { ...revisions, ...grown } : revisions,
    version: changed.length > 0 || !before ? version + 1 : version,
  };
}

const SERVICE = keptQuery([], (db) =>
  db.selectFrom("service").select(["organisation_revision", "service_id"]).where("id", "=", 1),
);

async function serviceRow(of: { readonly db: Kysely<Tables>; readonly dialect: Dialect }): Promise<RowReader> {
  const [row = {}] = await SERVICE({ ...of, given: {} });
  return new RowReader("service", row, []);
}

function parsePost(row: object): Post {
  const reader = new RowReader("post", row, ["id"]);
  return {
    id: reader.text("id"),
    personId: reader.text("person_id"),
    unitId: reader.text("unit_id"),
    kind: reader.oneOf("kind", POST_KINDS),
    from: reader.text("from_day"),
    until: reader.textOrNull("until_day"),
  };
}

function postRow(post: Post): RowOf<"post"> {
  return {
    id: post.id,
    person_id: post.personId,
    unit_id: post.unitId,
    kind: post.kind,
    from_day: post.from,
    until_day: post.until,
  };
}

function parsePersonRecord(row: object, vault: Vault): PersonRecord {
  const { id, facts } = parsePerson(row, [], vault);
  return { id, name: facts["name"] ?? "", phone: facts["mobile"] ?? null };
}
