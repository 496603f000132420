import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { OUTBOX_KEY } from "#addin/outbox/outbox-file.ts";
import type { Outbox } from "#addin/outbox/outbox.ts";
import { UNREACHABLE, type ClientRefusal } from "#addin/service-client/client-refusal.ts";
import { ANNA, BORIS, Door, edit, LEDGER, queue, statuses } from "./door.ts";

const DAY = 86_400_000;

describe("the outbox of a desk", () => {
  let door: Door;
  let outbox: Outbox;
  beforeEach(() => {
    door = new Door();
    outbox = door.outbox();
    outbox.signIn(ANNA);
  });

  describe("sending", () => {
    it("W5 sends in the order of queueing and keeps the answers until the sheet has seen them", async () => {
      const first = queue(outbox, edit("score", 1), edit("name", "x"));
      const second = queue(outbox, edit("text.task", "y"));
      await outbox.flush();
      assert.deepEqual(door.values, [[1, "x"], ["y"]]);
      assert.deepEqual(statuses(outbox), [
        ["answered", 2, 1],
        ["answered", 1, 1],
      ]);
      assert.deepEqual(
        outbox.answered(LEDGER).map(({ key }) => key),
        [first, second],
      );
      outbox.forget([first, second]);
      assert.deepEqual(outbox.state.entries, []);
    });

    it("W5 an unanswered push is sent again with the same key and body, also by the next program", async () => {
      door.refusal = UNREACHABLE.refusal;
      queue(outbox, edit("score", 1));
      await outbox.flush();
      assert.deepEqual(statuses(outbox), [["waiting", 1, 1]]);
      assert.equal(outbox.state.entries[0]?.lastRefusal?.code, "service-unreachable");
      outbox.close();
      door.refusal = null;
      const next = door.outbox();
      assert.deepEqual(statuses(next), [["waiting", 1, 1]]);
      next.signIn(ANNA);
      await next.flush();
      assert.deepEqual(door.asked[1], door.asked[0]);
      assert.deepEqual(statuses(next), [["answered", 1, 2]]);
    });

    it("W3 a field typed again goes as a later push, on the base that the first one made", async () => {
      door.refusal = UNREACHABLE.refusal;
      queue(outbox, edit("score", 1));
      await outbox.flush();
      queue(outbox, edit("score", 2), edit("name", "n"));
      assert.deepEqual(
        outbox.waitingEdits(LEDGER).map(({ value }) => value),
        [1, 2, "n"],
      );
      door.refusal = null;
      await outbox.flush();
      const [, , last] = door.asked;
      assert.deepEqual(last?.edits, [edit("score", 2, 2), edit("name", "n", 1)]);
    });

    it("W3 two pushes for one field are never on their way at once", async () => {
      let release = (): void => undefined;
      door.hold = new Promise((resolve) => (release = resolve));
      queue(outbox, edit("score", 1));
      const sending = outbox.flush();
      queue(outbox, edit("score", 2));
      void outbox.flush();
      assert.equal(door.asked.length, 1);
      release();
      await sending;
      await outbox.flush();
      assert.deepEqual(door.values, [[1], [2]]);
    });

    it("W5 waits longer after each failure, and not at all when the officer or the line says so", async () => {
      door.refusal = { code: "busy" };
      queue(outbox, edit("score", 1));
      const waits: number[] = [];
      for (let turn = 0; turn < 9; turn += 1) {
        await outbox.flush();
        const [waiting] = door.waits;
        assert.equal(door.waits.length, 1);
        waits.push(waiting?.milliseconds ?? 0);
        assert.equal(outbox.state.nextTryAt, door.now + (waiting?.milliseconds ?? 0));
      }
      assert.deepEqual(
        waits,
        [5, 10, 20, 40, 80, 160, 300, 300, 300].map((seconds) => seconds * 1_000),
      );
      door.refusal = null;
      door.waits[0]?.then();
      await outbox.flush();
      assert.deepEqual([statuses(outbox), door.waits, outbox.state.nextTryAt], [[["answered", 1, 10]], [], null]);
    });

    it("W5 a push so old that the service may have forgotten it is set aside, never sent again", async () => {
      door.refusal = UNREACHABLE.refusal;
      queue(outbox, edit("score", 1));
      await outbox.flush();
      door.now += 46 * DAY;
      door.refusal = null;
      await outbox.flush();
      assert.equal(door.asked.length, 1);
      assert.equal(outbox.state.entries[0]?.setAside?.code, "push-too-old");
    });
  });

  describe("who sends", () => {
    it("A5 only the account that queued it, for the same post; what waits for others stays", async () => {
      door.refusal = UNREACHABLE.refusal;
      queue(outbox, edit("score", 1));
      await outbox.flush();
      door.refusal = null;
      for (const other of [BORIS, { ...ANNA, post: "p2" }, { ...ANNA, service: "other" }]) {
        outbox.signIn(other);
        await outbox.flush();
        assert.deepEqual(
          [door.asked.length, outbox.state.blocked, outbox.state.entries[0]?.isMine],
          [1, "other-sender", false],
        );
      }
      outbox.signIn(null);
      await outbox.flush();
      assert.deepEqual([door.asked.length, outbox.state.blocked], [1, "signed-out"]);
      outbox.signIn(ANNA);
      await outbox.flush();
      assert.equal(door.asked.length, 2);
    });

    it("A5 nobody who is not signed in queues anything", () => {
      outbox.signIn(null);
      assert.deepEqual(outbox.add({ ...LEDGER, title: "", edits: [edit("score", 1)] }), {
        ok: false,
        refusal: { code: "not-signed-in" },
      });
    });

    it("A7 a sign-out may leave nothing of the account on the desk", async () => {
      door.refusal = UNREACHABLE.refusal;
      queue(outbox, edit("score", 1));
      outbox.signIn(BORIS);
      queue(outbox, edit("name", "n"));
      outbox.discardOf("a");
      assert.deepEqual(
        outbox.state.entries.map(({ account }) => account),
        ["boris"],
      );
      assert.doesNotMatch(door.storage.texts.get(OUTBOX_KEY) ?? "", /anna/);
    });

    it("W5 of two panes on a desk one sends, and neither loses what the other queued", async () => {
      const other = door.outbox();
      other.signIn(ANNA);
      let release = (): void => undefined;
      door.hold = new Promise((resolve) => (release = resolve));
      queue(outbox, edit("score", 1));
      const sending = outbox.flush();
      queue(other, edit("name", "n"));
      await other.flush();
      assert.deepEqual([door.asked.length, other.state.blocked], [1, "other-pane"]);
      release();
      await sending;
      assert.deepEqual(door.values, [[1], ["n"]]);
      other.look();
      assert.deepEqual(statuses(other), [
        ["answered", 1, 1],
        ["answered", 1, 1],
      ]);
    });

    it("W5 a pane that died with the lease does not keep the others waiting for ever", async () => {
      door.hold = new Promise(() => undefined);
      queue(outbox, edit("score", 1));
      void outbox.flush();
      const other = door.outbox();
      other.signIn(ANNA);
      door.hold = Promise.resolve();
      await other.flush();
      assert.equal(door.asked.length, 1);
      door.now += 100_000;
      await other.flush();
      assert.deepEqual(door.asked[1], door.asked[0]);
      assert.deepEqual(statuses(other), [["answered", 1, 2]]);
    });
  });

  describe("refusals of the door", () => {
    for (const code of [
      "not-signed-in",
      "session-over",
      "locked-out",
      "password-change-required",
      "account-not-active",
    ] as const) {
      it(`W5 ${code} leaves it waiting for a sign-in`, async () => {
        door.refusal = { code } as ClientRefusal;
        queue(outbox, edit("score", 1));
        queue(outbox, edit("name", "n"));
        await outbox.flush();
        assert.deepEqual(
          [statuses(outbox), outbox.state.blocked],
          [
            [
              ["waiting", 1, 1],
              ["waiting", 1, 0],
            ],
            "signed-out",
          ],
        );
        assert.deepEqual(door.waits, []);
      });
    }

    for (const code of ["not-found", "forbidden", "ledger-voided", "push-key-reused", "bad-request"] as const) {
      it(`W5 ${code} sets it aside with the reason, and the next one goes`, async () => {
        door.refusal = { code } as ClientRefusal;
        const key = queue(outbox, edit("score", 1));
        await outbox.flush();
        assert.deepEqual([statuses(outbox), outbox.state.entries[0]?.setAside?.code], [[["set-aside", 1, 1]], code]);
        door.refusal = null;
        queue(outbox, edit("name", "n"));
        await outbox.flush();
        assert.deepEqual(door.values.at(-1), ["n"]);
        outbox.retry(key);
        await outbox.flush();
        assert.deepEqual(
          statuses(outbox).map(([status]) => status),
          ["answered", "answered"],
        );
      });
    }
  });

  describe("taking back", () => {
    it("W5 what the service cannot have seen leaves the outbox, field by field", () => {
      door.refusal = UNREACHABLE.refusal;
      outbox.signIn(null);
      outbox.signIn(ANNA);
      queue(outbox, edit("score", 1), edit("name", "n"));
      assert.ok(outbox.withdraw(LEDGER, edit("score", 1)).ok);
      assert.deepEqual(statuses(outbox), [["waiting", 1, 0]]);
      assert.ok(outbox.withdraw(LEDGER, edit("name", "n")).ok);
      assert.deepEqual(statuses(outbox), []);
    });

    it("W5 what may be on its way stays", async () => {
      door.refusal = UNREACHABLE.refusal;
      queue(outbox, edit("score", 1));
      await outbox.flush();
      assert.deepEqual(outbox.withdraw(LEDGER, edit("score", 1)), {
        ok: false,
        refusal: { code: "already-on-its-way" },
      });
      assert.deepEqual(statuses(outbox), [["waiting", 1, 1]]);
    });
  });
});
