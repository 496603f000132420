import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** From when a unit keeps dues (M20), asked with every roster: answered by the index alone, however many years of payments there are. */
export function duesIndex(): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql.raw("create index dues_payment_by_unit on dues_payment (unit_id, from_month, kind)").execute(db);
    },
  };
}
