import { sql, type Kysely } from "kysely";
import type { Vault } from "#service/ports/vault.ts";
import { RowReader } from "./rows/row-reader.ts";
import { StoreProblem } from "./store-problem.ts";
import type { Tables } from "./tables.ts";

const PLACE = { table: "service", key: "1" };

/** A known text, sealed: whoever opens it has the right keys. */
export function keyCheckWith(vault: Vault): string {
  const { dataKey, fields } = vault.seal(PLACE, { check: "the keys fit" });
  return JSON.stringify([dataKey, fields.check]);
}

/** @throws StoreProblem "wrong-key" */
export async function readKeyCheck(db: Kysely<Tables>, vault: Vault): Promise<void> {
  const { rows } = await sql<object>`select key_check from service`.execute(db);
  const [dataKey, check] = new RowReader("service", rows[0] ?? {}, []).json("key_check", isPair);
  try {
    vault.open(PLACE, { dataKey, fields: { check } });
  } catch (cause) {
    throw new StoreProblem("wrong-key", "the keys do not belong to this database", { cause });
  }
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "string");
}
