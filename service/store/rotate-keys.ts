import { sql, type Kysely } from "kysely";
import type { Vault } from "#service/ports/vault.ts";
import { blocksOf } from "./rows/copy-tables.ts";
import type { Dialect } from "./dialect.ts";
import { holdAlone } from "./engine/hold-alone.ts";
import { keyCheckWith, readKeyCheck } from "./key-check.ts";
import { openUnguarded } from "./engine/open-engine.ts";
import { putRows } from "./rows/put-rows.ts";
import { NAME_INDEX } from "./repositories/account-repository.ts";
import { ID_NUMBER_INDEX, PHONE_INDEX } from "./rows/person-row.ts";
import type { RowOf, TableName, Tables } from "./tables.ts";

/**
 * Wraps every data key anew with the vault's current key and makes the search indexes again, in one transaction.
 * The ciphertext stays, and with it the audit chain. The key file has the new key before this begins and keeps the old
 * one after it ended, so a crash in between leaves nothing that does not open, and older backups can be restored.
 * @throws StoreProblem "in-use" while a service has the old keys in its memory
 */
export async function rotateKeys(address: string, vault: Vault): Promise<void> {
  await holdAlone(address, async () => {
    const engine = await openUnguarded(address);
    try {
      await engine.write((db) => rewrapAll(db, { dialect: engine.dialect, vault }));
    } finally {
      await engine.close();
    }
  });
}

interface Rewrapping {
  readonly dialect: Dialect;
  readonly vault: Vault;
}

async function rewrapAll(db: Kysely<Tables>, context: Rewrapping): Promise<void> {
  const { vault } = context;
  await readKeyCheck(db, vault);
  await db
    .updateTable("service")
    .set({ key_check: keyCheckWith(vault) })
    .execute();
  await rewrap(db, context, {
    table: "person",
    change: (row) => personIndexes(vault, row),
  });
  await rewrap(db, context, {
    table: "account",
    change: (row) => ({ name_index: indexOf(vault, NAME_INDEX, openField(vault, row, "name")) }),
  });
  await rewrap(db, context, { table: "account_request", change: () => ({}) });
  await rewrap(db, context, { table: "audit_entry", change: () => ({}) });
  // Sealed and indexed under the old keys; the officer imports his file again.
  await sql`delete from people_import where state in ('staging', 'staged')`.execute(db);
  // Nobody knows what their keys were hashed from; failures begin to count anew.
  await sql`delete from lockout`.execute(db);
}

type SealedTable = "person" | "account" | "account_request" | "audit_entry";
type AnyRow = Readonly<Record<string, string | number | null>>;

type SealedRow = AnyRow & { readonly table: string };

interface Change {
  readonly table: SealedTable;
  readonly change: (row: SealedRow) => AnyRow;
}

async function rewrap(db: Kysely<Tables>, { dialect, vault }: Rewrapping, { table, change }: Change): Promise<void> {
  for await (const block of blocksOf(db, table)) {
    const rows = (block as readonly AnyRow[]).flatMap((row) => {
      const dataKey = row["data_key"];
      if (typeof dataKey !== "string") return [];
      return [{ ...row, ...change({ ...row, table }), data_key: vault.rewrap(placeOf(table, row), dataKey) }];
    });
    await putRows(db, dialect, {
      table,
      rows: rows as unknown as readonly RowOf<TableName>[],
      existing: "replace",
    });
  }
}

/** A merged record is not found any more; the one it went into is. */
function personIndexes(vault: Vault, row: SealedRow): AnyRow {
  if (row["merged_into"] !== null) return {};
  return {
    phone_index: indexOf(vault, PHONE_INDEX, openField(vault, row, "phone")),
    id_index: indexOf(vault, ID_NUMBER_INDEX, openField(vault, row, "id_number")),
  };
}

function placeOf(table: string, row: AnyRow): { readonly table: string; readonly key: string } {
  return { table, key: String(row[table === "audit_entry" ? "number" : "id"]) };
}

function openField(vault: Vault, row: SealedRow, field: string): string | null {
  const sealed = {
    dataKey: String(row["data_key"]),
    fields: { [field]: row[field] === null ? null : String(row[field]) },
  };
  return vault.open(placeOf(row.table, row), sealed)[field] ?? null;
}

function indexOf(vault: Vault, purpose: string, value: string | null): string | null {
  return value === null ? null : vault.index(purpose, value);
}
