import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { OUTBOX_KEY } from "#addin/outbox/outbox-file.ts";
import type { Outbox } from "#addin/outbox/outbox.ts";
import { UNREACHABLE } from "#addin/service-client/client-refusal.ts";
import { ANNA, Door, edit, LEDGER, queue, statuses } from "./door.ts";

describe("the outbox on storage that does not do its part", () => {
  let door: Door;
  let outbox: Outbox;
  beforeEach(() => {
    door = new Door();
    outbox = door.outbox();
    outbox.signIn(ANNA);
  });
  it("W5 without storage, or where it is forbidden, it sends from memory and says that nothing is kept", async () => {
    door.storage.refuse("SecurityError");
    for (const storage of [null, door.storage]) {
      const unkept = door.outbox(storage);
      assert.equal(unkept.state.kept, false);
      unkept.signIn(ANNA);
      queue(unkept, edit("score", 1));
      await unkept.flush();
      assert.deepEqual(statuses(unkept), [["answered", 1, 1]]);
    }
  });

  it("W5 when it is full a push is refused, and what waits is still sent and answered", async () => {
    door.refusal = UNREACHABLE.refusal;
    queue(outbox, edit("score", 1));
    await outbox.flush();
    door.storage.refuse("QuotaExceededError");
    assert.deepEqual(outbox.add({ ...LEDGER, title: "", edits: [edit("name", "n")] }), {
      ok: false,
      refusal: { code: "outbox-full" },
    });
    door.refusal = null;
    await outbox.flush();
    assert.deepEqual([statuses(outbox), outbox.state.kept], [[["answered", 1, 2]], false]);
    door.storage.refuse(null);
    outbox.forget(outbox.answered(LEDGER).map(({ key }) => key));
    assert.deepEqual([statuses(door.outbox()), outbox.state.kept], [[], true]);
  });

  for (const [what, text] of [
    ["no JSON", "{"],
    ["another format", '{"format":2,"entries":[]}'],
    ["another shape", "[]"],
  ] as const) {
    it(`W5 ${what} is set aside, not lost, and blocks nothing`, async () => {
      door.storage.texts.set(OUTBOX_KEY, text);
      const fresh = door.outbox();
      assert.equal(fresh.state.damaged, true);
      assert.equal(door.storage.texts.get(`${OUTBOX_KEY}.damaged.1`), text);
      fresh.signIn(ANNA);
      queue(fresh, edit("score", 1));
      await fresh.flush();
      assert.deepEqual(statuses(fresh), [["answered", 1, 1]]);
      door.storage.texts.set(OUTBOX_KEY, `${text} `);
      door.outbox();
      assert.equal(door.storage.texts.get(`${OUTBOX_KEY}.damaged.2`), `${text} `);
    });
  }

  it("W5 good entries beside a damaged one are kept", () => {
    queue(outbox, edit("score", 1));
    const stored = JSON.parse(door.storage.texts.get(OUTBOX_KEY) ?? "") as { entries: object[] };
    const [good] = stored.entries;
    const bad = [
      { ...good, key: "k-2", edits: [] },
      { ...good, key: "k-3", tries: -1 },
      { ...good, key: "k-4", edits: [{ record: 1 }] },
      { ...good, key: "k-5", answer: { change: 1, outcomes: [] } },
      { ...good, key: "k-6", answer: { change: 1, outcomes: [{ result: "lost" }] } },
      null,
    ];
    door.storage.texts.set(OUTBOX_KEY, JSON.stringify({ format: 1, entries: [...bad, good] }));
    const fresh = door.outbox();
    assert.deepEqual([fresh.state.damaged, fresh.state.entries.length], [true, 1]);
  });

  it("W5 what another pane's write lost comes back with the next change", () => {
    queue(outbox, edit("score", 1));
    door.storage.texts.delete(OUTBOX_KEY);
    queue(outbox, edit("name", "n"));
    assert.equal(door.outbox().state.entries.length, 2);
  });
});
