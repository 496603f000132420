import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Vault } from "#service/ports/vault.ts";
import { storedNameOf } from "./evidence-place.ts";
import { damaged, DATABASE_PART, MANIFEST_PART, parseManifest, type BackupPart, type Manifest } from "./manifest.ts";
import { DamagedTar, readTar, type TarPart } from "./tar.ts";

/** Far more than a list of a million files takes. */
const LARGEST_MANIFEST = 512 * 1024 * 1024;

/** Unpacks a backup into an empty folder, evidence under its stored names. @throws StoreProblem unless every byte is as it was. */
export async function unpackBackup(file: string, folder: string, vault: Vault): Promise<Manifest> {
  const found: BackupPart[] = [];
  try {
    for await (const part of readTar(createReadStream(file))) {
      if (part.name === MANIFEST_PART) return checked(await readManifest(part, vault), found);
      found.push(await unpack(part, folder));
    }
  } catch (error) {
    if (error instanceof DamagedTar) throw damaged(error.message, error);
    throw error;
  }
  throw damaged("it has no list of contents");
}

function checked(manifest: Manifest, found: readonly BackupPart[]): Manifest {
  if (JSON.stringify(manifest.parts) !== JSON.stringify(found)) throw damaged("its contents are not those it lists");
  return manifest;
}

async function readManifest({ bytes, content }: TarPart, vault: Vault): Promise<Manifest> {
  if (bytes > LARGEST_MANIFEST) throw damaged("its list of contents is too long");
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return parseManifest(Buffer.concat(chunks).toString("utf8"), vault);
}

async function unpack({ name, content }: TarPart, folder: string): Promise<BackupPart> {
  const place = name === DATABASE_PART ? DATABASE_PART : storedNameOf(name);
  if (place === undefined) throw damaged("it holds something that does not belong there");
  const file = await open(join(folder, place), "wx", 0o600);
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, bytes, sha256: hash.digest("hex") };
}
