import type { Vault } from "#service/ports/vault.ts";
import { keyFileIn, loadOrMakeKeys, replaceKeys, withNewKey } from "./key-file.ts";
import { vaultOf } from "./vault.ts";

/** First step of a rotation: the key file gets a new current key beside the old ones. @returns the vault that knows both. */
export async function addKey(folder: string): Promise<Vault> {
  const ring = withNewKey(await loadOrMakeKeys(folder));
  await replaceKeys(keyFileIn(folder), ring);
  return vaultOf(ring);
}
