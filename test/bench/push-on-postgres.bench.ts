/**
 * A hundred clients pushing at once on PostgreSQL, against the same pushes one after the other: no lost update, no error,
 * at least half the serial throughput, and the slowest hundredth within twice the median.
 */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "mocha";
import { toId, type AccountId, type LedgerId } from "#core/kernel/ids.ts";
import { openVault } from "#service/crypto/open-vault.ts";
import type { Store } from "#service/ports/store.ts";
import { fileAnchor } from "#service/store/chain-anchor.ts";
import { openStore } from "#service/store/open-store.ts";
import { aHistoryRecord, aLedgerRecord, anAuditEntry, anItemRecord, AT } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import { freshDatabase } from "#test/environment/postgres.ts";
import { median, percentile } from "./median.ts";

const CLIENTS = 100;
const PUSHES_EACH = 20;
const LEDGERS = 25;
const account = toId<AccountId>("acc_1");

/** One edit by one client on an item he shares with another: read, write from what was read, history, audit, answer. */
async function push(store: Store, client: number, round: string): Promise<boolean> {
  const id = `led_c${client % LEDGERS}`;
  const item = `q${Math.floor(client / 50)}`;
  return await store.write(async (tx) => {
    const claim = await tx.pushes.claim(account, `${client}-${round}`, "hash", AT);
    assert.equal(claim.state, "new");
    const stored = (await tx.ledgers.items(toId<LedgerId>(id))).find(({ state }) => String(state.key) === item);
    const revision = (stored?.revision ?? 0) + 1;
    const written = await tx.ledgers.saveItems([anItemRecord({ ledgerId: id, item, revision })]);
    if (written.size === 1) await tx.ledgers.addHistory([aHistoryRecord({ record: `${id}/${item}`, revision })]);
    tx.record(anAuditEntry({ record: id, outcome: written.size === 1 ? "done" : "refused" }));
    await tx.pushes.answer(account, `${client}-${round}`, "{}");
    return written.size === 1;
  });
}

describe("a hundred clients on PostgreSQL", function () {
  this.timeout(600_000);

  it("lose nothing, fail never, and keep at least half the serial throughput", async () => {
    const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
    const vault = await openVault(folder);
    const store = await openStore(await freshDatabase(), { vault, anchor: fileAnchor(join(folder, "anchor"), vault) });
    await saveSmallWorld(store);
    await store.write(async (tx) => {
      for (let index = 0; index < LEDGERS; index += 1)
        await tx.ledgers.insertLedger(aLedgerRecord({ id: toId<LedgerId>(`led_c${index}`), year: 1900 + index }));
    });
    let accepted = 0;
    for (let warm = 0; warm < 200; warm += 1) if (await push(store, warm % CLIENTS, `warm${warm}`)) accepted += 1;

    const serialStart = performance.now();
    for (let index = 0; index < CLIENTS * 5; index += 1)
      if (await push(store, index % CLIENTS, `serial${index}`)) accepted += 1;
    const serialPerSecond = (CLIENTS * 5 * 1000) / (performance.now() - serialStart);

    const times: number[] = [];
    const parallelStart = performance.now();
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        for (let index = 0; index < PUSHES_EACH; index += 1) {
          const start = performance.now();
          if (await push(store, client, `parallel${index}`)) accepted += 1;
          times.push(performance.now() - start);
        }
      }),
    );
    const parallelPerSecond = (CLIENTS * PUSHES_EACH * 1000) / (performance.now() - parallelStart);

    // Every accepted push raised one revision by one, so none was overwritten.
    const revisions = await store.read(async (tx) => {
      let sum = 0;
      for (let index = 0; index < LEDGERS; index += 1)
        for (const { revision } of await tx.ledgers.items(toId<LedgerId>(`led_c${index}`))) sum += revision;
      return sum;
    });
    const figures = {
      serialPerSecond,
      parallelPerSecond,
      p50: median(times),
      p99: percentile(times, 0.99),
      refused: 200 + CLIENTS * (5 + PUSHES_EACH) - accepted,
    };
    process.stdout.write(
      `${JSON.stringify(Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10])))}\n`,
    );
    assert.equal(revisions, accepted);
    assert.equal((await store.verifyChain()).code, "intact");
    assert.ok(parallelPerSecond >= serialPerSecond / 2);
    assert.ok(figures.p99 <= 2 * figures.p50, `p99 ${figures.p99} ms, p50 ${figures.p50} ms`);
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
});
