import { sql, type Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import type { Dialect } from "./dialect.ts";
import { migrationsFor } from "./migrations/migrations.ts";
import { StoreProblem } from "./store-problem.ts";
import type { Tables } from "./tables.ts";

/** Brings the database up to this program, all or nothing; several may do it at once. @throws StoreProblem when the database is ahead. */
export async function migrate(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const migrations = migrationsFor(dialect);
  const unknown = (await appliedMigrations(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0)
    throw new StoreProblem("newer-database", `the database was made by a newer program (${unknown.join(", ")})`);
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error !== undefined) throw new Error("the database could not be brought up to date", { cause: error });
}

/** Names of the migrations the database has had, oldest first. */
export async function appliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === "kysely_migration")) return [];
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
