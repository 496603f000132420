import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Dialect } from "../dialect.ts";
import { spelled } from "./spelled.ts";

/** A unit is told once; whether it was read is each of its accounts' own matter. */
export function unitNoticesRead(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const table = `create table unit_notice_read (
        account_id text not null, notice_id text not null references unit_notice (id), at text not null,
        primary key (account_id, notice_id))`;
      await sql.raw(spelled(table, dialect)).execute(db);
    },
  };
}
