import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openVault } from "#service/crypto/open-vault.ts";
import { fileAnchor } from "#service/store/chain-anchor.ts";
import { openStore } from "#service/store/open-store.ts";
import { describeStore } from "#test/contracts/store.ts";
import type { OpenedStore } from "#test/contracts/store/opened-store.ts";
import { freshDatabase } from "#test/environment/postgres.ts";

async function openAt(address: string, folder: string): Promise<OpenedStore> {
  const vault = await openVault(join(folder, "keys"));
  const anchor = fileAnchor(join(folder, "anchor"), vault);
  const store = await openStore(address, { vault, anchor });
  const dispose = async (): Promise<void> => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { store, address, vault, anchor, dispose };
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "taizhang-store-"));

describeStore("SQLite", async () => {
  const folder = await newFolder();
  return await openAt(`sqlite:${join(folder, `${randomUUID()}.db`)}`, folder);
});

describeStore("PostgreSQL", async () => await openAt(await freshDatabase(), await newFolder()));
