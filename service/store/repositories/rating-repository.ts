import type { Kysely } from "kysely";
import type { RatingRecord } from "#service/ports/records.ts";
import { ratingKey } from "#service/ports/row-keys.ts";
import type { LedgerReads, LedgerWrites } from "#service/ports/ledgers.ts";
import { ensureOneLedger } from "../rows/ensure-one-ledger.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";

export function ratingReads(db: Kysely<Tables>, { dialect }: StoreContext): Pick<LedgerReads, "ratings" | "ratingsOf"> {
  const ratingsOf: LedgerReads["ratingsOf"] = async (ids) => {
    const rows = db.selectFrom("rating").select(columnsOf("rating")).where(dialect.among("ledger_id", ids));
    const inOrder = rows.orderBy("ledger_id").orderBy("item").orderBy("rater_class").orderBy("rater_key");
    return (await inOrder.execute()).map(parseRating);
  };
  return { ratingsOf, ratings: (id) => ratingsOf([id]) };
}

export function ratingWrites(db: Kysely<Tables>, { dialect }: StoreContext): Pick<LedgerWrites, "saveRatings"> {
  return {
    saveRatings: async (records) => {
      ensureOneLedger(records);
      const written = await putRows(db, dialect, {
        table: "rating",
        rows: records.map(ratingRow),
        existing: "next-revision",
      });
      return new Set(
        written.map((row) => {
          const reader = new RowReader("rating", row, []);
          return ratingKey({
            item: reader.text("item"),
            raterClass: reader.text("rater_class"),
            raterKey: reader.text("rater_key"),
          });
        }),
      );
    },
  };
}

function parseRating(row: object): RatingRecord {
  const reader = new RowReader("rating", row, ["ledger_id", "item", "rater_class", "rater_key"]);
  return {
    ledgerId: reader.text("ledger_id"),
    item: reader.text("item"),
    raterClass: reader.text("rater_class"),
    raterKey: reader.text("rater_key"),
    accountId: reader.text("account_id"),
    personId: reader.textOrNull("person_id"),
    score: reader.textOrNull("score"),
    revision: reader.whole("revision"),
  };
}

function ratingRow(rating: RatingRecord): RowOf<"rating"> {
  const { item, score, revision } = rating;
  return {
    ...{ item, score, revision },
    ledger_id: rating.ledgerId,
    rater_class: rating.raterClass,
    rater_key: rating.raterKey,
    account_id: rating.accountId,
    person_id: rating.personId,
  };
}
