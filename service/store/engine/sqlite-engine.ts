import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { Kysely } from "kysely";
import { sqlite } from "../dialect.ts";
import { migrate } from "../migrate.ts";
import { StoreProblem } from "../store-problem.ts";
import type { Tables } from "../tables.ts";
import type { Engine } from "./engine.ts";
import { LendingPool } from "./lending-pool.ts";
import { forKysely, NodeSqliteDialect } from "./node-sqlite.ts";
import { lockShared } from "./presence-lock.ts";
import { isBusy } from "./sqlite-busy.ts";
import { WriterQueue } from "./writer-queue.ts";

const READERS = 4;
const WRITER_KILOBYTES = 98_304;
/** Memberships are looked up by their people, all over the index. */
const COUNTING_KILOBYTES = 65_536;
/** 32 MB: the pages of indexes change with every batch of an import, and each checkpoint writes them once more. */
const JOURNAL_PAGES = 8_000;
/** The first look at a file may meet another process that is turning its journal on. */
const PATIENCE_AT_OPEN_MS = 15_000;
/** Waiting inside SQLite stops the whole process, so it is short; then we wait outside. */
const PATIENCE_INSIDE_MS = 20;
const PATIENCE_OUTSIDE_MS = 30_000;
const PAUSE_MS = 10;

/** SQLite in a file: one writer connection with a queue, and readers of their own that never wait for it (WAL). */
export async function openSqlite(path: string): Promise<Engine> {
  const presence = lockShared(`${path}.lock`);
  if (!presence) throw new StoreProblem("being-restored", `${path} is being replaced by another command`);
  try {
    const engine = await sqliteEngine(path);
    return { ...engine, close: () => engine.close().finally(() => presence.release()) };
  } catch (error) {
    await presence.release();
    throw error;
  }
}

/** For whoever holds the presence lock already, and for files that nobody else knows. */
export async function sqliteEngine(path: string): Promise<Engine> {
  const connection = connect(path);
  const writer = new Kysely<Tables>({
    dialect: new NodeSqliteDialect({ database: forKysely(connection, "begin immediate") }),
  });
  try {
    connection.exec(`pragma busy_timeout = ${PATIENCE_INSIDE_MS}`);
    await whenFree(() => migrate(writer, sqlite));
  } catch (error) {
    connection.close();
    throw error;
  }
  const queue = new WriterQueue();
  const readers = new LendingPool(() => openReader(path), READERS);
  return {
    dialect: sqlite,
    read: (work) => readers.lend((db) => db.transaction().execute(work)),
    write: (work) => queue.run(() => whenFree(() => writer.transaction().execute(work))),
    close: async () => {
      await Promise.all(readers.all().map((db) => db.destroy()));
      // Last, because the last connection to go folds the journal back into the file.
      await writer.destroy();
    },
  };
}

function connect(path: string): DatabaseSync {
  const connection = new DatabaseSync(path, { timeout: PATIENCE_AT_OPEN_MS, enableForeignKeyConstraints: true });
  // FULL: with NORMAL a power cut takes back what was acknowledged.
  connection.exec("pragma journal_mode = wal; pragma synchronous = full");
  // Two megabytes of its own accord: then a register of 100,000 people is committed with its indexes read again and again.
  connection.exec(`pragma cache_size = -${WRITER_KILOBYTES}; pragma wal_autocheckpoint = ${JOURNAL_PAGES}`);
  return connection;
}

/** One connection to count by, to a file that is there and up to date. */
export function sqliteReader(path: string): Pick<Engine, "dialect" | "read" | "close"> {
  const db = openReader(path, COUNTING_KILOBYTES);
  return { dialect: sqlite, read: (work) => db.transaction().execute(work), close: () => db.destroy() };
}

function openReader(path: string, kilobytes?: number): Kysely<Tables> {
  const connection = new DatabaseSync(path, { timeout: PATIENCE_AT_OPEN_MS, readOnly: true });
  if (kilobytes !== undefined) connection.exec(`pragma cache_size = -${kilobytes}`);
  return new Kysely<Tables>({ dialect: new NodeSqliteDialect({ database: forKysely(connection, "begin") }) });
}

/** Another process may be writing: it gets its turn, and this one keeps answering meanwhile. */
async function whenFree<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_OUTSIDE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > deadline)
        throw new StoreProblem("busy", "another process has been writing all the time", { cause: error });
      await wait(PAUSE_MS);
    }
  }
}
