import type { Vault } from "#service/ports/vault.ts";
import { loadOrMakeKeys } from "./key-file.ts";
import { vaultOf } from "./vault.ts";

/** The vault over the key file in `folder`, which is made at the first start. @throws KeyFileProblem */
export async function openVault(folder: string): Promise<Vault> {
  return vaultOf(await loadOrMakeKeys(folder));
}
