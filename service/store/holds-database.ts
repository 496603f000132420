import { stat } from "node:fs/promises";
import { Client } from "pg";
import { hasCode } from "./file-error.ts";
import { parseStoreAddress } from "./store-address.ts";

/** Is there a database of ours at the address? Looks only: opening a store would make one. @throws what the server says */
export async function holdsDatabase(address: string): Promise<boolean> {
  const parsed = parseStoreAddress(address);
  return parsed.engine === "sqlite" ? await isFilled(parsed.path) : await hasServiceTable(parsed.url);
}

async function isFilled(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 0;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

async function hasServiceTable(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, application_name: "taizhang" });
  // A connection that breaks is told by the query.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ readonly there: boolean }>(
      "select to_regclass('service') is not null as there",
    );
    return rows[0]?.there === true;
  } finally {
    await client.end();
  }
}
