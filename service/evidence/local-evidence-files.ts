import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { millisecondsOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { EvidenceFileRefusal } from "#core/ledger/handling/evidence-refusal.ts";
import { extensionOf, safeFileName } from "#core/ledger/safe-file-name.ts";
import type { EvidenceFiles, ReceivedFile } from "#service/ports/evidence-files.ts";
import type { Clock } from "#service/ports/surroundings.ts";
import { contentType } from "./content-type.ts";
import { ACCEPTED, type FileType } from "./file-type.ts";

const NAME_BYTES = 16;
const STORED_NAME = /^[0-9a-f]{32}$/;
const INCOMING = "incoming";
const AN_HOUR_MS = 3_600_000;
const FULL: readonly unknown[] = ["ENOSPC", "EDQUOT", "EFBIG"];

export interface EvidenceFolder {
  readonly folder: string;
  readonly clock: Clock;
  /** Makes the file that an upload is written to. */
  readonly openNew?: (path: string) => Promise<FileHandle>;
}

type Received = Result<ReceivedFile, EvidenceFileRefusal>;
type Upload = Parameters<EvidenceFiles["receive"]>[0];

/**
 * Evidence in a folder: 256 folders below it, random names. An upload grows under incoming/, is synced, looked at,
 * and moved under its name as the last step, so a name that exists has all its bytes.
 */
export async function localEvidenceFiles({
  folder,
  clock,
  openNew = openPrivate,
}: EvidenceFolder): Promise<EvidenceFiles> {
  await mkdir(join(folder, INCOMING), { recursive: true, mode: 0o700 });
  return {
    receive: async (upload) => {
      const storedAs = randomBytes(NAME_BYTES).toString("hex");
      const incoming = join(folder, INCOMING, storedAs);
      try {
        const received = await takeIn(upload, await openNew(incoming));
        if (!received.ok) return received;
        await moveDurably(incoming, placeOf(folder, storedAs));
        return ok({ ...received.value, storedAs });
      } catch (error) {
        return refusalOf(error);
      } finally {
        // After the move there is nothing left to remove.
        await rm(incoming, { force: true });
      }
    },
    open: (storedAs) => bytesOf(placeOf(folder, storedAs).path),
    remove: async (storedAs) => await rm(placeOf(folder, storedAs).path, { force: true }),
    sweep: async (known) => await sweep(folder, { known, before: millisecondsOf(clock.now()) - AN_HOUR_MS }),
  };
}

class UploadInterrupted extends Error {}

async function openPrivate(path: string): Promise<FileHandle> {
  return await open(path, "wx+", 0o600);
}

async function takeIn(
  { fileName, content, mostBytes }: Upload,
  file: FileHandle,
): Promise<Result<Omit<ReceivedFile, "storedAs">, EvidenceFileRefusal>> {
  try {
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const chunk of untilInterrupted(content)) {
      bytes += chunk.length;
      if (bytes > mostBytes) return refuse({ code: "file-too-big", mostBytes });
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (bytes === 0) return refuse({ code: "file-empty" });
    await file.sync();
    const judged = judge(safeFileName(fileName), await contentType(file, bytes));
    return judged.ok ? ok({ mediaType: judged.value, bytes, sha256: hash.digest("hex") }) : judged;
  } finally {
    await file.close();
  }
}

/** What comes from the network and what the disk says are different failures. */
async function* untilInterrupted(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (cause) {
    throw new UploadInterrupted("the upload broke off", { cause });
  }
}

/** Name and content have to say the same. @returns the media type. */
function judge(name: string, found: FileType): Result<string, EvidenceFileRefusal> {
  const accepted = ACCEPTED[extensionOf(name)];
  if (accepted === undefined) return refuse({ code: "file-type-not-allowed", found, name });
  const mediaType = (accepted as Readonly<Partial<Record<FileType, string>>>)[found];
  if (mediaType !== undefined) return ok(mediaType);
  const acceptable = Object.values(ACCEPTED).some((types) => found in types);
  return refuse({ code: acceptable ? "file-type-mismatch" : "file-type-not-allowed", found, name });
}

function refusalOf(error: unknown): Received {
  if (error instanceof UploadInterrupted) return refuse({ code: "upload-interrupted" });
  if (error instanceof Error && "code" in error && FULL.includes(error.code)) return refuse({ code: "disk-full" });
  throw error;
}

interface Place {
  readonly folder: string;
  readonly path: string;
}

/** @throws on anything but a name that we gave: it becomes part of a path. */
function placeOf(folder: string, storedAs: string): Place {
  if (!STORED_NAME.test(storedAs)) throw new Error("not a stored name");
  const below = join(folder, storedAs.slice(0, 2));
  return { folder: below, path: join(below, storedAs) };
}

async function moveDurably(from: string, to: Place): Promise<void> {
  await mkdir(to.folder, { recursive: true, mode: 0o700 });
  await rename(from, to.path);
  await syncFolder(to.folder);
  await syncFolder(join(to.folder, ".."));
}

/** A name is safe once its folder is; Windows syncs no folders and keeps names with the file. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, "r");
  yield* file.createReadStream() as AsyncIterable<Uint8Array>;
}

async function sweep(
  folder: string,
  { known, before }: { readonly known: ReadonlySet<string>; readonly before: number },
): Promise<number> {
  let swept = 0;
  for (const { parentPath, name } of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!STORED_NAME.test(name) || known.has(name)) continue;
    const path = join(parentPath, name);
    // A younger one may be an upload whose record is about to be written.
    if ((await stat(path)).mtimeMs >= before) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}
