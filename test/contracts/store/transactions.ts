import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { toId, type AccountId, type LedgerId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";
import { openStore } from "#service/store/open-store.ts";
import { StoreProblem } from "#service/store/store-problem.ts";
import { aHistoryRecord, anAuditEntry, anItemRecord, aPersonRecord, AT } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";

const account = toId<AccountId>("acc_1");
const LED_1 = toId<LedgerId>("led_1");

export function describeTransactions(opened: Opened): void {
  describe("transactions", () => {
    before(() => saveSmallWorld(opened().store));

    it("a write that throws leaves nothing behind: no row, no claim, no audit entry", async () => {
      const { store } = opened();
      const head = await store.read((tx) => tx.audit.head());
      await assert.rejects(
        store.write(async (tx) => {
          await tx.ledgers.saveItems([anItemRecord({ item: "gone" })]);
          await tx.ledgers.addHistory([aHistoryRecord({ record: "gone" })]);
          await tx.pushes.claim(account, "gone", "hash", AT);
          tx.record(anAuditEntry());
          throw new Error("changed my mind");
        }),
        /changed my mind/,
      );
      await store.read(async (tx) => {
        assert.deepEqual(await tx.ledgers.items(LED_1), []);
        assert.deepEqual(await tx.ledgers.history("gone"), []);
        assert.deepEqual(await tx.audit.head(), head);
      });
      assert.deepEqual(await store.write((tx) => tx.pushes.claim(account, "gone", "hash", AT)), { state: "new" });
    });

    it("a write sees its own changes; a read sees one moment only", async () => {
      const { store } = opened();
      await store.read(async (tx) => {
        assert.equal((await tx.organisation.persons([aPersonRecord().id]))[0]?.name, "王建国");
        await store.write(async (writing) => {
          await writing.organisation.savePersons([aPersonRecord({ name: "王建华" })]);
          assert.equal((await writing.organisation.person(aPersonRecord().id))?.name, "王建华");
        });
        assert.equal((await tx.organisation.person(aPersonRecord().id))?.name, "王建国");
      });
      assert.equal((await store.read((tx) => tx.organisation.person(aPersonRecord().id)))?.name, "王建华");
    });

    it("W3 a push is answered once: the retry gets the stored answer, another body is told apart", async () => {
      const { store } = opened();
      await store.write(async (tx) => {
        assert.deepEqual(await tx.pushes.claim(account, "key", "hash", AT), { state: "new" });
        await tx.pushes.answer(account, "key", `{"accepted":1}`);
      });
      await store.write(async (tx) => {
        assert.deepEqual(await tx.pushes.claim(account, "key", "hash", AT), {
          state: "answered",
          answer: `{"accepted":1}`,
        });
        assert.deepEqual(await tx.pushes.claim(account, "key", "other", AT), { state: "other-body" });
        assert.deepEqual(await tx.pushes.claim(toId<AccountId>("acc_2"), "key", "other", AT), { state: "new" });
      });
    });

    it("W3 two simultaneous retries: one works, the other waits and gets its answer", async () => {
      const { store } = opened();
      let worked = 0;
      const push = (): Promise<string> =>
        store.write(async (tx) => {
          const claim = await tx.pushes.claim(account, "twice", "hash", AT);
          if (claim.state === "answered") return claim.answer;
          worked += 1;
          await new Promise((resolve) => setTimeout(resolve, 50));
          await tx.pushes.answer(account, "twice", "the answer");
          return "worked";
        });
      const answers = await Promise.all([push(), push(), push()]);
      assert.deepEqual(answers.toSorted(), ["the answer", "the answer", "worked"]);
      assert.equal(worked, 1);
    });

    it("W3 a retry works again when the first attempt failed", async () => {
      const { store } = opened();
      let claimed = (): void => undefined;
      const claim = new Promise<void>((resolve) => (claimed = resolve));
      const failing = store.write(async (tx) => {
        await tx.pushes.claim(account, "failed", "hash", AT);
        claimed();
        await new Promise((resolve) => setTimeout(resolve, 30));
        throw new Error("broke off");
      });
      await claim;
      const retry = store.write((tx) => tx.pushes.claim(account, "failed", "hash", AT));
      await assert.rejects(failing, /broke off/);
      assert.deepEqual(await retry, { state: "new" });
    });

    it("forgets old pushes", async () => {
      const { store } = opened();
      await store.write((tx) => tx.pushes.claim(account, "old", "hash", "2020-01-01T00:00:00.000Z" as Instant));
      await store.write((tx) => tx.pushes.forgetBefore("2020-01-02T00:00:00.000Z" as Instant));
      assert.deepEqual(await store.write((tx) => tx.pushes.claim(account, "old", "hash", AT)), { state: "new" });
    });

    it("can be opened twice at once, and closing waits for what is under way", async () => {
      const { address, vault, anchor } = opened();
      const [one, two] = await Promise.all([
        openStore(address, { vault, anchor }),
        openStore(address, { vault, anchor }),
      ]);
      let finished = false;
      const slow = one.write(async (tx) => {
        await tx.organisation.savePersons([aPersonRecord({ name: "慢" })]);
        await new Promise((resolve) => setTimeout(resolve, 50));
        finished = true;
      });
      await one.close();
      assert.equal(finished, true);
      await slow;
      assert.equal((await two.read((tx) => tx.organisation.person(aPersonRecord().id)))?.name, "慢");
      await two.close();
    });

    it("rejects reads and writes after close, and closing twice is no error", async () => {
      const { address, vault, anchor } = opened();
      const store = await openStore(address, { vault, anchor });
      await Promise.all([store.close(), store.close()]);
      const isClosed = (error: unknown): boolean => error instanceof StoreProblem && error.code === "closed";
      await assert.rejects(
        store.read((tx) => tx.audit.head()),
        isClosed,
      );
      await assert.rejects(
        store.write((tx) => tx.audit.head()),
        isClosed,
      );
      await assert.rejects(store.verifyChain(), isClosed);
    });
  });
}
