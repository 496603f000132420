import type { Kysely } from "kysely";
import { groupBy } from "#core/kernel/group-by.ts";
import type { PersonId } from "#core/kernel/ids.ts";
import type { PeopleReads } from "#service/ports/records/people.ts";
import { ID_NUMBER_INDEX, PHONE_INDEX } from "#service/store/rows/person-row.ts";
import { RowReader } from "#service/store/rows/row-reader.ts";
import type { StoreContext } from "#service/store/store-context.ts";
import type { Tables } from "#service/store/tables.ts";

type Lookups = Pick<PeopleReads, "withIdNumbers" | "withMobile" | "withBookNumbers" | "mergedInto" | "mergedFrom">;

/** Who has that number: by index alone, without opening a seal. */
export function peopleLookups(db: Kysely<Tables>, { dialect, vault }: StoreContext): Lookups {
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
    mergedInto: async (id) => {
      const row = await db.selectFrom("person").select("merged_into").where("id", "=", id).executeTakeFirst();
      return row ? new RowReader("person", row, []).textOrNull<PersonId>("merged_into") : null;
    },
    mergedFrom: async (id) => {
      const rows = await db.selectFrom("person").select("id").where("merged_into", "=", id).orderBy("id").execute();
      return rows.map((row) => new RowReader("person", row, ["id"]).text<PersonId>("id"));
    },
  };
}
