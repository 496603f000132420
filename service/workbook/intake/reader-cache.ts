import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let folder: string | undefined;

/**
 * Folder where the readers of this process keep their compiled modules: starting one takes a third of the time. It is the
 * only place a reader may write to, it belongs to this process alone, and it goes when the process ends.
 */
export function readerCache(): string {
  if (folder !== undefined) return folder;
  const made = realpathSync(mkdtempSync(join(tmpdir(), "taizhang-reader-")));
  process.once("exit", () => {
    rmSync(made, { recursive: true, force: true });
  });
  folder = made;
  return made;
}
