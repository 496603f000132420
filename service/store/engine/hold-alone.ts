import { parseStoreAddress } from "../store-address.ts";
import { StoreProblem } from "../store-problem.ts";
import { lockPostgresAlone } from "./postgres-presence.ts";
import { lockAlone } from "./presence-lock.ts";

/** Does the work while nobody else has the database open. @throws StoreProblem "in-use" otherwise */
export async function holdAlone<T>(address: string, work: () => Promise<T>): Promise<T> {
  const parsed = parseStoreAddress(address);
  const held = parsed.engine === "sqlite" ? lockAlone(`${parsed.path}.lock`) : await lockPostgresAlone(parsed.url);
  if (!held) throw new StoreProblem("in-use", "a service or another command has the database open: stop it first");
  try {
    return await work();
  } finally {
    await held.release();
  }
}
