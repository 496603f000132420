import type { Vault } from "#service/ports/vault.ts";
import type { Dialect } from "./dialect.ts";

/** What every repository works with besides its transaction. */
export interface StoreContext {
  readonly dialect: Dialect;
  readonly vault: Vault;
}
