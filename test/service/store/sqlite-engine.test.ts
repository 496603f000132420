import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, it } from "mocha";
import { openVault } from "#service/crypto/open-vault.ts";
import type { Store } from "#service/ports/store.ts";
import type { Vault } from "#service/ports/vault.ts";
import { fileAnchor } from "#service/store/chain-anchor.ts";
import { openEngine } from "#service/store/engine/open-engine.ts";
import { lockAlone, lockShared } from "#service/store/engine/presence-lock.ts";
import { openStore } from "#service/store/open-store.ts";
import { parseStoreAddress } from "#service/store/store-address.ts";
import { StoreProblem } from "#service/store/store-problem.ts";
import { aHistoryRecord, anAuditEntry, aPersonRecord } from "#test/builders/records.ts";

let folder = "";
let address = "";
let vault: Vault;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "taizhang-sqlite-"));
  address = `sqlite:${join(folder, "data", "a.db")}`;
  vault = await openVault(folder);
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

const open = (): Promise<Store> => openStore(address, { vault, anchor: fileAnchor(join(folder, "anchor"), vault) });

describe("SQLite as a store", () => {
  it("runs with a journal beside it, syncs every commit and checks foreign keys", async () => {
    const engine = await openEngine(address);
    const pragma = async (name: string): Promise<unknown> => {
      const { rows } = await engine.write((db) =>
        sql.raw<Readonly<Record<string, unknown>>>(`pragma ${name}`).execute(db),
      );
      return Object.values(rows[0] ?? {})[0];
    };
    assert.deepEqual(
      [await pragma("journal_mode"), await pragma("synchronous"), await pragma("foreign_keys")],
      ["wal", 2, 1],
    );
    await engine.close();
  });

  it("leaves one whole file when it is closed", async () => {
    await (await open()).close();
    assert.deepEqual((await readdir(join(folder, "data"))).toSorted(), ["a.db", "a.db.lock"]);
  });

  it("waits its turn while another process writes, and keeps answering reads meanwhile", async () => {
    const store = await open();
    const other = new DatabaseSync(join(folder, "data", "a.db"));
    other.exec("begin immediate");
    let written = false;
    const writing = store.write((tx) => tx.organisation.savePersons([aPersonRecord()])).then(() => (written = true));
    for (let round = 0; round < 10; round += 1) {
      await wait(20);
      await store.read((tx) => tx.organisation.units());
    }
    assert.equal(written, false);
    other.exec("commit");
    other.close();
    await writing;
    await store.close();
  });

  it("a full disk refuses the write with its own reason, keeps nothing of it, and the store goes on", async () => {
    const engine = await openEngine(address);
    const count = async (): Promise<unknown> =>
      await engine.read(async (db) => (await db.selectFrom("history").select("id").execute()).length);
    const fill = async (): Promise<void> =>
      await engine.write(async (db) => {
        const pages = await sql<{ readonly page_count: number }>`pragma page_count`.execute(db);
        await sql.raw(`pragma max_page_count = ${(pages.rows[0]?.page_count ?? 0) + 2}`).execute(db);
        for (let row = 0; row < 200; row += 1) {
          await db
            .insertInto("history")
            .values({ ...historyRow, id: row + 1 })
            .execute();
        }
      });
    const { accountId, ...rest } = aHistoryRecord({ value: "x".repeat(2000) });
    const historyRow = { ...rest, account_id: accountId };
    await assert.rejects(fill(), /database or disk is full/);
    assert.equal(await count(), 0);
    await engine.write(async (db) => {
      await sql`pragma max_page_count = 1000000`.execute(db);
      await db
        .insertInto("history")
        .values({ ...historyRow, id: 1 })
        .execute();
    });
    assert.equal(await count(), 1);
    await engine.close();
  });

  it("tells who has it open: shared by many, alone by one, gone with its holder", async () => {
    const path = join(folder, "a.lock");
    const [one, two] = [lockShared(path), lockShared(path)];
    assert.ok(one && two);
    assert.equal(lockAlone(path), undefined);
    await one.release();
    assert.equal(lockAlone(path), undefined);
    await two.release();
    const alone = lockAlone(path);
    assert.ok(alone);
    assert.equal(lockShared(path), undefined);
    await alone.release();
    await lockShared(path)?.release();
  });

  it("is not opened while it is being replaced", async () => {
    await (await open()).close();
    const alone = lockAlone(join(folder, "data", "a.db.lock"));
    await assert.rejects(open(), (error) => error instanceof StoreProblem && error.code === "being-restored");
    await alone?.release();
  });

  it("A15 copies the chain's head to its anchor within a second, without being closed", async () => {
    const store = await open();
    const anchor = fileAnchor(join(folder, "anchor"), vault);
    await store.write(async (tx) => tx.record(anAuditEntry()));
    const head = await store.read((tx) => tx.audit.head());
    await wait(900);
    assert.deepEqual(await anchor.read(), head);
    assert.doesNotMatch(await readFile(join(folder, "anchor"), "utf8"), /undefined/);
    await store.close();
  });

  it("knows its addresses", () => {
    assert.deepEqual(parseStoreAddress("sqlite:/a b/c.db"), { engine: "sqlite", path: "/a b/c.db" });
    assert.deepEqual(parseStoreAddress("postgresql://h/d"), { engine: "postgres", url: "postgresql://h/d" });
    for (const wrong of ["", "sqlite:", "mysql://user:secret@h/d", "/a.db"]) {
      const refused = (error: unknown): boolean =>
        error instanceof StoreProblem && error.code === "address-unknown" && !error.message.includes("secret");
      assert.throws(() => parseStoreAddress(wrong), refused);
    }
  });
});
