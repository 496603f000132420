import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Randomness } from "#service/ports/surroundings.ts";
import type { PopulationFiles } from "#service/ports/reports/report-populations.ts";

/** A form of this year and of the last, and their rehearsals. */
const MOST_FILES = 6;
/** Whatever was begun so long before the newest was whole belonged to a process that was killed. */
const ABANDONED_MS = 60 * 60 * 1000;

/** Columns of populations in a folder beside the database: `2017-2026-12-31.bin`, for the service's own user alone. */
export function localPopulationFiles(folder: string, random: Pick<Randomness, "id">): PopulationFiles {
  const path = (name: string): string => join(folder, `${name.replaceAll(/[^\w-]/g, "_")}.bin`);
  return {
    load: async (name) => {
      try {
        return await readFile(path(name));
      } catch (error) {
        if (errorCode(error) === undefined) throw error;
        return undefined;
      }
    },
    save: async (name, bytes) => {
      // Renamed when it is whole: whoever reads meanwhile, or is killed here, has the one before.
      const written = `${path(name)}.${random.id("new")}`;
      const hasFolder = await didIt(() => mkdir(folder, { recursive: true, mode: 0o700 }));
      if (!hasFolder) return false;
      const isWritten = await didIt(async () => {
        await writeFile(written, bytes, { mode: 0o600 });
        await rename(written, path(name));
        await forgetOldest(folder);
      });
      if (!isWritten) await rm(written, { force: true });
      return isWritten;
    },
  };
}

/** @returns false when the file system says no */
async function didIt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}

async function forgetOldest(folder: string): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const found = (await Promise.all(paths.map(writtenAt))).filter((one) => one !== undefined);
  const whole = found.filter(({ path }) => path.endsWith(".bin")).toSorted((a, b) => b.at - a.at);
  const newest = whole[0]?.at ?? 0;
  const abandoned = found.filter(({ path, at }) => path.includes(".bin.new") && at < newest - ABANDONED_MS);
  await Promise.all([...whole.slice(MOST_FILES), ...abandoned].map(({ path }) => rm(path, { force: true })));
}

interface Written {
  readonly path: string;
  readonly at: number;
}

/** undefined: it is gone, or has its whole name by now. */
async function writtenAt(path: string): Promise<Written | undefined> {
  try {
    return { path, at: (await stat(path)).mtimeMs };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Of a file system that has no such file, no room or no permission; undefined: a bug. */
function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
