import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "kysely";
import { after, before, beforeEach, describe, it } from "mocha";
import { toInstant } from "#core/kernel/instant.ts";
import { toId, type AccountId, type EvidenceId, type LedgerId, type PersonId } from "#core/kernel/ids.ts";
import { openVault } from "#service/crypto/open-vault.ts";
import { localEvidenceFiles } from "#service/evidence/local-evidence-files.ts";
import type { ChainAnchor } from "#service/ports/chain-anchor.ts";
import type { Store } from "#service/ports/store.ts";
import type { Vault } from "#service/ports/vault.ts";
import { backupDatabase } from "#service/store/backup/backup-database.ts";
import { restoreDatabase, type Restored } from "#service/store/backup/restore-database.ts";
import { fileAnchor } from "#service/store/chain-anchor.ts";
import { openEngine } from "#service/store/engine/open-engine.ts";
import { openStore } from "#service/store/open-store.ts";
import { StoreProblem } from "#service/store/store-problem.ts";
import { evidenceBytes } from "#test/builders/evidence-bytes.ts";
import { aHistoryRecord, anAuditEntry, anEvidenceRecord, anItemRecord, aPersonRecord } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import { freshDatabase } from "#test/environment/postgres.ts";

const run = promisify(execFile);
const clock = { now: () => toInstant(Date.now()) };
const LED_1 = toId<LedgerId>("led_1");

/** A service's data folder: database, evidence, keys, anchor. */
interface Installation {
  readonly folder: string;
  readonly address: string;
  readonly evidenceFolder: string;
  readonly vault: Vault;
  readonly anchor: ChainAnchor;
}

async function using<T>(here: Installation, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(here.address, here);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function restore(file: string, here: Installation): Promise<Restored> {
  return await restoreDatabase(file, { ...here, clock });
}

let root = "";
let backupFile = "";
before(async () => {
  root = await mkdtemp(join(tmpdir(), "taizhang-backup-"));
});
after(async () => await rm(root, { recursive: true, force: true }));

async function install(name: string, address: string, keys = "keys"): Promise<Installation> {
  const folder = join(root, name);
  await mkdir(folder, { recursive: true });
  const vault = await openVault(join(root, keys));
  return {
    folder,
    address,
    vault,
    evidenceFolder: join(folder, "evidence"),
    anchor: fileAnchor(join(folder, "anchor"), vault),
  };
}

const onSqlite = (name: string, keys?: string): Promise<Installation> =>
  install(name, `sqlite:${join(root, name, "taizhang.db")}`, keys);

async function fill(here: Installation): Promise<string> {
  const files = await localEvidenceFiles({ folder: here.evidenceFolder, clock });
  const content = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.concat([evidenceBytes.pdf(), Buffer.alloc(100_000, "x")]);
  };
  const received = await files.receive({ fileName: "会议.pdf", content: content(), mostBytes: 1_000_000 });
  assert.ok(received.ok);
  const { storedAs, bytes, sha256 } = received.value;
  await using(here, async (store) => {
    await saveSmallWorld(store);
    await store.write(async (tx) => {
      await tx.evidence.insert(anEvidenceRecord({ storedAs, bytes, sha256 }));
      await tx.ledgers.saveItems(Array.from({ length: 30 }, (_, index) => anItemRecord({ item: `q${index}` })));
      await tx.ledgers.addHistory([aHistoryRecord(), aHistoryRecord({ revision: 2 })]);
      tx.record(anAuditEntry({ fields: [{ field: "phone", old: null, new: "13912345678", sensitive: true }] }));
    });
  });
  return storedAs;
}

async function contents(store: Store): Promise<unknown> {
  return await store.read(async (tx) => ({
    units: await tx.organisation.units(),
    revision: await tx.organisation.revision(),
    serviceId: await tx.organisation.serviceId(),
    person: await tx.organisation.personsByPhone("13912345678"),
    account: await tx.accounts.byName("jgdzz"),
    items: await tx.ledgers.items(LED_1),
    history: await tx.ledgers.history("ledger:led_1/q1"),
    evidence: await tx.evidence.byId(toId<EvidenceId>("evi_1")),
    audit: (await tx.audit.entries({ most: 100 })).filter(({ action }) => action !== "restore"),
  }));
}

const hasProblem =
  (code: string) =>
  (error: unknown): boolean =>
    error instanceof StoreProblem && error.code === code;
const engines: readonly (readonly [string, () => Promise<string>])[] = [
  ["SQLite", async () => `sqlite:${join(root, String(Math.random()), "taizhang.db")}`],
  ["PostgreSQL", () => freshDatabase()],
];

describe("backup and restore", function () {
  this.timeout(240_000);

  for (const [fromName, from] of engines) {
    for (const [toName, to] of engines) {
      it(`brings everything from ${fromName} to ${toName}, while the first goes on working`, async () => {
        const source = await install(`from-${fromName}-${toName}`, await from());
        const storedAs = await fill(source);
        const file = join(root, `${fromName}-${toName}.backup`);
        const running = await openStore(source.address, source);
        const before = await contents(running);
        const [manifest] = await Promise.all([
          backupDatabase(source.address, { ...source, file, clock }),
          running.write((tx) => tx.organisation.savePersons([aPersonRecord({ id: toId<PersonId>("per_9") })])),
        ]);
        await running.close();
        assert.deepEqual(manifest.missing, []);

        const target = await install(`to-${fromName}-${toName}`, await to());
        const restored = await restore(file, target);
        assert.deepEqual(restored.missingEvidence, []);
        await using(target, async (store) => {
          assert.deepEqual(await contents(store), before);
          assert.equal((await store.verifyChain()).code, "intact");
          const [entry] = await store.read((tx) => tx.audit.entries({ most: 1 }));
          assert.deepEqual([entry?.action, entry?.why], ["restore", `backup of ${manifest.madeAt}`]);
          // Numbering goes on behind what was copied.
          await store.write((tx) => tx.ledgers.addHistory([aHistoryRecord({ revision: 3 })]));
          assert.equal((await store.read((tx) => tx.ledgers.history("ledger:led_1/q1")))[0]?.revision, 3);
        });
        const files = await localEvidenceFiles({ folder: target.evidenceFolder, clock });
        const bytes: Uint8Array[] = [];
        for await (const chunk of files.open(storedAs)) bytes.push(chunk);
        assert.equal(Buffer.concat(bytes).length, evidenceBytes.pdf().length + 100_000);
      });
    }
  }

  describe("of one SQLite service", () => {
    let source: Installation;
    before(async () => {
      source = await onSqlite("source");
      await fill(source);
      backupFile = join(root, "source.backup");
      await backupDatabase(source.address, { ...source, file: backupFile, clock });
    });
    let target: Installation;
    let round = 0;
    beforeEach(async () => {
      target = await onSqlite(`target-${(round += 1)}`);
      await using(target, (store) => store.write(async (tx) => tx.record(anAuditEntry({ why: "before the restore" }))));
    });

    it("is a tar that anybody can unpack, readable by its owner only, with no phone number in it", async () => {
      const { stdout } = await run("tar", ["-tf", backupFile]);
      assert.match(stdout, /^database\.sqlite\nevidence\/[0-9a-f]{32}\nmanifest\.json\n$/);
      assert.ok(!(await readFile(backupFile)).includes("13912345678"));
      assert.deepEqual(
        (await readdir(root)).filter((name) => name.startsWith(".source")),
        [],
      );
    });

    it("keeps the old database aside, with the anchored head in the audit", async () => {
      const before = await using(target, (store) => store.read((tx) => tx.audit.head()));
      const { keptAside } = await restore(backupFile, target);
      assert.ok(keptAside);
      const aside = await openStore(`sqlite:${keptAside}`, {
        ...target,
        anchor: fileAnchor(join(root, "aside-anchor"), target.vault),
      });
      assert.equal((await aside.read((tx) => tx.audit.entries({ most: 1 })))[0]?.why, "before the restore");
      await aside.close();
      await using(target, async (store) => {
        const [entry] = await store.read((tx) => tx.audit.entries({ most: 1 }));
        assert.equal(entry?.fields[0]?.old, `${before.number} ${before.hash}`);
        assert.equal((await store.verifyChain()).code, "intact");
      });
    });

    it("is refused while somebody has the database open, and changes nothing then", async () => {
      await using(target, async (store) => {
        await assert.rejects(restore(backupFile, target), hasProblem("in-use"));
        assert.equal((await store.read((tx) => tx.audit.entries({ most: 1 })))[0]?.why, "before the restore");
      });
    });

    it("is refused when a byte is different, the end is missing, or it is no backup at all", async () => {
      const whole = await readFile(backupFile);
      const flipped = Buffer.from(whole);
      const at = whole.indexOf("%PDF") + 50_000;
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const relisted = Buffer.from(whole.toString("latin1").replace(/madeAt\\":\\"2/, 'madeAt\\":\\"3'), "latin1");
      const cases: readonly (readonly [Buffer, string])[] = [
        [flipped, "backup-damaged"],
        [whole.subarray(0, whole.length / 2), "backup-damaged"],
        [whole.subarray(0, 512), "backup-damaged"],
        [Buffer.from("this is no backup".repeat(100)), "backup-damaged"],
        [Buffer.alloc(0), "backup-damaged"],
        [relisted, "wrong-key"],
      ];
      for (const [bytes, code] of cases) {
        const file = join(root, "damaged.backup");
        await writeFile(file, bytes);
        await assert.rejects(restore(file, target), hasProblem(code));
        await rm(file);
      }
      await using(target, async (store) => assert.equal((await store.verifyChain()).code, "intact"));
      assert.deepEqual(
        (await readdir(target.folder)).filter((name) => name.startsWith(".restore")),
        [],
      );
    });

    it("is refused with other keys", async () => {
      const stranger = await onSqlite("stranger", "other-keys");
      await assert.rejects(restore(backupFile, stranger), hasProblem("wrong-key"));
    });

    it("is refused when its own chain is broken", async () => {
      const tampered = await onSqlite("tampered");
      await fill(tampered);
      const engine = await openEngine(tampered.address);
      await engine.write((db) => sql`update audit_entry set why = 'other'`.execute(db));
      await engine.close();
      const file = join(root, "tampered.backup");
      await backupDatabase(tampered.address, { ...tampered, file, clock });
      await assert.rejects(restore(file, target), hasProblem("chain-broken"));
    });

    it("names evidence whose bytes were gone", async () => {
      const poor = await onSqlite("poor");
      const storedAs = await fill(poor);
      await rm(poor.evidenceFolder, { recursive: true });
      const file = join(root, "poor.backup");
      assert.deepEqual((await backupDatabase(poor.address, { ...poor, file, clock })).missing, [storedAs]);
      assert.deepEqual((await restore(file, target)).missingEvidence, [storedAs]);
    });

    it("replaces a database that is broken, and keeps it as it is", async () => {
      await writeFile(join(target.folder, "taizhang.db"), "no database any more");
      const { keptAside } = await restore(backupFile, target);
      assert.equal(await readFile(keptAside ?? "", "utf8"), "no database any more");
      await using(target, async (store) =>
        assert.ok(await store.read((tx) => tx.accounts.byId(toId<AccountId>("acc_1")))),
      );
    });
  });

  it("is refused from a newer program", async () => {
    const newer = await onSqlite("newer");
    await using(newer, saveSmallWorld);
    const engine = await openEngine(newer.address);
    await engine.write((db) =>
      sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(db),
    );
    await engine.close();
    await assert.rejects(openStore(newer.address, newer), hasProblem("newer-database"));
    await assert.rejects(
      backupDatabase(newer.address, { ...newer, file: join(root, "newer.backup"), clock }),
      hasProblem("newer-database"),
    );
  });
});
