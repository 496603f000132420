import { StoreProblem } from "./store-problem.ts";

export type StoreAddress =
  { readonly engine: "sqlite"; readonly path: string } | { readonly engine: "postgres"; readonly url: string };

/** `sqlite:PATH`, `postgres://...` or `postgresql://...`. @throws StoreProblem for anything else. */
export function parseStoreAddress(address: string): StoreAddress {
  if (address.startsWith("sqlite:") && address.length > "sqlite:".length) {
    return { engine: "sqlite", path: address.slice("sqlite:".length) };
  }
  if (/^postgres(ql)?:\/\//.test(address)) return { engine: "postgres", url: address };
  // The address may hold a password, so it is not repeated.
  throw new StoreProblem("address-unknown", "A store address begins with sqlite: or postgres://");
}
