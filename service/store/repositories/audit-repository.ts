import type { Kysely } from "kysely";
import type { AuditReads } from "#service/ports/audit.ts";
import { parseAuditEntry } from "../chain/audit-chain.ts";
import { keptQuery } from "../rows/kept-query.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type Tables } from "../tables.ts";

const HEAD = keptQuery([], (db) => db.selectFrom("chain_head").select(["number", "hash"]).where("id", "=", 1));

/** What a form is renewed by, at every question about a report. */
const UP_TO = keptQuery(["from", "most"], (db, { from, most }) =>
  db
    .selectFrom("audit_entry")
    .select(columnsOf("audit_entry"))
    .where("number", "<=", from)
    .orderBy("number", "desc")
    .limit(most),
);

export function auditReads(db: Kysely<Tables>, { dialect }: Pick<StoreContext, "dialect">): AuditReads {
  return {
    head: async () => {
      const [row = {}] = await HEAD({ db, dialect, given: {} });
      const reader = new RowReader("chain_head", row, []);
      return { number: reader.whole("number"), hash: reader.text("hash") };
    },
    entries: async ({ from, most, record, accountId }) => {
      if (from !== undefined && record === undefined && accountId === undefined)
        return (await UP_TO({ db, dialect, given: { from, most } })).map(parseAuditEntry);
      let found = db.selectFrom("audit_entry").select(columnsOf("audit_entry"));
      if (from !== undefined) found = found.where("number", "<=", from);
      if (record !== undefined) found = found.where("record", "=", record);
      if (accountId !== undefined) found = found.where("account_id", "=", accountId);
      return (await found.orderBy("number", "desc").limit(most).execute()).map(parseAuditEntry);
    },
  };
}
