import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { SqliteAdapter, SqliteDialect, type DialectAdapter, type SqliteDatabase, type SqliteStatement } from "kysely";

const KEPT_STATEMENTS = 200;

/**
 * Makes the SQLite of Node a database for Kysely. Prepared statements are kept: preparing costs more than most queries.
 * A writer's transactions begin with its lock, because one that reads first and writes later fails when somebody wrote between.
 */
export function forKysely(database: DatabaseSync, begin: "begin" | "begin immediate"): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      if (text === "rollback") return rollback(database);
      const sql = text === "begin" ? begin : text;
      const statement = kept.get(sql) ?? adapt(database.prepare(sql));
      if (kept.size >= KEPT_STATEMENTS) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
  };
}

/** On a full disk SQLite has rolled back by itself, and a second rollback would hide the reason. */
function rollback(database: DatabaseSync): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    iterate: () => [].values(),
    run: () => {
      if (database.isTransaction) database.exec("rollback");
      return { changes: 0, lastInsertRowid: 0 };
    },
  };
}

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...(values as SQLInputValue[])),
    run: (values) => statement.run(...(values as SQLInputValue[])),
    iterate: (values) => statement.iterate(...(values as SQLInputValue[])),
  };
}

/** Kysely takes SQLite's schema changes for not transactional; they are, and two processes may start at once. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export class NodeSqliteDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }
}
