import type { ChainHead } from "#service/ports/audit.ts";
import type { Vault } from "#service/ports/vault.ts";
import { StoreProblem } from "../store-problem.ts";

export const DATABASE_PART = "database.sqlite";
export const MANIFEST_PART = "manifest.json";

/** Stands last in a backup: what is in it, and a keyed checksum over all of that. */
export interface Manifest {
  readonly format: 1;
  readonly madeAt: string;
  readonly chain: ChainHead;
  readonly parts: readonly BackupPart[];
  /** Evidence whose bytes were not there: removed while the backup was made, or lost. */
  readonly missing: readonly string[];
}

export interface BackupPart {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export function renderManifest(manifest: Manifest, vault: Vault): string {
  const text = JSON.stringify(manifest);
  return JSON.stringify({ manifest: text, mac: vault.mac("backup", text) });
}

/** @throws StoreProblem when it was changed, or made with other keys. */
export function parseManifest(text: string, vault: Vault): Manifest {
  const file = parsed(text);
  const inner = typeof file === "object" && file !== null && "manifest" in file && "mac" in file ? file : undefined;
  if (typeof inner?.manifest !== "string" || typeof inner.mac !== "string")
    throw damaged("its list of contents is broken");
  if (vault.mac("backup", inner.manifest) !== inner.mac) {
    throw new StoreProblem("wrong-key", "the backup was made with other keys, or its list of contents was changed");
  }
  // What carries our checksum was written by us.
  return JSON.parse(inner.manifest) as Manifest;
}

export function damaged(what: string, cause?: unknown): StoreProblem {
  return new StoreProblem("backup-damaged", `the backup cannot be used: ${what}`, { cause });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged("its list of contents is broken", cause);
  }
}
