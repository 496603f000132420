import { parseStoreAddress } from "../store-address.ts";
import type { Engine } from "./engine.ts";
import { openPostgres, postgresEngine, postgresReader } from "./postgres-engine.ts";
import { openSqlite, sqliteEngine, sqliteReader } from "./sqlite-engine.ts";

/** @throws StoreProblem */
export async function openEngine(address: string): Promise<Engine> {
  const parsed = parseStoreAddress(address);
  return parsed.engine === "sqlite" ? await openSqlite(parsed.path) : await openPostgres(parsed.url);
}

/** For whoever holds the database alone. */
export async function openUnguarded(address: string): Promise<Engine> {
  const parsed = parseStoreAddress(address);
  return parsed.engine === "sqlite" ? await sqliteEngine(parsed.path) : await postgresEngine(parsed.url);
}

/** A connection to read by, while the same process has the database open. */
export function openReading(address: string): Pick<Engine, "dialect" | "read" | "close"> {
  const parsed = parseStoreAddress(address);
  return parsed.engine === "sqlite" ? sqliteReader(parsed.path) : postgresReader(parsed.url);
}
