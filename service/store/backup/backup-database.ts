import { createHash } from "node:crypto";
import { mkdtemp, open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import type { ChainHead } from "#service/ports/audit.ts";
import type { Clock } from "#service/ports/surroundings.ts";
import type { Vault } from "#service/ports/vault.ts";
import { headOf } from "../chain/audit-chain.ts";
import { copyTables } from "../rows/copy-tables.ts";
import { openEngine } from "../engine/open-engine.ts";
import { sqliteEngine } from "../engine/sqlite-engine.ts";
import { hasCode } from "../file-error.ts";
import { parseStoreAddress } from "../store-address.ts";
import { evidencePart, evidencePath } from "./evidence-place.ts";
import { DATABASE_PART, MANIFEST_PART, renderManifest, type BackupPart, type Manifest } from "./manifest.ts";
import { TAR_END, tarHeader, tarPadding } from "./tar.ts";

export interface BackupOptions {
  /** Written beside it first and renamed when it is whole. */
  readonly file: string;
  readonly evidenceFolder: string;
  readonly vault: Vault;
  readonly clock: Clock;
}

/**
 * One file with the database as of one moment and the evidence it mentions, made while the service runs. The keys are
 * not in it: who finds the file alone cannot read what is sealed. From PostgreSQL the tables are copied into SQLite,
 * so every backup can be restored into either.
 */
export async function backupDatabase(address: string, options: BackupOptions): Promise<Manifest> {
  const { file } = options;
  const staging = await mkdtemp(join(dirname(file), `.${basename(file)}-`));
  try {
    const snapshot = join(staging, DATABASE_PART);
    await takeSnapshot(address, snapshot);
    const partial = join(staging, "whole");
    const manifest = await writeArchive(partial, { ...options, snapshot, ...(await contentsOf(snapshot)) });
    await rename(partial, file);
    return manifest;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function takeSnapshot(address: string, snapshot: string): Promise<void> {
  const parsed = parseStoreAddress(address);
  const engine = await openEngine(address);
  try {
    if (parsed.engine === "sqlite") await snapshotOfSqlite(parsed.path, snapshot);
    else await engine.read((from) => copyInto(snapshot, from));
  } finally {
    await engine.close();
  }
}

const ALL_PAGES = 2 ** 31 - 1;

/** SQLite's own backup, in one step: with the journal (WAL) nobody has to wait for it. */
async function snapshotOfSqlite(path: string, snapshot: string): Promise<void> {
  const source = new DatabaseSync(path, { readOnly: true });
  try {
    await backup(source, snapshot, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
}

async function copyInto(snapshot: string, from: Parameters<typeof copyTables>[0]): Promise<void> {
  const target = await sqliteEngine(snapshot);
  try {
    await target.write((to) => copyTables(from, to, target.dialect));
  } finally {
    await target.close();
  }
}

interface Contents {
  readonly chain: ChainHead;
  readonly storedNames: readonly string[];
}

async function contentsOf(snapshot: string): Promise<Contents> {
  const engine = await sqliteEngine(snapshot);
  try {
    return await engine.read(async (db) => {
      const rows = await db.selectFrom("evidence").select("stored_as").orderBy("stored_as").execute();
      return { chain: await headOf(db), storedNames: rows.map((row) => String(row.stored_as)) };
    });
  } finally {
    await engine.close();
  }
}

async function writeArchive(
  path: string,
  given: BackupOptions & Contents & { readonly snapshot: string },
): Promise<Manifest> {
  const archive = await open(path, "wx", 0o600);
  try {
    const parts: BackupPart[] = [await writePart(archive, DATABASE_PART, given.snapshot)];
    const missing: string[] = [];
    for (const storedAs of given.storedNames) {
      const part = await writePartIfThere(
        archive,
        evidencePart(storedAs),
        evidencePath(given.evidenceFolder, storedAs),
      );
      if (part) parts.push(part);
      else missing.push(storedAs);
    }
    const manifest: Manifest = { format: 1, madeAt: given.clock.now(), chain: given.chain, parts, missing };
    const text = Buffer.from(renderManifest(manifest, given.vault));
    await archive.writeFile(
      Buffer.concat([tarHeader({ name: MANIFEST_PART, bytes: text.length }), text, tarPadding(text.length), TAR_END]),
    );
    await archive.sync();
    return manifest;
  } finally {
    await archive.close();
  }
}

async function writePartIfThere(archive: FileHandle, name: string, path: string): Promise<BackupPart | undefined> {
  try {
    return await writePart(archive, name, path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

async function writePart(archive: FileHandle, name: string, path: string): Promise<BackupPart> {
  const { size } = await stat(path);
  const content = await open(path, "r");
  await archive.writeFile(tarHeader({ name, bytes: size }));
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of content.createReadStream() as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    await archive.writeFile(chunk);
  }
  if (bytes !== size) throw new Error(`${name} changed while it was read`);
  await archive.writeFile(tarPadding(size));
  return { name, bytes: size, sha256: hash.digest("hex") };
}
