import { Client } from "pg";
import type { PresenceLock } from "./presence-lock.ts";

/** Any number will do, as long as nobody else on the database takes it: "tzdb" in ASCII. */
const LOCK = 0x747a6462;

/** The same as the locks of presence-lock.ts, kept by the server for as long as the connection lives. */
export async function lockPostgresShared(url: string): Promise<PresenceLock | undefined> {
  return await lock(url, "pg_try_advisory_lock_shared");
}

export async function lockPostgresAlone(url: string): Promise<PresenceLock | undefined> {
  return await lock(url, "pg_try_advisory_lock");
}

async function lock(url: string, take: string): Promise<PresenceLock | undefined> {
  const client = new Client({ connectionString: url, application_name: "taizhang presence", keepAlive: true });
  // When the server goes, the store's own connections say so.
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ readonly taken: boolean }>(`select ${take}(${LOCK}) as taken`);
  if (rows[0]?.taken === true) return { release: () => client.end() };
  await client.end();
  return undefined;
}
