/**
 * A push of 500 edits through the store, against the statements themselves: the same rows, history and audit entries, by
 * the driver alone. Run: npm run bench, or npx mocha --ignore "" test/bench/store.bench.ts. Limits as the issue sets them; ratios
 * within one run, so a slow or busy machine does not matter.
 */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, it } from "mocha";
import { Client } from "pg";
import { toId, type LedgerId } from "#core/kernel/ids.ts";
import { openVault } from "#service/crypto/open-vault.ts";
import type { Store } from "#service/ports/store.ts";
import { fileAnchor } from "#service/store/chain-anchor.ts";
import { openStore } from "#service/store/open-store.ts";
import { aHistoryRecord, anAuditEntry, anItemRecord } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import { freshDatabase } from "#test/environment/postgres.ts";
import { median } from "./median.ts";

const EDITS = 500;
const ROUNDS = 15;
const MOST_TIMES_RAW = 3;
const ITEMS = 60;
const MOST_TIMES_BARE_READ = 5;
const LED_1 = toId<LedgerId>("led_1");

const AUDIT_FIELDS = JSON.stringify(
  anAuditEntry({
    fields: Array.from({ length: EDITS }, (_, index) => ({ field: `q${index}.score`, old: "7", new: "7.5" })),
  }).fields,
);

async function pushThroughStore(store: Store, revision: number): Promise<void> {
  await store.write(async (tx) => {
    const written = await tx.ledgers.saveItems(
      Array.from({ length: EDITS }, (_, index) => anItemRecord({ item: `q${index}`, revision })),
    );
    assert.equal(written.size, EDITS);
    await tx.ledgers.addHistory(
      Array.from({ length: EDITS }, (_, index) => aHistoryRecord({ record: `ledger:led_1/q${index}`, revision })),
    );
    tx.record(
      anAuditEntry({
        fields: Array.from({ length: EDITS }, (_, index) => ({ field: `q${index}.score`, old: "7", new: "7.5" })),
      }),
    );
  });
}

const SAVE_ITEM = `insert into item (ledger_id, item, state, score, evidence, challenges, revision) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (ledger_id, item) do update set state = excluded.state, score = excluded.score, evidence = excluded.evidence,
  challenges = excluded.challenges, revision = excluded.revision where item.revision = excluded.revision - 1 returning item`;
const ADD_HISTORY = `insert into history (record, field, revision, action, value, at, account_id, who, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const ADD_AUDIT = `insert into audit_entry (number, at, account_id, from_address, action, record, outcome, why, fields, previous_hash, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** SQLite takes "$1" for a name. */
function unnumbered(statement: string): string {
  return statement.replaceAll(/\$\d+/g, "?");
}

type Values = readonly (string | number | null)[];

function itemValues(index: number, revision: number): Values {
  const { state, score, challenges } = anItemRecord({ item: `raw${index}` });
  return ["led_1", `raw${index}`, JSON.stringify(state), score, state.evidence, challenges, revision];
}

function historyValues(index: number, revision: number): Values {
  const { field, action, value, at, accountId, who, reason } = aHistoryRecord();
  return [`ledger:led_1/raw${index}`, field, revision, action, value, at, accountId, who, reason];
}

/** Far from the numbers of the store's own chain. */
function auditValues(revision: number): Values {
  const { at, accountId, from, action, record, outcome, why } = anAuditEntry();
  return [
    1_000_000 + revision,
    at,
    accountId,
    from,
    action,
    record,
    outcome,
    why,
    AUDIT_FIELDS,
    "0".repeat(64),
    "0".repeat(64),
  ];
}

async function timed(rounds: number, work: (revision: number) => Promise<void> | void): Promise<number> {
  const times: number[] = [];
  for (let revision = 1; revision <= rounds; revision += 1) {
    const start = performance.now();
    await work(revision);
    times.push(performance.now() - start);
  }
  return median(times);
}

function report(what: string, figures: Readonly<Record<string, number>>): void {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100]),
  );
  process.stdout.write(`${JSON.stringify({ what, ...rounded })}\n`);
}

describe("the store against raw statements", function () {
  this.timeout(300_000);
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  });
  after(async () => await rm(folder, { recursive: true, force: true }));

  async function open(address: string, name: string): Promise<Store> {
    const vault = await openVault(folder);
    const store = await openStore(address, { vault, anchor: fileAnchor(join(folder, name), vault) });
    await saveSmallWorld(store);
    return store;
  }

  it(`SQLite: a push of ${EDITS} edits within ${MOST_TIMES_RAW} times`, async () => {
    const path = join(folder, "bench.db");
    const store = await open(`sqlite:${path}`, "sqlite-anchor");
    const raw = new DatabaseSync(path);
    raw.exec("pragma synchronous = full; pragma foreign_keys = on");
    const [saveItem, addHistory, addAudit] = [
      raw.prepare(unnumbered(SAVE_ITEM)),
      raw.prepare(unnumbered(ADD_HISTORY)),
      raw.prepare(unnumbered(ADD_AUDIT)),
    ];
    const rawTime = await timed(ROUNDS, (revision) => {
      raw.exec("begin immediate");
      for (let index = 0; index < EDITS; index += 1) {
        assert.equal(saveItem.all(...itemValues(index, revision)).length, 1);
        addHistory.run(...historyValues(index, revision));
      }
      addAudit.run(...auditValues(revision));
      raw.exec("commit");
    });
    raw.exec("delete from audit_entry where number > 1000000");
    const storeTime = await timed(ROUNDS, (revision) => pushThroughStore(store, revision));
    raw.close();
    report("push of 500 edits, SQLite", { rawMs: rawTime, storeMs: storeTime, ratio: storeTime / rawTime });
    assert.ok(storeTime <= MOST_TIMES_RAW * rawTime);
    assert.equal((await store.verifyChain()).code, "intact");
    await store.close();
  });

  it(`PostgreSQL: a push of ${EDITS} edits within ${MOST_TIMES_RAW} times`, async () => {
    const address = await freshDatabase();
    const store = await open(address, "postgres-anchor");
    const raw = new Client({ connectionString: address });
    await raw.connect();
    const rawTime = await timed(ROUNDS, async (revision) => {
      await raw.query("begin");
      for (let index = 0; index < EDITS; index += 1) {
        await raw.query({ name: "item", text: SAVE_ITEM, values: [...itemValues(index, revision)] });
        await raw.query({ name: "history", text: ADD_HISTORY, values: [...historyValues(index, revision)] });
      }
      await raw.query({ name: "audit", text: ADD_AUDIT, values: [...auditValues(revision)] });
      await raw.query("commit");
    });
    await raw.query("delete from audit_entry where number > 1000000");
    await raw.end();
    const storeTime = await timed(ROUNDS, (revision) => pushThroughStore(store, revision));
    report("push of 500 edits, PostgreSQL", { rawMs: rawTime, storeMs: storeTime, ratio: storeTime / rawTime });
    assert.ok(storeTime <= MOST_TIMES_RAW * rawTime);
    await store.close();
  });

  it(`SQLite: reading a ledger of ${ITEMS} items within ${MOST_TIMES_BARE_READ} times`, async () => {
    const path = join(folder, "read.db");
    const store = await open(`sqlite:${path}`, "read-anchor");
    await store.write((tx) =>
      tx.ledgers.saveItems(Array.from({ length: ITEMS }, (_, index) => anItemRecord({ item: `q${index}` }))),
    );
    const raw = new DatabaseSync(path, { readOnly: true });
    const select = raw.prepare(
      "select ledger_id, item, state, score, evidence, challenges, revision from item where ledger_id = ? order by item",
    );
    const rawTime = await timed(200, () => assert.equal(select.all("led_1").length, ITEMS));
    const read = async (): Promise<void> => {
      assert.equal((await store.read((tx) => tx.ledgers.items(LED_1))).length, ITEMS);
    };
    // A service has answered this before.
    await timed(300, read);
    const storeTime = await timed(200, read);
    raw.close();
    report("read of 60 items, SQLite", { rawMs: rawTime, storeMs: storeTime, ratio: storeTime / rawTime });
    assert.ok(storeTime <= MOST_TIMES_BARE_READ * rawTime);
    await store.close();
  });
});
