import type { Kysely } from "kysely";
import type { Duty } from "#core/access/actor.ts";
import type { AccountKind, AccountRecord, AccountTerm } from "#service/ports/records.ts";
import type { AccountReads, AccountWrites } from "#service/ports/accounts.ts";
import type { Vault } from "#service/ports/vault.ts";
import { parseAuditEntry } from "../chain/audit-chain.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";

const KINDS: readonly AccountKind[] = ["unit", "person", "duty"];
const DUTIES: readonly Duty[] = ["system-administration", "security-administration", "audit"];
const TERMS: readonly AccountTerm["kind"][] = ["long-term", "short-term", "temporary"];
/** A2: a new password differs from the last five. */
const PASSWORDS_KEPT = 5;
export const NAME_INDEX = "account.name";

type Reads = Pick<
  AccountReads,
  | "byName"
  | "byId"
  | "byIds"
  | "ofUnits"
  | "ofPersons"
  | "nameTaken"
  | "temporaryEndedBefore"
  | "passwordHistory"
  | "signInsOf"
>;
type Writes = Pick<AccountWrites, "saveAccounts" | "deleteAccount" | "addPasswordHistory">;

export function accountReads(db: Kysely<Tables>, { dialect, vault }: StoreContext): Reads {
  const among = async (column: string, values: readonly string[]): Promise<readonly AccountRecord[]> => {
    const rows = await db
      .selectFrom("account")
      .select(columnsOf("account"))
      .where(dialect.among(column, values))
      .orderBy("id")
      .execute();
    return rows.map((row) => parseAccount(row, vault));
  };
  return {
    byName: async (name) => (await among("name_index", vault.indexes(NAME_INDEX, name)))[0],
    byId: async (id) => (await among("id", [id]))[0],
    byIds: (ids) => among("id", ids),
    ofUnits: (units) => among("unit_id", units),
    ofPersons: (persons) => among("person_id", persons),
    nameTaken: async (names) => {
      const named = new Map(
        names.flatMap((name) => vault.indexes(NAME_INDEX, name).map((index) => [index, name] as const)),
      );
      const rows = await db
        .selectFrom("account")
        .select("name_index")
        .where(dialect.among("name_index", [...named.keys()]))
        .execute();
      const taken = new Set(rows.map((row) => named.get(String(row.name_index))));
      return names.filter((name) => taken.has(name));
    },
    temporaryEndedBefore: async (day) => {
      const temporary = db.selectFrom("account").select(columnsOf("account")).where("term_kind", "=", "temporary");
      return (await temporary.where("term_to", "<", day).orderBy("id").execute()).map((row) =>
        parseAccount(row, vault),
      );
    },
    passwordHistory: async (id) => {
      const rows = db.selectFrom("password_history").select("hash").where("account_id", "=", id).orderBy("at", "desc");
      return (await rows.limit(PASSWORDS_KEPT).execute()).map((row) =>
        new RowReader("password_history", row, []).text("hash"),
      );
    },
    signInsOf: async (id, most) => {
      const own = db.selectFrom("audit_entry").select(columnsOf("audit_entry")).where("action", "=", "sign-in");
      const rows = await own
        .where((is) => is.or([is("account_id", "=", id), is("record", "=", `account:${id}`)]))
        .orderBy("number", "desc")
        .limit(most)
        .execute();
      return rows.map(parseAuditEntry);
    },
  };
}

export function accountWrites(db: Kysely<Tables>, { dialect, vault }: StoreContext): Writes {
  return {
    saveAccounts: async (accounts) => {
      await putRows(db, dialect, {
        table: "account",
        rows: accounts.map((account) => accountRow(account, vault)),
        existing: "replace",
      });
    },
    deleteAccount: async (id) => {
      await db.deleteFrom("account").where("id", "=", id).execute();
    },
    addPasswordHistory: async (id, hash, at) => {
      await putRows(db, dialect, { table: "password_history", rows: [{ account_id: id, at, hash }], existing: "keep" });
      const kept = db
        .selectFrom("password_history")
        .select("at")
        .where("account_id", "=", id)
        .orderBy("at", "desc")
        .limit(PASSWORDS_KEPT);
      await db.deleteFrom("password_history").where("account_id", "=", id).where("at", "not in", kept).execute();
    },
  };
}

function parseAccount(row: object, vault: Vault): AccountRecord {
  const reader = new RowReader("account", row, ["id"]);
  const id = reader.text<AccountRecord["id"]>("id");
  const { name } = vault.open(
    { table: "account", key: id },
    { dataKey: reader.text("data_key"), fields: { name: reader.text("name") } },
  );
  return {
    id,
    kind: reader.oneOf("kind", KINDS),
    name: name ?? reader.broken("name", "is empty"),
    unitId: reader.textOrNull("unit_id"),
    personId: reader.textOrNull("person_id"),
    duty: reader.oneOfOrNull("duty", DUTIES),
    permission: reader.oneOf("permission", ["read-write", "read-only"]),
    state: reader.oneOf("state", ["active", "disabled"]),
    term: {
      kind: reader.oneOf("term_kind", TERMS),
      from: reader.textOrNull("term_from"),
      to: reader.textOrNull("term_to"),
    },
    holder: reader.text("holder"),
    passwordHash: reader.text("password_hash"),
    passwordSetAt: reader.text("password_set_at"),
    firstPasswordUntil: reader.textOrNull("first_password_until"),
    madeBy: reader.textOrNull("made_by"),
    generation: reader.whole("generation"),
  };
}

function accountRow(account: AccountRecord, vault: Vault): RowOf<"account"> {
  const { id, kind, duty, permission, state, term, holder, generation } = account;
  const sealed = vault.seal({ table: "account", key: id }, { name: account.name });
  return {
    ...{ id, kind, duty, permission, state, holder, generation },
    name: sealed.fields.name,
    name_index: vault.index(NAME_INDEX, account.name),
    data_key: sealed.dataKey,
    unit_id: account.unitId,
    person_id: account.personId,
    term_kind: term.kind,
    term_from: term.from,
    term_to: term.to,
    password_hash: account.passwordHash,
    password_set_at: account.passwordSetAt,
    first_password_until: account.firstPasswordUntil,
    made_by: account.madeBy,
  };
}
