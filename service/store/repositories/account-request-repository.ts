import type { Kysely } from "kysely";
import type { AccountRequestRecord } from "#service/ports/records.ts";
import type { AccountReads, AccountWrites } from "#service/ports/accounts.ts";
import type { Vault } from "#service/ports/vault.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";

const STATES: readonly AccountRequestRecord["state"][] = ["open", "approved", "refused"];

/** The written application holds a contact, that is a phone: all of it is sealed. */
export function accountRequestReads(
  db: Kysely<Tables>,
  { dialect, vault }: StoreContext,
): Pick<AccountReads, "requests" | "request"> {
  return {
    requests: async ({ unitIds, state }) => {
      const ofUnits = db
        .selectFrom("account_request")
        .select(columnsOf("account_request"))
        .where(dialect.among("unit_id", unitIds));
      const rows = state === undefined ? ofUnits : ofUnits.where("state", "=", state);
      return (await rows.orderBy("requested_at").orderBy("id").execute()).map((row) => parseRequest(row, vault));
    },
    request: async (id) => {
      const row = await db
        .selectFrom("account_request")
        .select(columnsOf("account_request"))
        .where("id", "=", id)
        .executeTakeFirst();
      return row && parseRequest(row, vault);
    },
  };
}

export function accountRequestWrites(
  db: Kysely<Tables>,
  { dialect, vault }: StoreContext,
): Pick<AccountWrites, "saveRequest"> {
  return {
    saveRequest: async (request) => {
      await putRows(db, dialect, { table: "account_request", rows: [requestRow(request, vault)], existing: "replace" });
    },
  };
}

function parseRequest(row: object, vault: Vault): AccountRequestRecord {
  const reader = new RowReader("account_request", row, ["id"]);
  const id = reader.text("id");
  const sealed = { dataKey: reader.text("data_key"), fields: { content: reader.text("content") } };
  return {
    id,
    kind: reader.text("kind"),
    content: vault.open({ table: "account_request", key: id }, sealed).content ?? reader.broken("content", "is empty"),
    unitId: reader.text("unit_id"),
    requestedBy: reader.text("requested_by"),
    requestedAt: reader.text("requested_at"),
    state: reader.oneOf("state", STATES),
    decidedBy: reader.textOrNull("decided_by"),
    decidedAt: reader.textOrNull("decided_at"),
    remark: reader.text("remark"),
  };
}

function requestRow(request: AccountRequestRecord, vault: Vault): RowOf<"account_request"> {
  const { id, kind, state, remark } = request;
  const sealed = vault.seal({ table: "account_request", key: id }, { content: request.content });
  return {
    ...{ id, kind, state, remark },
    content: sealed.fields.content,
    data_key: sealed.dataKey,
    unit_id: request.unitId,
    requested_by: request.requestedBy,
    requested_at: request.requestedAt,
    decided_by: request.decidedBy,
    decided_at: request.decidedAt,
  };
}
