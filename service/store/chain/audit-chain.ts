import { createHash } from "node:crypto";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { AuditEntry, AuditField, ChainHead, StoredAuditEntry } from "#service/ports/audit.ts";
import type { PlainFields, Vault } from "#service/ports/vault.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { StoreContext } from "../store-context.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { RowOf, Tables } from "../tables.ts";

/** Where every chain begins. */
export const CHAIN_START: ChainHead = { number: 0, hash: "0".repeat(64) };
/** What a reader of the audit sees of a sensitive value: that there was one (A12). */
export const SEALED_VALUE = "***";

export type AuditRow = RowOf<"audit_entry">;

/**
 * Appends the entries of one transaction, as its last step: on PostgreSQL everybody waits at the head, so it is locked
 * for as short as can be. @returns the new head.
 */
export async function appendToChain(
  db: Kysely<Tables>,
  { dialect, vault }: StoreContext,
  entries: readonly AuditEntry[],
): Promise<ChainHead> {
  let head = await headOf(db, dialect.forUpdate);
  const written: AuditRow[] = [];
  for (const entry of entries) {
    const row = chained(entry, head, vault);
    written.push(row);
    head = { number: row.number ?? 0, hash: row.hash ?? "" };
  }
  await putRows(db, dialect, { table: "audit_entry", rows: written, existing: "refuse" });
  await db.updateTable("chain_head").set(head).where("id", "=", 1).execute();
  return head;
}

export async function headOf(db: Kysely<Tables>, lock: RawBuilder<unknown> = sql``): Promise<ChainHead> {
  const { rows } = await sql<object>`select number, hash from chain_head where id = 1${lock}`.execute(db);
  const reader = new RowReader("chain_head", rows[0] ?? {}, []);
  return { number: reader.whole("number"), hash: reader.text("hash") };
}

/** SHA-256 over the hash before and the canonical entry. Sensitive values count as ciphertext; their wrapped key does not count, so keys can be rotated. */
export function hashOf(row: Omit<AuditRow, "hash">): string {
  const { data_key: _rewrapped, previous_hash: previous, ...entry } = row;
  return createHash("sha256")
    .update(previous ?? "")
    .update("\n")
    .update(canonicalJson(entry))
    .digest("hex");
}

function chained(entry: AuditEntry, head: ChainHead, vault: Vault): AuditRow {
  const number = head.number + 1;
  const { dataKey, fields } = sealFields(entry.fields, number, vault);
  const row = {
    number,
    at: entry.at,
    account_id: entry.accountId,
    from_address: entry.from,
    action: entry.action,
    record: entry.record,
    outcome: entry.outcome,
    why: entry.why,
    fields: JSON.stringify(fields),
    data_key: dataKey,
    previous_hash: head.hash,
  };
  return { ...row, hash: hashOf(row) };
}

function sealFields(
  fields: readonly AuditField[],
  number: number,
  vault: Vault,
): { readonly dataKey: string | null; readonly fields: readonly AuditField[] } {
  if (!fields.some(({ sensitive }) => sensitive)) return { dataKey: null, fields };
  const plain: PlainFields<string> = Object.fromEntries(
    fields.flatMap((field, index) =>
      field.sensitive
        ? [
            [`${index} old`, field.old],
            [`${index} new`, field.new],
          ]
        : [],
    ),
  );
  const sealed = vault.seal({ table: "audit_entry", key: String(number) }, plain);
  return {
    dataKey: sealed.dataKey,
    fields: fields.map((field, index) =>
      field.sensitive
        ? { ...field, old: sealed.fields[`${index} old`] ?? null, new: sealed.fields[`${index} new`] ?? null }
        : field,
    ),
  };
}

export function parseAuditEntry(row: object): StoredAuditEntry {
  const reader = new RowReader("audit_entry", row, ["number"]);
  return {
    number: reader.whole("number"),
    at: reader.text("at"),
    accountId: reader.textOrNull("account_id"),
    from: reader.text("from_address"),
    action: reader.text("action"),
    record: reader.text("record"),
    outcome: reader.oneOf("outcome", ["done", "refused"]),
    why: reader.text("why"),
    fields: reader.json("fields", areFields).map(hidden),
    previousHash: reader.text("previous_hash"),
    hash: reader.text("hash"),
  };
}

function hidden(field: AuditField): AuditField {
  if (!field.sensitive) return field;
  const mark = (value: string | null): string | null => (value === null ? null : SEALED_VALUE);
  return { ...field, old: mark(field.old), new: mark(field.new) };
}

function areFields(value: unknown): value is readonly AuditField[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one: unknown) => typeof one === "object" && one !== null && "field" in one && "old" in one && "new" in one,
    )
  );
}
