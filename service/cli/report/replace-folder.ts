import { chmod, cp, lstat, mkdir, open, readdir, realpath, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** Names that stay no longer than one replacement: both stand beside the folder, on the same disk. */
interface Beside {
  readonly coming: string;
  readonly going: string;
}

export interface Replacing {
  /** Files by name. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether what lies in the folder goes with the old one; everything else stays in it. */
  readonly isReplaced: (name: string) => boolean;
}

/**
 * Puts files into a folder all at once: the new one is written beside it, brought to the disk, and takes its name; the old one goes
 * only when the new one stands. Whatever breaks it off, one of the two is there whole.
 */
export async function replaceFolder(given: string, { texts, isReplaced }: Replacing): Promise<void> {
  const folder = await placeOf(given);
  const { coming, going } = besideOf(folder);
  await endInterrupted(folder);
  const mode = await modeOf(folder);
  // Nobody reads meanwhile what the old folder keeps from him.
  await mkdir(coming, mode === undefined ? {} : { mode: 0o700 });
  try {
    for (const name of await namesIn(folder)) if (!isReplaced(name)) await copyThrough(name, { folder, coming });
    for (const [name, text] of texts) await writeThrough(join(coming, name), text);
    if (mode !== undefined) await chmod(coming, mode);
    await syncFolder(coming);
    if (await isThere(folder)) await rename(folder, going);
    await rename(coming, folder);
  } catch (error) {
    await endInterrupted(folder);
    throw error;
  }
  await syncFolder(dirname(folder));
  await rm(going, { recursive: true, force: true });
}

/** What an interrupted replacement left is cleared away; the old folder gets its name back where none, or an empty one, stands there. */
export async function endInterrupted(given: string): Promise<void> {
  const folder = await placeOf(given);
  const { coming, going } = besideOf(folder);
  if ((await isThere(going)) && (await namesIn(folder)).length === 0) {
    // A folder that somebody made there meanwhile: the form is in the old one alone.
    if (await isThere(folder)) await rmdir(folder);
    await rename(going, folder);
  }
  await rm(coming, { recursive: true, force: true });
  await rm(going, { recursive: true, force: true });
}

/** A link to a folder stays one: what it leads to is replaced. */
async function placeOf(given: string): Promise<string> {
  return (await isThere(given)) ? await realpath(given) : resolve(given);
}

function besideOf(folder: string): Beside {
  const named = (end: string): string => join(dirname(folder), `.${basename(folder)}.taizhang-${end}`);
  return { coming: named("coming"), going: named("going") };
}

interface Copying {
  readonly folder: string;
  readonly coming: string;
}

/** What stays is brought to the disk as well: it goes with the old folder otherwise. */
async function copyThrough(name: string, { folder, coming }: Copying): Promise<void> {
  const copy = join(coming, name);
  await cp(join(folder, name), copy, { recursive: true });
  await syncTree(copy);
}

async function syncTree(path: string): Promise<void> {
  const found = await lstat(path);
  if (found.isFile()) await syncFile(path, found.mode);
  if (!found.isDirectory()) return;
  for (const name of await readdir(path)) await syncTree(join(path, name));
  await syncFolder(path);
}

async function syncFile(file: string, mode: number): Promise<void> {
  const isWindows = process.platform === "win32";
  // Windows brings to the disk only what is open for writing, which a file that is only read is not.
  if (isWindows && (mode & 0o200) === 0) return;
  await syncOpen(file, isWindows ? "r+" : "r");
}

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; a renaming is on the disk there when it returns.
  if (process.platform === "win32") return;
  await syncOpen(folder, "r");
}

async function syncOpen(path: string, flags: "r" | "r+"): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** undefined: there is no folder yet. */
async function modeOf(folder: string): Promise<number | undefined> {
  return (await isThere(folder)) ? (await lstat(folder)).mode & 0o7777 : undefined;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await isThere(folder)) ? await readdir(folder) : [];
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
