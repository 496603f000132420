import type { Kysely } from "kysely";
import type { Instant } from "#core/kernel/instant.ts";
import type { SessionRecord } from "#service/ports/records.ts";
import type { AccountReads, AccountWrites, Lockout } from "#service/ports/accounts.ts";
import { putRows } from "../rows/put-rows.ts";
import { RowReader } from "../rows/row-reader.ts";
import type { StoreContext } from "../store-context.ts";
import { columnsOf, type RowOf, type Tables } from "../tables.ts";

/** Lockout keys may hold an account name, which may be a phone number (A12). */
const LOCKOUT_INDEX = "lockout.key";

type Reads = Pick<AccountReads, "sessionByTokenHash" | "sessionsOf" | "lockout">;
type Writes = Pick<
  AccountWrites,
  "saveSession" | "touchSession" | "endSession" | "endSessionsOf" | "holdLockouts" | "saveLockout" | "clearLockout"
>;

export function sessionReads(db: Kysely<Tables>, { dialect, vault }: StoreContext): Reads {
  return {
    sessionByTokenHash: async (hash) => {
      const row = await db
        .selectFrom("session")
        .select(columnsOf("session"))
        .where("token_hash", "=", hash)
        .executeTakeFirst();
      return row && parseSession(row);
    },
    sessionsOf: async (id) => {
      const rows = db.selectFrom("session").select(columnsOf("session")).where("account_id", "=", id);
      return (await rows.orderBy("started_at").orderBy("id").execute()).map(parseSession);
    },
    lockout: async (key) => {
      const keys = vault.indexes(LOCKOUT_INDEX, key);
      const row = await db
        .selectFrom("lockout")
        .select(columnsOf("lockout"))
        .where(dialect.among("key_index", keys))
        .executeTakeFirst();
      return row && parseLockout(row, key);
    },
  };
}

export function sessionWrites(db: Kysely<Tables>, { dialect, vault }: StoreContext): Writes {
  return {
    saveSession: async (session) => {
      await putRows(db, dialect, { table: "session", rows: [sessionRow(session)], existing: "replace" });
    },
    touchSession: async (tokenHash, at) => {
      await db.updateTable("session").set({ last_seen_at: at }).where("token_hash", "=", tokenHash).execute();
    },
    endSession: async (tokenHash) => {
      await db.deleteFrom("session").where("token_hash", "=", tokenHash).execute();
    },
    endSessionsOf: async (id) => {
      await db.deleteFrom("session").where("account_id", "=", id).execute();
    },
    // In one order for everybody, so that two who hold several never wait for each other.
    holdLockouts: async (keys) => {
      const names = keys.map((key) => vault.index(LOCKOUT_INDEX, key)).toSorted();
      for (const name of names) await dialect.hold(db, name);
    },
    saveLockout: async ({ key, failures, lockedUntil, rounds }) => {
      const row = {
        key_index: vault.index(LOCKOUT_INDEX, key),
        failures: JSON.stringify(failures),
        locked_until: lockedUntil,
        rounds,
      };
      await putRows(db, dialect, { table: "lockout", rows: [row], existing: "replace" });
    },
    clearLockout: async (key) => {
      await db
        .deleteFrom("lockout")
        .where(dialect.among("key_index", vault.indexes(LOCKOUT_INDEX, key)))
        .execute();
    },
  };
}

function parseSession(row: object): SessionRecord {
  const reader = new RowReader("session", row, ["id"]);
  return {
    tokenHash: reader.text("token_hash"),
    id: reader.text("id"),
    accountId: reader.text("account_id"),
    generation: reader.whole("generation"),
    actingPostId: reader.textOrNull("acting_post_id"),
    startedAt: reader.text("started_at"),
    lastSeenAt: reader.text("last_seen_at"),
    from: reader.text("from_address"),
  };
}

function sessionRow(session: SessionRecord): RowOf<"session"> {
  return {
    token_hash: session.tokenHash,
    id: session.id,
    account_id: session.accountId,
    generation: session.generation,
    acting_post_id: session.actingPostId,
    started_at: session.startedAt,
    last_seen_at: session.lastSeenAt,
    from_address: session.from,
  };
}

function parseLockout(row: object, key: string): Lockout {
  const reader = new RowReader("lockout", row, ["key_index"]);
  return {
    key,
    failures: reader.json("failures", areInstants),
    lockedUntil: reader.textOrNull("locked_until"),
    rounds: reader.whole("rounds"),
  };
}

function areInstants(value: unknown): value is readonly Instant[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
