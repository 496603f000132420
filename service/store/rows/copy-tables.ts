import { sql, type Kysely } from "kysely";
import type { Dialect } from "../dialect.ts";
import { putRows } from "./put-rows.ts";
import { columnsOf, TABLE_NAMES, TABLES, type RowOf, type TableName, type Tables } from "../tables.ts";

const BLOCK = 2000;

/** Replaces everything in one database by what is in another, whatever the two are. */
export async function copyTables(from: Kysely<Tables>, to: Kysely<Tables>, dialect: Dialect): Promise<void> {
  for (const table of TABLE_NAMES.toReversed()) await sql`delete from ${sql.table(table)}`.execute(to);
  for (const table of TABLE_NAMES) {
    for await (const rows of blocksOf(from, table)) await putRows(to, dialect, { table, rows, existing: "refuse" });
  }
  await dialect.continueSerial(to);
}

/** All rows of a table, a block at a time, by their keys' order. */
export async function* blocksOf<T extends TableName>(
  db: Kysely<Tables>,
  table: T,
): AsyncGenerator<readonly RowOf<T>[]> {
  const names = sql.join(columnsOf(table).map((column) => sql.ref(column)));
  const keyColumns: readonly string[] = TABLES[table].key;
  const key = sql.join(keyColumns.map((column) => sql.ref(column)));
  let after = sql``;
  for (;;) {
    const block = await sql<
      RowOf<T>
    >`select ${names} from ${sql.table(table)} ${after} order by ${key} limit ${BLOCK}`.execute(db);
    if (block.rows.length > 0) yield block.rows;
    if (block.rows.length < BLOCK) return;
    const last = block.rows.at(-1) as Readonly<Record<string, string | number>>;
    after = sql`where (${key}) > (${sql.join(keyColumns.map((column) => last[column]))})`;
  }
}
