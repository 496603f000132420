import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { toId, type AccountId, type LedgerId } from "#core/kernel/ids.ts";
import { openStore } from "#service/store/open-store.ts";
import { aLedgerRecord, anAccountRecord, anAuditEntry, anItemRecord } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";

const LED_1 = toId<LedgerId>("led_1");
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function describeWriters(opened: Opened): void {
  describe("several writers", () => {
    before(() => saveSmallWorld(opened().store));

    it("W3 two writers on the same item from the same revision: exactly one wins", async () => {
      const { store, address, vault, anchor } = opened();
      const second = await openStore(address, { vault, anchor });
      for (let round = 1; round <= 10; round += 1) {
        const written = await Promise.all(
          [store, second].map((one, index) =>
            one.write((tx) =>
              tx.ledgers.saveItems([anItemRecord({ item: "same", revision: round, score: String(index) })]),
            ),
          ),
        );
        assert.equal(written.filter((keys) => keys.has(anItemRecord({ item: "same" }).state.key)).length, 1);
      }
      await second.close();
      assert.equal((await store.read((tx) => tx.ledgers.items(LED_1)))[0]?.revision, 10);
    });

    it("the loser reads the winner's value within its own transaction", async () => {
      const { store } = opened();
      const push = (score: string): Promise<string> =>
        store.write(async (tx) => {
          const written = await tx.ledgers.saveItems([anItemRecord({ item: "race", score })]);
          await pause(20);
          const stored = (await tx.ledgers.items(LED_1)).find(({ state }) => String(state.key) === "race");
          return `${score} ${written.size === 1 ? "won" : "lost to"} ${String(stored?.score)}`;
        });
      const outcomes = (await Promise.all([push("1"), push("2")])).toSorted();
      assert.ok(["1 won 1,2 lost to 1", "1 lost to 2,2 won 2"].includes(outcomes.join()), outcomes.join());
    });

    it("writers that touch the same rows in opposite order both get through", async () => {
      const { store } = opened();
      const names = ["x", "y"].map((name) => anItemRecord({ item: name }));
      await store.write((tx) => tx.ledgers.saveItems(names));
      let revision = 1;
      const cross = (order: readonly string[], delay: number): Promise<void> =>
        store.write(async (tx) => {
          const rows = await tx.ledgers.items(LED_1);
          for (const name of order) {
            revision = rows.find(({ state }) => String(state.key) === name)?.revision ?? 0;
            await tx.ledgers.saveItems([anItemRecord({ item: name, revision: revision + 1 })]);
            await pause(delay);
          }
        });
      await Promise.all([cross(["x", "y"], 30), cross(["y", "x"], 30)]);
    });

    it("L3 of two who create the same ledger at once one gets it, the other is told, and nobody fails", async () => {
      const { store } = opened();
      const create = (id: string): Promise<boolean> =>
        store.write(async (tx) => {
          const made = await tx.ledgers.insertLedger(aLedgerRecord({ id: toId<LedgerId>(id), year: 2030 }));
          await pause(20);
          return made;
        });
      assert.deepEqual((await Promise.all([create("led_x"), create("led_y"), create("led_z")])).toSorted(), [
        false,
        false,
        true,
      ]);
    });

    it("A1 of two who take the same free name at once one gets it, the other sees it taken", async () => {
      const { store } = opened();
      const take = (id: string): Promise<string> =>
        store.write(async (tx) => {
          if ((await tx.accounts.nameTaken(["fresh"])).length > 0) return "taken";
          await pause(20);
          await tx.accounts.saveAccounts([anAccountRecord({ id: toId<AccountId>(id), name: "fresh" })]);
          return "got it";
        });
      assert.deepEqual((await Promise.all([take("acc_x"), take("acc_y")])).toSorted(), ["got it", "taken"]);
    });

    it("L2 a score that arrives while its empty ledger is being deleted: one of the two happens, not both", async () => {
      const { store } = opened();
      const id = toId<LedgerId>("led_del");
      await store.write((tx) => tx.ledgers.insertLedger(aLedgerRecord({ id, year: 2031 })));
      const deleting = store.write(async (tx) => {
        if ((await tx.ledgers.items(id)).length > 0) return "not empty";
        await pause(20);
        await tx.ledgers.deleteLedger(id);
        return "deleted";
      });
      const scoring = store.write(async (tx) => {
        if (!(await tx.ledgers.byId(id))) return "no ledger";
        await pause(10);
        await tx.ledgers.saveItems([anItemRecord({ ledgerId: "led_del" })]);
        return "scored";
      });
      const outcome = (await Promise.all([deleting, scoring])).join();
      assert.ok(["deleted,no ledger", "not empty,scored"].includes(outcome), outcome);
    });

    it("A15 50 parallel writes leave a chain without gaps that verifies", async function () {
      this.timeout(240_000);
      const { store } = opened();
      const { number: before } = await store.read((tx) => tx.audit.head());
      const writes = Array.from({ length: 50 }, (_, index) =>
        store.write(async (tx) => {
          await tx.ledgers.saveItems([anItemRecord({ item: `p${index}` })]);
          tx.record(anAuditEntry({ why: `${index} first` }));
          tx.record(anAuditEntry({ why: `${index} second` }));
          if (index % 10 === 9) throw new Error("rolled back");
        }),
      );
      const outcomes = await Promise.allSettled(writes);
      assert.equal(outcomes.filter(({ status }) => status === "rejected").length, 5);
      const entries = await store.read((tx) => tx.audit.entries({ most: 1000 }));
      const numbers = entries.map(({ number }) => number).filter((number) => number > before);
      assert.deepEqual(
        numbers.toReversed(),
        Array.from({ length: 90 }, (_, index) => before + 1 + index),
      );
      const verdict = await store.verifyChain();
      assert.deepEqual([verdict.code, "entries" in verdict && verdict.entries], ["intact", before + 90]);
    });
  });
}
