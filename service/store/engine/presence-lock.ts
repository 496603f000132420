import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isBusy } from "./sqlite-busy.ts";

/**
 * Who has a database open, told by locks of the operating system on a small file beside it: they end with their
 * process, however it ends. Node has no file locks of its own, so an empty SQLite file stands in for them:
 * an open read transaction is the shared lock, an exclusive one the other.
 */
export interface PresenceLock {
  release(): Promise<void>;
}

/** Held by everyone who works on the database. @returns undefined while somebody holds it alone. */
export function lockShared(path: string): PresenceLock | undefined {
  return lock(path, "begin; select count(*) from sqlite_schema");
}

/** Held by whoever replaces the database. @returns undefined while anybody else has it open. */
export function lockAlone(path: string): PresenceLock | undefined {
  return lock(path, "begin exclusive");
}

function lock(path: string, take: string): PresenceLock | undefined {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec(take);
    return { release: async () => database.close() };
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}
