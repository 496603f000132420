import { setTimeout as wait } from "node:timers/promises";
import { Kysely, PostgresDialect, type TransactionBuilder } from "kysely";
import { DatabaseError, Pool, TypeOverrides, types } from "pg";
import { postgres } from "../dialect.ts";
import { migrate } from "../migrate.ts";
import { StoreProblem } from "../store-problem.ts";
import type { Tables } from "../tables.ts";
import type { Engine } from "./engine.ts";
import { lockPostgresShared } from "./postgres-presence.ts";

const CONNECTIONS = 20;
const ATTEMPTS = 20;

/**
 * Failures that only mean "somebody else was faster"; the work runs again and sees what they did. Serialization, deadlock,
 * and the two constraints: a child of a row that was deleted meanwhile, a key that was taken meanwhile.
 */
const WORTH_ANOTHER_TRY: readonly string[] = ["40001", "40P01"];
const WORTH_A_SECOND_LOOK: readonly string[] = ["23503", "23505"];
const SECOND_LOOKS = 2;

export async function openPostgres(url: string): Promise<Engine> {
  const presence = await lockPostgresShared(url);
  if (!presence) throw new StoreProblem("being-restored", "the database is being replaced by another command");
  try {
    const engine = await postgresEngine(url);
    return { ...engine, close: () => engine.close().finally(() => presence.release()) };
  } catch (error) {
    await presence.release();
    throw error;
  }
}

/** For whoever holds the presence lock already. */
export async function postgresEngine(url: string): Promise<Engine> {
  const db = connected(url, CONNECTIONS);
  try {
    await migrate(db, postgres);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    dialect: postgres,
    read: (work) => reading(db).execute(work),
    write: (work) => repeated(() => db.transaction().setIsolationLevel("read committed").execute(work)),
    close: () => db.destroy(),
  };
}

/** One connection, to a database that is there and up to date. */
export function postgresReader(url: string): Pick<Engine, "dialect" | "read" | "close"> {
  const db = connected(url, 1);
  return { dialect: postgres, read: (work) => reading(db).execute(work), close: () => db.destroy() };
}

function connected(url: string, most: number): Kysely<Tables> {
  const pool = new Pool({
    connectionString: url,
    max: most,
    application_name: "taizhang",
    // Compiling a wide query takes longer than running it.
    options: "-c jit=off -c timezone=UTC",
    types: countsAsNumbers(),
  });
  // A connection that dies is replaced, and the query on it fails; without listeners it would end the process,
  // whether it dies while it is idle or between two queries of a transaction.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function reading(db: Kysely<Tables>): TransactionBuilder<Tables> {
  return db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
}

/** Counts and sums come as int8, which the driver leaves as text: ours are far below 2^53, and the row reader checks it. */
function countsAsNumbers(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, Number);
  return overrides;
}

async function repeated<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isWorthRepeating(error, tries)) throw error;
      // Apart from each other, or the same two meet again.
      await wait(Math.random() * 10 * tries);
    }
  }
}

function isWorthRepeating(error: unknown, tries: number): boolean {
  if (!(error instanceof DatabaseError) || error.code === undefined) return false;
  if (WORTH_A_SECOND_LOOK.includes(error.code)) return tries <= SECOND_LOOKS;
  if (!WORTH_ANOTHER_TRY.includes(error.code)) return false;
  if (tries >= ATTEMPTS) throw new StoreProblem("busy", "others were faster too often", { cause: error });
  return true;
}
