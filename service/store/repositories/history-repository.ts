import type { Kysely } from "kysely";
import type { HistoryRecord } from "#service/ports/records.ts";
import type { LedgerReads, LedgerWrites } from "#service/ports/ledgers.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";

export function historyReads(
  db: Kysely<Tables>,
  { dialect }: StoreContext,
): Pick<LedgerReads, "history" | "latestHistory"> {
  const all = db.selectFrom("history").select(columnsOf("history"));
  return {
    history: async (record, field) => {
      const ofRecord = all.where("record", "=", record);
      const rows = field === undefined ? ofRecord : ofRecord.where("field", "=", field);
      return (await rows.orderBy("id", "desc").execute()).map(parseHistory);
    },
    latestHistory: async (records) => {
      const newest = db
        .selectFrom("history")
        .select((is) => is.fn.max("id").as("id"))
        .where(dialect.among("record", records));
      const rows = all.where("id", "in", newest.groupBy(["record", "field"]));
      return (await rows.orderBy("record").orderBy("field").execute()).map(parseHistory);
    },
  };
}

export function historyWrites(db: Kysely<Tables>, { dialect }: StoreContext): Pick<LedgerWrites, "addHistory"> {
  return {
    addHistory: async (records) => {
      await putRows(db, dialect, {
        table: "history",
        rows: records.map(historyRow),
        existing: "refuse",
        numbered: "id",
      });
    },
  };
}

function parseHistory(row: object): HistoryRecord {
  const reader = new RowReader("history", row, ["id"]);
  return {
    record: reader.text("record"),
    field: reader.text("field"),
    revision: reader.whole("revision"),
    action: reader.text("action"),
    value: reader.textOrNull("value"),
    at: reader.text("at"),
    accountId: reader.text("account_id"),
    who: reader.text("who"),
    reason: reader.text("reason"),
  };
}

function historyRow({ accountId, ...rest }: HistoryRecord): RowOf<"history"> {
  return { ...rest, id: null, account_id: accountId };
}
