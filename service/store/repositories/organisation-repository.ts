import type { Kysely } from "kysely";
import type { Post, PostKind } from "#core/organisation/post.ts";
import type { Unit, UnitKind } from "#core/organisation/unit.ts";
import type { PersonRecord } from "#service/ports/records.ts";
import type { OrganisationReads, OrganisationWrites } from "#service/ports/store.ts";
import type { Vault } from "#service/ports/vault.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";

const UNIT_KINDS: readonly UnitKind[] = ["committee", "general-branch", "branch", "party-group"];
const POST_KINDS: readonly PostKind[] = [
  ...(["secretary", "deputy-secretary", "organisation-member", "organiser"] as const),
  ...(["information-officer", "officer", "member"] as const),
];

export const PHONE_INDEX = "person.phone";

export function organisationReads(db: Kysely<Tables>, { dialect, vault }: StoreContext): OrganisationReads {
  const persons: OrganisationReads["persons"] = async (ids) => {
    const rows = await db
      .selectFrom("person")
      .select(columnsOf("person"))
      .where(dialect.among("id", ids))
      .orderBy("id")
      .execute();
    return rows.map((row) => parsePerson(row, vault));
  };
  return {
    revision: async () => (await serviceRow(db)).whole("organisation_revision"),
    serviceId: async () => (await serviceRow(db)).text("service_id"),
    units: async () =>
      (await db.selectFrom("unit").select(columnsOf("unit")).orderBy("position").orderBy("id").execute()).map(
        parseUnit,
      ),
    posts: async (on) => {
      const inForce = db.selectFrom("post").select(columnsOf("post")).where("from_day", "<=", on);
      const rows = await inForce
        .where((is) => is.or([is("until_day", "is", null), is("until_day", ">", on)]))
        .orderBy("id")
        .execute();
      return rows.map(parsePost);
    },
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
      return (await found.orderBy("id").execute()).map((row) => parsePerson(row, vault));
    },
  };
}

export function organisationWrites(db: Kysely<Tables>, { dialect, vault }: StoreContext): OrganisationWrites {
  const grow = async (): Promise<void> => {
    await db
      .updateTable("service")
      .set((row) => ({ organisation_revision: row("organisation_revision", "+", 1) }))
      .execute();
  };
  return {
    saveUnits: async (units) => {
      if (units.length === 0) return;
      await putRows(db, dialect, { table: "unit", rows: units.map(unitRow), existing: "replace" });
      await grow();
    },
    savePersons: async (persons) => {
      await putRows(db, dialect, {
        table: "person",
        rows: persons.map((person) => personRow(person, vault)),
        existing: "replace",
      });
    },
    savePosts: async (posts) => {
      if (posts.length === 0) return;
      await putRows(db, dialect, { table: "post", rows: posts.map(postRow), existing: "replace" });
      await grow();
    },
  };
}

async function serviceRow(db: Kysely<Tables>): Promise<RowReader> {
  const row = await db
    .selectFrom("service")
    .select(["organisation_revision", "service_id"])
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();
  return new RowReader("service", row, []);
}

function parseUnit(row: object): Unit {
  const reader = new RowReader("unit", row, ["id"]);
  return {
    id: reader.text("id"),
    code: reader.text("code"),
    name: reader.text("name"),
    shortName: reader.text("short_name"),
    kind: reader.oneOf("kind", UNIT_KINDS),
    parentId: reader.textOrNull("parent_id"),
    position: reader.whole("position"),
  };
}

function unitRow(unit: Unit): RowOf<"unit"> {
  const { id, code, name, kind, position } = unit;
  return { id, code, name, kind, position, short_name: unit.shortName, parent_id: unit.parentId };
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

function parsePerson(row: object, vault: Vault): PersonRecord {
  const reader = new RowReader("person", row, ["id"]);
  const id = reader.text<PersonRecord["id"]>("id");
  const sealed = { dataKey: reader.text("data_key"), fields: { phone: reader.textOrNull("phone") } };
  return { id, name: reader.text("name"), phone: vault.open({ table: "person", key: id }, sealed).phone };
}

function personRow({ id, name, phone }: PersonRecord, vault: Vault): RowOf<"person"> {
  const sealed = vault.seal({ table: "person", key: id }, { phone });
  return {
    id,
    name,
    phone: sealed.fields.phone,
    phone_index: phone === null ? null : vault.index(PHONE_INDEX, phone),
    data_key: sealed.dataKey,
  };
}
