import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sql, type Kysely } from "kysely";
import type { ChainHead } from "#service/ports/audit.ts";
import type { Vault } from "#service/ports/vault.ts";
import { appendToChain } from "../chain/audit-chain.ts";
import { holdAlone } from "../engine/hold-alone.ts";
import { sqliteEngine } from "../engine/sqlite-engine.ts";
import { readKeyCheck } from "../key-check.ts";
import { StoreProblem } from "../store-problem.ts";
import type { Tables } from "../tables.ts";
import { walkChain } from "../chain/verify-chain.ts";
import { evidencePath, storedNameOf } from "./evidence-place.ts";
import { damaged, DATABASE_PART, type Manifest } from "./manifest.ts";
import { replaceDatabase } from "./replace-database.ts";
import type { RestoreOptions } from "./restore-options.ts";
import { unpackBackup } from "./unpack-backup.ts";

export interface Restored {
  readonly madeAt: string;
  /** Where the database that was there before has gone; undefined where there was none. */
  readonly keptAside: string | undefined;
  readonly missingEvidence: readonly string[];
}

/**
 * Puts a backup in the place of the database, which nobody may have open. In this order, so that a crash leaves the old
 * state or the new one: everything is unpacked and proven beside it; the evidence moves in, where its random names
 * disturb nobody; the database is replaced in one step; the anchor follows.
 * @throws StoreProblem, and nothing was changed then
 */
export async function restoreDatabase(file: string, options: RestoreOptions): Promise<Restored> {
  await mkdir(options.evidenceFolder, { recursive: true, mode: 0o700 });
  return await holdAlone(options.address, async () => {
    const staging = await mkdtemp(join(dirname(options.evidenceFolder), ".restore-"));
    try {
      const manifest = await unpackBackup(file, staging, options.vault);
      const database = join(staging, DATABASE_PART);
      const head = await proveAndSign(database, manifest, options);
      await moveEvidence(manifest, staging, options.evidenceFolder);
      const keptAside = await replaceDatabase(database, options);
      await options.anchor.replace(head);
      return { madeAt: manifest.madeAt, keptAside, missingEvidence: manifest.missing };
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  });
}

/** @returns the head of the chain with the entry about the restore. */
async function proveAndSign(
  database: string,
  manifest: Manifest,
  { vault, anchor, clock }: RestoreOptions,
): Promise<ChainHead> {
  const anchored = await anchor.read();
  const engine = await sqliteEngine(database);
  try {
    await engine.read((db) => prove(db, manifest, vault));
    return await engine.write((db) =>
      appendToChain(db, { dialect: engine.dialect, vault }, [
        {
          at: clock.now(),
          accountId: null,
          from: "cli",
          action: "restore",
          record: "store",
          outcome: "done",
          why: `backup of ${manifest.madeAt}`,
          // What was anchored before stays on record: entries after the backup are gone from the chain.
          fields: [
            {
              field: "chain",
              old: typeof anchored === "object" ? textOf(anchored) : (anchored ?? null),
              new: textOf(manifest.chain),
            },
          ],
        },
      ]),
    );
  } finally {
    await engine.close();
  }
}

async function prove(db: Kysely<Tables>, manifest: Manifest, vault: Vault): Promise<void> {
  const integrity = await sql<{ readonly integrity_check: string }>`pragma integrity_check`.execute(db);
  if (integrity.rows[0]?.integrity_check !== "ok") throw damaged("its database is broken");
  if ((await sql`pragma foreign_key_check`.execute(db)).rows.length > 0)
    throw damaged("its records do not fit together");
  await readKeyCheck(db, vault);
  const verdict = await walkChain(db, manifest.chain);
  if (verdict.code !== "intact")
    throw new StoreProblem("chain-broken", `the audit chain in the backup is not whole (${verdict.code})`);
}

function textOf({ number, hash }: ChainHead): string {
  return `${number} ${hash}`;
}

async function moveEvidence({ parts }: Manifest, staging: string, folder: string): Promise<void> {
  for (const { name } of parts) {
    const storedAs = storedNameOf(name);
    if (storedAs === undefined) continue;
    const path = evidencePath(folder, storedAs);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(join(staging, storedAs), path);
  }
}
