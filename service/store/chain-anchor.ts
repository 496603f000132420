import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { ChainHead } from "#service/ports/audit.ts";
import type { ChainAnchor } from "#service/ports/chain-anchor.ts";
import type { Vault } from "#service/ports/vault.ts";
import { hasCode } from "./file-error.ts";

/** An anchor in a file of its own: one line with number, hash and a keyed checksum. A crash leaves the old line or the new one. */
export function fileAnchor(path: string, vault: Pick<Vault, "mac">): ChainAnchor {
  return {
    read: async () => {
      const line = await readLine(path);
      return line === undefined ? undefined : (parseLine(line, vault) ?? "forged");
    },
    begin: async (head) => {
      const beside = await writeBeside(path, lineOf(head, vault));
      try {
        // A link, unlike a rename, leaves what is there.
        await link(beside, path);
      } catch (error) {
        if (!hasCode(error, "EEXIST")) throw error;
      } finally {
        await rm(beside);
      }
    },
    replace: async (head) => await rename(await writeBeside(path, lineOf(head, vault)), path),
  };
}

function lineOf({ number, hash }: ChainHead, vault: Pick<Vault, "mac">): string {
  return `${number} ${hash} ${vault.mac("chain-anchor", `${number} ${hash}`)}\n`;
}

function parseLine(line: string, vault: Pick<Vault, "mac">): ChainHead | undefined {
  const [number = "", hash = ""] = line.split(" ");
  const head = { number: Number(number), hash };
  return Number.isSafeInteger(head.number) && lineOf(head, vault) === line ? head : undefined;
}

async function readLine(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

async function writeBeside(path: string, line: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomUUID()}`;
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(line);
    await file.sync();
  } finally {
    await file.close();
  }
  return beside;
}
