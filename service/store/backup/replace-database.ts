import { existsSync } from "node:fs";
import { copyFile, link, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { copyTables } from "../rows/copy-tables.ts";
import { postgresEngine } from "../engine/postgres-engine.ts";
import { sqliteEngine } from "../engine/sqlite-engine.ts";
import { hasCode } from "../file-error.ts";
import { parseStoreAddress } from "../store-address.ts";
import type { RestoreOptions } from "./restore-options.ts";

const JOURNALS: readonly string[] = ["-wal", "-shm"];

/** Puts the proven database in the place of the old one. @returns where the old one is kept. */
export async function replaceDatabase(database: string, options: RestoreOptions): Promise<string | undefined> {
  const parsed = parseStoreAddress(options.address);
  const stamp = options.clock.now().replaceAll(/[:.]/g, "-");
  if (parsed.engine === "sqlite")
    return await replaceFile(database, parsed.path, `${parsed.path}.before-restore-${stamp}`);
  return await replaceTables(
    database,
    parsed.url,
    join(dirname(options.evidenceFolder), `before-restore-${stamp}.sqlite`),
  );
}

/** The old journal has to go before the new file comes: SQLite would play it into that. */
async function replaceFile(database: string, path: string, aside: string): Promise<string | undefined> {
  await mkdir(dirname(path), { recursive: true });
  foldJournal(path);
  const kept = await keepAside(path, aside);
  for (const journal of JOURNALS) {
    await keepAside(`${path}${journal}`, `${aside}${journal}`);
    await rm(`${path}${journal}`, { force: true });
  }
  await rename(database, path);
  await syncFolder(dirname(path));
  return kept ? aside : undefined;
}

/** A file that SQLite cannot open any more keeps its journal; it goes aside with it. */
function foldJournal(path: string): void {
  if (!existsSync(path)) return;
  try {
    const old = new DatabaseSync(path, { readOnly: false });
    try {
      old.exec("pragma wal_checkpoint(truncate)");
    } finally {
      old.close();
    }
  } catch (error) {
    process.emitWarning(`${path} goes aside as it is: ${String(error)}`);
  }
}

async function keepAside(path: string, aside: string): Promise<boolean> {
  try {
    await link(path, aside);
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    // A file system without links.
    await copyFile(path, aside);
    return true;
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** One transaction on the server; the old tables are kept as an SQLite file. */
async function replaceTables(database: string, url: string, aside: string): Promise<string | undefined> {
  const [source, target, old] = [await sqliteEngine(database), await postgresEngine(url), await sqliteEngine(aside)];
  try {
    await target.read((from) => old.write((to) => copyTables(from, to, old.dialect)));
    await source.read((from) => target.write((to) => copyTables(from, to, target.dialect)));
    return aside;
  } finally {
    for (const engine of [source, target, old]) await engine.close();
  }
}
