import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Randomness } from "#service/ports/surroundings.ts";
import type { PopulationFiles } from "#service/ports/report-populations.ts";

/** Columns of populations in a folder beside the database: `2017-2026-12-31.bin`, for the service's own user alone. */
export function localPopulationFiles(folder: string, random: Pick<Randomness, "id">): PopulationFiles {
  const path = (name: string): string => join(folder, `${name.replaceAll(/[^\w-]/g, "_")}.bin`);
  return {
    load: async (name) => {
      try {
        return await readFile(path(name));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    save: async (name, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Renamed when it is whole: whoever reads meanwhile, or is killed here, has the one before.
      const written = `${path(name)}.${random.id("new")}`;
      try {
        await writeFile(written, bytes, { mode: 0o600 });
        await rename(written, path(name));
      } finally {
        await rm(written, { force: true });
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
