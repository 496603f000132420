import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Dialect } from "../dialect.ts";
import { columnsOf, TABLES, type ColumnOf, type RowOf, type TableName, type Tables } from "../tables.ts";

export interface PutOptions<T extends TableName> {
  readonly table: T;
  readonly rows: readonly RowOf<T>[];
  /**
   * What happens to a row that is there already. "refuse": the statement fails. "keep": it stays.
   * "replace": it is overwritten. "next-revision": it is overwritten if it is one revision behind the new one.
   */
  readonly existing: "refuse" | "keep" | "replace" | "next-revision";
  /** With "keep": the unique columns by which a row counts as there already; left out, those of the key. */
  readonly unless?: readonly ColumnOf<T>[];
  /** A column that the database numbers by itself. */
  readonly numbered?: ColumnOf<T>;
}

// JSON.stringify escapes exactly these: PostgreSQL holds neither NUL nor half a character, so neither database gets them.
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/**
 * Writes any number of rows with one statement and one parameter. @returns the keys of the rows that were written.
 * Rows go in by their keys' order, so that two transactions that write the same rows do not wait for each other in a ring.
 */
export async function putRows<T extends TableName>(
  db: Kysely<Tables>,
  dialect: Dialect,
  options: PutOptions<T>,
): Promise<readonly Partial<RowOf<T>>[]> {
  const { table, rows, existing, numbered, unless } = options;
  if (rows.length === 0) return [];
  const columns = columnsOf(table).filter((column) => column !== numbered);
  const inOrder = numbered === undefined ? inKeyOrder(table, rows) : rows;
  const json = JSON.stringify(inOrder.map((row) => columns.map((column) => valueOf(row, column))));
  if (UNSTORABLE.test(json)) throw new Error(`${table}: text with a NUL or half a character reached the store`);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const cells = sql.join(
    columns.map((column, index) => dialect.cell(index, isWhole(table, column) ? "whole" : "text")),
  );
  const key = sql.join(TABLES[table].key.map((column) => sql.ref(column)));
  // "where true" tells SQLite that "on" begins no join condition.
  const written = await sql<
    Partial<RowOf<T>>
  >`insert into ${sql.table(table)} (${names}) select ${cells} from ${dialect.rows(json)} where true ${onConflict(table, existing, unless)} returning ${key}`.execute(
    db,
  );
  return written.rows;
}

function onConflict(
  table: TableName,
  existing: PutOptions<TableName>["existing"],
  keyColumns: readonly string[] = TABLES[table].key,
): RawBuilder<unknown> {
  if (existing === "refuse") return sql``;
  const key = sql.join(keyColumns.map((column) => sql.ref(column)));
  const others = columnsOf(table).filter((column) => !keyColumns.includes(column));
  if (existing === "keep" || others.length === 0) return sql`on conflict (${key}) do nothing`;
  const changes = sql.join(others.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
  const update = sql`on conflict (${key}) do update set ${changes}`;
  return existing === "replace" ? update : sql`${update} where ${sql.table(table)}.revision = excluded.revision - 1`;
}

function inKeyOrder<T extends TableName>(table: T, rows: readonly RowOf<T>[]): readonly RowOf<T>[] {
  const keyed = rows.map((row) => ({
    row,
    key: JSON.stringify(TABLES[table].key.map((column) => valueOf(row, column as ColumnOf<T>))),
  }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const doubled = keyed.find((one, index) => index > 0 && keyed[index - 1]?.key === one.key);
  // SQLite would take both and PostgreSQL refuse the statement.
  if (doubled) throw new Error(`${table}: row ${doubled.key} is written twice in one step`);
  return keyed.map(({ row }) => row);
}

function valueOf<T extends TableName>(row: RowOf<T>, column: ColumnOf<T>): string | number | null {
  return (row as Readonly<Record<string, string | number | null>>)[column] ?? null;
}

function isWhole(table: TableName, column: string): boolean {
  return (TABLES[table].whole as readonly string[]).includes(column);
}
