import { open, rename, rm } from "node:fs/promises";

/** Writes beside the file first and renames: a file that exists is whole. @throws the system's error, ENOSPC among them */
export async function writeOutput(file: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const partial = `${file}.part`;
  const handle = await open(partial, "w", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
    await handle.close();
    await rename(partial, file);
  } catch (error) {
    await handle.close();
    await rm(partial, { force: true });
    throw error;
  }
}
