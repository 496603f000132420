import type { Kysely } from "kysely";
import type { PushWrites } from "#service/ports/pushes.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import type { Tables } from "../tables.ts";

export function pushWrites(db: Kysely<Tables>, { dialect }: StoreContext): PushWrites {
  return {
    claim: async (...[account, key, bodyHash, at]) => {
      // On PostgreSQL the second of two waits here until the first has committed, and then finds its row.
      const row = { account_id: account, push_key: key, body_hash: bodyHash, answer: null, at };
      const claimed = await putRows(db, dialect, { table: "push", rows: [row], existing: "keep" });
      if (claimed.length > 0) return { state: "new" };
      const found = db.selectFrom("push").select(["push_key", "body_hash", "answer"]).where("account_id", "=", account);
      const reader = new RowReader("push", await found.where("push_key", "=", key).executeTakeFirstOrThrow(), [
        "push_key",
      ]);
      return reader.text("body_hash") === bodyHash
        ? { state: "answered", answer: reader.text("answer") }
        : { state: "other-body" };
    },
    answer: async (account, key, answer) => {
      await db
        .updateTable("push")
        .set({ answer })
        .where("account_id", "=", account)
        .where("push_key", "=", key)
        .execute();
    },
    forgetBefore: async (at) => {
      await db.deleteFrom("push").where("at", "<", at).execute();
    },
  };
}
