import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { toId, type AccountId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import { anAccountRecord, anAuditEntry, aRequestRecord, aSessionRecord, AT } from "#test/builders/records.ts";
import { saveSmallWorld } from "#test/builders/record-world.ts";
import type { Opened } from "./opened-store.ts";

const account = (id: string): AccountId => toId<AccountId>(id);
const unit = (id: string): UnitId => toId<UnitId>(id);
const later = (minute: number): Instant => `2026-11-21T09:${String(minute).padStart(2, "0")}:00.000Z` as Instant;

export function describeAccounts(opened: Opened): void {
  describe("accounts", () => {
    const secretary = anAccountRecord({
      id: account("acc_2"),
      kind: "person",
      name: "13800001111",
      unitId: null,
      personId: toId<PersonId>("per_2"),
    });
    before(async () => {
      await saveSmallWorld(opened().store);
      await opened().store.write((tx) => tx.accounts.saveAccounts([secretary]));
    });

    it("A1 finds an account by its whole name, by id, by unit and by person", async () => {
      await opened().store.read(async (tx) => {
        assert.deepEqual(await tx.accounts.byName("13800001111"), secretary);
        assert.equal(await tx.accounts.byName("1380000111"), undefined);
        assert.deepEqual(await tx.accounts.byId(account("acc_2")), secretary);
        assert.equal(await tx.accounts.byId(account("nobody")), undefined);
        assert.deepEqual(
          (await tx.accounts.byIds([account("acc_2"), account("acc_1")])).map(({ id }) => id),
          ["acc_1", "acc_2"],
        );
        assert.deepEqual(
          (await tx.accounts.ofUnits([unit("unit_b1"), unit("unit_b2")])).map(({ id }) => id),
          ["acc_1"],
        );
        assert.deepEqual(
          (await tx.accounts.ofPersons([toId<PersonId>("per_2")])).map(({ id }) => id),
          ["acc_2"],
        );
        assert.deepEqual(await tx.accounts.nameTaken(["jgdzz", "jgdzz2", "13800001111"]), ["jgdzz", "13800001111"]);
        assert.deepEqual(await tx.accounts.nameTaken([]), []);
      });
    });

    it("keeps every field of an account, of each kind", async () => {
      const duty = anAccountRecord({
        id: account("acc_3"),
        kind: "duty",
        name: "审计",
        unitId: null,
        duty: "audit",
        permission: "read-only",
        state: "disabled",
        term: { kind: "short-term", from: "2026-01-01" as Day, to: "2026-12-31" as Day },
        firstPasswordUntil: later(1),
        madeBy: account("acc_1"),
        generation: 7,
      });
      await opened().store.write((tx) => tx.accounts.saveAccounts([duty]));
      assert.deepEqual(await opened().store.read((tx) => tx.accounts.byName("审计")), duty);
    });

    it("A5 finds temporary accounts whose last day has passed", async () => {
      const ending = (id: string, kind: "temporary" | "short-term", to: string) =>
        anAccountRecord({ id: account(id), name: id, term: { kind, from: null, to: to as Day } });
      const { store } = opened();
      await store.write((tx) =>
        tx.accounts.saveAccounts([
          ending("t1", "temporary", "2026-05-31"),
          ending("t2", "temporary", "2026-06-01"),
          ending("t3", "short-term", "2026-05-01"),
        ]),
      );
      assert.deepEqual(
        (await store.read((tx) => tx.accounts.temporaryEndedBefore("2026-06-01" as Day))).map(({ id }) => id),
        ["t1"],
      );
    });

    it("refuses a second account of the same name, in one step and in two", async () => {
      const { store } = opened();
      const twin = anAccountRecord({ id: account("acc_twin"), name: "jgdzz" });
      await assert.rejects(
        store.write((tx) => tx.accounts.saveAccounts([twin])),
        /unique/i,
      );
    });

    it("A2 keeps the hashes of the last five passwords, newest first", async () => {
      const { store } = opened();
      for (let round = 1; round <= 7; round += 1) {
        await store.write((tx) => tx.accounts.addPasswordHistory(account("acc_1"), `hash ${round}`, later(round)));
      }
      assert.deepEqual(await store.read((tx) => tx.accounts.passwordHistory(account("acc_1"))), [
        "hash 7",
        "hash 6",
        "hash 5",
        "hash 4",
        "hash 3",
      ]);
      assert.deepEqual(await store.read((tx) => tx.accounts.passwordHistory(account("acc_2"))), []);
    });

    it("A7 finds a session by its token's hash, moves its last use, ends it", async () => {
      const { store } = opened();
      await store.write(async (tx) => {
        await tx.accounts.saveSession(aSessionRecord());
        await tx.accounts.saveSession(aSessionRecord({ tokenHash: "hash_2", id: "ses_2", actingPostId: "pos_1" }));
        await tx.accounts.touchSession("hash_1", later(30));
      });
      assert.deepEqual(
        await store.read((tx) => tx.accounts.sessionByTokenHash("hash_1")),
        aSessionRecord({ lastSeenAt: later(30) }),
      );
      assert.equal((await store.read((tx) => tx.accounts.sessionsOf(account("acc_1")))).length, 2);
      await store.write((tx) => tx.accounts.endSession("hash_1"));
      assert.equal(await store.read((tx) => tx.accounts.sessionByTokenHash("hash_1")), undefined);
      await store.write((tx) => tx.accounts.endSessionsOf(account("acc_1")));
      assert.deepEqual(await store.read((tx) => tx.accounts.sessionsOf(account("acc_1"))), []);
    });

    it("deletes an account with its sessions and passwords", async () => {
      const { store } = opened();
      const gone = account("acc_gone");
      await store.write(async (tx) => {
        await tx.accounts.saveAccounts([anAccountRecord({ id: gone, name: "gone" })]);
        await tx.accounts.saveSession(aSessionRecord({ tokenHash: "hash_g", id: "ses_g", accountId: gone }));
        await tx.accounts.addPasswordHistory(gone, "hash", AT);
        await tx.accounts.deleteAccount(gone);
        assert.equal(await tx.accounts.byId(gone), undefined);
        assert.equal(await tx.accounts.sessionByTokenHash("hash_g"), undefined);
      });
    });

    it("A8 keeps failures and locks per key", async () => {
      const { store } = opened();
      const lockout = { key: "account:13800001111", failures: [later(1), later(2)], lockedUntil: later(17), rounds: 2 };
      await store.write((tx) => tx.accounts.saveLockout(lockout));
      assert.deepEqual(await store.read((tx) => tx.accounts.lockout(lockout.key)), lockout);
      await store.write((tx) => tx.accounts.saveLockout({ ...lockout, failures: [], lockedUntil: null }));
      assert.deepEqual(await store.read((tx) => tx.accounts.lockout(lockout.key)), {
        ...lockout,
        failures: [],
        lockedUntil: null,
      });
      await store.write((tx) => tx.accounts.clearLockout(lockout.key));
      assert.equal(await store.read((tx) => tx.accounts.lockout(lockout.key)), undefined);
    });

    it("A4 keeps requests and lists them by unit and state", async () => {
      const { store } = opened();
      const approved = aRequestRecord({
        id: "req_2",
        unitId: unit("unit_b2"),
        requestedAt: later(1),
        state: "approved",
        decidedBy: account("acc_2"),
        decidedAt: later(5),
        remark: "同意",
      });
      await store.write(async (tx) => {
        await tx.accounts.saveRequest(aRequestRecord());
        await tx.accounts.saveRequest(approved);
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.accounts.request("req_2"), approved);
        assert.equal(await tx.accounts.request("req_9"), undefined);
        const units = [unit("unit_b1"), unit("unit_b2")];
        assert.deepEqual(
          (await tx.accounts.requests({ unitIds: units })).map(({ id }) => id),
          ["req_1", "req_2"],
        );
        assert.deepEqual(
          (await tx.accounts.requests({ unitIds: units, state: "open" })).map(({ id }) => id),
          ["req_1"],
        );
        assert.deepEqual(await tx.accounts.requests({ unitIds: [] }), []);
      });
    });

    it("A3 lists an account's sign-ins, newest first, refused ones too", async () => {
      const { store } = opened();
      await store.write(async (tx) => {
        const signIn = { action: "sign-in", record: "account:acc_2", fields: [] };
        tx.record(anAuditEntry({ ...signIn, accountId: null, outcome: "refused", why: "wrong-password" }));
        tx.record(anAuditEntry({ ...signIn, accountId: account("acc_2") }));
        tx.record(anAuditEntry({ ...signIn, record: "account:acc_1", accountId: account("acc_1") }));
        tx.record(anAuditEntry({ accountId: account("acc_2") }));
      });
      const outcomes = async (most: number) =>
        (await store.read((tx) => tx.accounts.signInsOf(account("acc_2"), most))).map(({ outcome }) => outcome);
      assert.deepEqual(await outcomes(10), ["done", "refused"]);
      assert.deepEqual(await outcomes(1), ["done"]);
    });
  });
}
