import assert from "node:assert/strict";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, it } from "mocha";
import { toId, type AccountId } from "#core/kernel/ids.ts";
import type { ChainHead, ChainVerdict } from "#service/ports/audit.ts";
import { openEngine } from "#service/store/engine/open-engine.ts";
import { openStore } from "#service/store/open-store.ts";
import { anAuditEntry } from "#test/builders/records.ts";
import type { Opened, OpenedStore } from "./opened-store.ts";

/** Somebody with access to the database, who goes past the store. */
async function tamper({ address }: OpenedStore, ...statements: readonly string[]): Promise<void> {
  const engine = await openEngine(address);
  try {
    await engine.write(async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    });
  } finally {
    await engine.close();
  }
}

const AS_IT_WAS = "create table kept_entry as select * from audit_entry";
const RESTORED = [
  "delete from audit_entry",
  "insert into audit_entry select * from kept_entry",
  "drop table kept_entry",
];

export function describeAudit(opened: Opened): void {
  describe("the audit chain", () => {
    let head: ChainHead;
    beforeEach(async () => {
      const { store } = opened();
      await store.write(async (tx) => {
        for (let entry = 0; entry < 5; entry += 1) tx.record(anAuditEntry({ why: `entry ${entry}` }));
      });
      assert.equal((await store.verifyChain()).code, "intact");
      head = await store.read((tx) => tx.audit.head());
    });

    it("A15 gives entries back as they were, numbered and linked, newest first", async () => {
      await opened().store.read(async (tx) => {
        const [last, before] = await tx.audit.entries({ most: 2 });
        assert.ok(last && before);
        const { number, previousHash, hash, ...entry } = last;
        assert.deepEqual(entry, anAuditEntry({ why: "entry 4" }));
        assert.deepEqual([number, hash], [head.number, head.hash]);
        assert.equal(previousHash, before.hash);
        assert.deepEqual(
          (await tx.audit.entries({ most: 2, from: 2 })).map((one) => one.number),
          [2, 1],
        );
        assert.deepEqual(await tx.audit.entries({ most: 2, record: "ledger:none" }), []);
        assert.deepEqual(await tx.audit.entries({ most: 2, accountId: toId<AccountId>("acc_9") }), []);
      });
    });

    it("A12 shows of a sensitive value only that there was one", async () => {
      const { store } = opened();
      await store.write(async (tx) =>
        tx.record(
          anAuditEntry({
            fields: [
              { field: "phone", old: null, new: "13912345678", sensitive: true },
              { field: "holder", old: "李梅", new: "王建国" },
            ],
          }),
        ),
      );
      const [entry] = await store.read((tx) => tx.audit.entries({ most: 1 }));
      assert.deepEqual(entry?.fields, [
        { field: "phone", old: null, new: "***", sensitive: true },
        { field: "holder", old: "李梅", new: "王建国" },
      ]);
      assert.equal((await store.verifyChain()).code, "intact");
    });

    describe("shows what was done to it:", () => {
      beforeEach(() => tamper(opened(), AS_IT_WAS));
      afterEach(async () => {
        const headRow = `update chain_head set number = ${head.number}, hash = '${head.hash}'`;
        await tamper(opened(), ...RESTORED, headRow);
        await opened().anchor.replace(head);
        assert.equal((await opened().store.verifyChain()).code, "intact");
      });

      const cases: readonly (readonly [what: string, statements: readonly string[], verdict: () => ChainVerdict])[] = [
        [
          "a changed reason",
          ["update audit_entry set why = 'other' where number = 3"],
          () => ({ code: "broken", at: 3, what: "hash" }),
        ],
        [
          "a changed account",
          ["update audit_entry set account_id = null where number = 3"],
          () => ({ code: "broken", at: 3, what: "hash" }),
        ],
        [
          "changed fields",
          ["update audit_entry set fields = '[]' where number = 3"],
          () => ({ code: "broken", at: 3, what: "hash" }),
        ],
        [
          "an entry removed from the middle",
          ["delete from audit_entry where number = 3"],
          () => ({ code: "broken", at: 3, what: "gap" }),
        ],
        [
          "the first entry removed",
          ["delete from audit_entry where number = 1"],
          () => ({ code: "broken", at: 1, what: "gap" }),
        ],
        [
          "two entries swapped",
          [
            "update audit_entry set number = -3 where number = 3",
            "update audit_entry set number = 3 where number = 4",
            "update audit_entry set number = 4 where number = -3",
          ],
          () => ({ code: "broken", at: 3, what: "link" }),
        ],
        [
          "a gap closed by renumbering",
          ["delete from audit_entry where number = 3", "update audit_entry set number = number - 1 where number = 4"],
          () => ({ code: "broken", at: 3, what: "link" }),
        ],
        [
          "a cut tail",
          ["delete from audit_entry where number > 3"],
          () => ({ code: "cut", entries: 3, anchored: head.number }),
        ],
        [
          "a cut tail with the head moved back",
          [
            "delete from audit_entry where number > 3",
            "update chain_head set number = 3, hash = (select hash from audit_entry where number = 3)",
          ],
          () => ({ code: "cut", entries: 3, anchored: head.number }),
        ],
        [
          "everything removed",
          ["delete from audit_entry", `update chain_head set number = 0, hash = '${"0".repeat(64)}'`],
          () => ({ code: "cut", entries: 0, anchored: head.number }),
        ],
      ];
      for (const [what, statements, verdict] of cases) {
        it(`A15 ${what}`, async () => {
          await tamper(opened(), ...statements);
          assert.deepEqual(await opened().store.verifyChain(), verdict());
        });
      }

      it("A15 a tail that was cut and grew again beyond the anchor", async () => {
        const { store } = opened();
        await tamper(
          opened(),
          "delete from audit_entry where number > 3",
          "update chain_head set number = 3, hash = (select hash from audit_entry where number = 3)",
        );
        await store.write(async (tx) => {
          for (let entry = 0; entry < head.number; entry += 1) tx.record(anAuditEntry({ why: "instead" }));
        });
        assert.deepEqual(await store.verifyChain(), { code: "anchor-mismatch", at: head.number });
      });
    });

    it("A15 an anchor of another chain, a forged one, none at all", async () => {
      const { store, anchor } = opened();
      await anchor.replace({ number: 2, hash: "f".repeat(64) });
      assert.deepEqual(await store.verifyChain(), { code: "anchor-mismatch", at: 2 });
      await anchor.replace(head);
    });

    it("A15 a missing anchor is not made good in silence, not by new entries and not by a restart", async () => {
      const { store, address, vault } = opened();
      const lost = {
        begin: async () => undefined,
        read: async () => undefined,
        replace: async () => assert.fail("the trace is wiped out"),
      };
      const other = await openStore(address, { vault, anchor: lost });
      await other.write(async (tx) => tx.record(anAuditEntry()));
      assert.equal((await other.verifyChain()).code, "anchor-missing");
      await other.close();
      assert.equal((await store.verifyChain()).code, "intact");
    });
  });
}
