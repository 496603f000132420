import type { Kysely } from "kysely";
import type { AuditReads } from "#service/ports/store.ts";
import { headOf, parseAuditEntry } from "../chain/audit-chain.ts";
import { columnsOf, type Tables } from "../tables.ts";

export function auditReads(db: Kysely<Tables>): AuditReads {
  return {
    head: () => headOf(db),
    entries: async ({ from, most, record, accountId }) => {
      let found = db.selectFrom("audit_entry").select(columnsOf("audit_entry"));
      if (from !== undefined) found = found.where("number", "<=", from);
      if (record !== undefined) found = found.where("record", "=", record);
      if (accountId !== undefined) found = found.where("account_id", "=", accountId);
      return (await found.orderBy("number", "desc").limit(most).execute()).map(parseAuditEntry);
    },
  };
}
