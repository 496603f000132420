import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import type { PushRequest } from "#core/protocol/push.ts";
import { ledgerBook } from "#core/sheet/ledger/ledger-book.ts";
import { LEDGER_WORDS_ZH } from "#core/sheet/ledger/ledger-words.ts";
import { DirectSession } from "#addin/session/desk/direct-session.ts";
import { drawnLedger } from "#addin/session/book/loaded-book.ts";
import { newPushKey } from "#addin/session/desk/new-push-key.ts";
import { UNREACHABLE } from "#addin/service-client/client-refusal.ts";
import { ServiceClient } from "#addin/service-client/service-client.ts";
import { Transport } from "#addin/service-client/transport.ts";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";
import { memoryDriver } from "#test/fakes/memory-host/memory-driver.ts";
import { MemoryHost } from "#test/fakes/memory-host/memory-host.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { DeskWorld } from "../desk-world.ts";

const SCORE = { sheet: "quantitative", column: "score" };

describe("a ledger in the workbench", () => {
  let world: DeskWorld;
  let client: ServiceClient;
  let host: MemoryHost;
  let session: DirectSession;
  let sent: PushRequest[];
  let isDeaf: boolean;
  /** What the next view waits for on its way back. */
  let delay: Promise<void>;
  let viewsAnswered: number;
  let isBroken: boolean;

  before(async () => {
    world = await DeskWorld.start();
    client = new ServiceClient(new Transport(`${world.service.url}/api`));
    assert.ok((await client.signIn({ name: "b11-secretary", password: KNOWN_PASSWORD })).ok);
  });
  after(() => world.close());
  beforeEach(async () => {
    for (const item of ["q1", "q2"]) await world.owner.score(world.ledger, item, 9);
    host = new MemoryHost(new WorkbookModel());
    sent = [];
    isDeaf = false;
    delay = Promise.resolve();
    viewsAnswered = 0;
    isBroken = false;
    session = new DirectSession({
      host,
      load: async () => {
        const [delayed, broken] = [delay, isBroken];
        const answer = await client.ledger(world.ledger);
        viewsAnswered += 1;
        await delayed;
        if (broken) return UNREACHABLE;
        return drawnLedger(answer, (view) => ledgerBook(view, LEDGER_WORDS_ZH));
      },
      push: async (request) => {
        sent.push(request);
        const answer = await client.push(world.ledger, request);
        return isDeaf ? UNREACHABLE : answer;
      },
      newKey: newPushKey,
      noteOf: ({ result }) => result,
    });
    await session.refresh();
  });

  const type = async (item: string, value: number): Promise<void> => {
    await memoryDriver(host).type({ ...SCORE, row: item }, value);
    await session.compare();
  };
  const listed = () => session.state.changes.map(({ base, value }) => `${String(base)} → ${String(value)}`);
  const all = () => new Set(session.state.changes.map(({ key }) => key));

  /** Somebody was faster with q1; q2 is saved. */
  const sendOneOfTwo = async (before: () => void = () => undefined): Promise<void> => {
    for (const key of all()) await session.takeBack(key);
    for (const item of ["q1", "q2"]) await world.owner.score(world.ledger, item, 9);
    await session.refresh();
    await type("q1", 8);
    await type("q2", 7);
    assert.equal((await world.owner.score(world.ledger, "q1", 5)).result, "accepted");
    before();
    assert.equal(await session.send(all()), false);
  };

  it("W2a lists what differs from what was issued, and marks it", async () => {
    await type("q1", 8);
    assert.deepEqual(
      [session.state.phase, listed(), host.stateOf({ ...SCORE, row: "q1" })],
      ["ready", ["9 → 8"], "changed"],
    );
    await type("q1", 9);
    assert.deepEqual([listed(), host.stateOf({ ...SCORE, row: "q1" })], [[], "input"]);
  });

  it("W3 sends a selection; the rest stays typed", async () => {
    await type("q1", 8);
    await type("q2", 7);
    const [first] = all();
    assert.equal(await session.send(new Set([first ?? ""])), true);
    assert.deepEqual([listed(), session.state.accepted, await world.scoreOf("q1")], [["9 → 7"], 1, "8"]);
  });

  it("W6 when the service answers again, its silence is told no more, and what is typed stays to be sent", async () => {
    await type("q1", 8);
    isDeaf = true;
    await session.send(all());
    assert.equal(session.state.refusal?.code, "service-unreachable");
    session.goOn();
    assert.deepEqual([session.state.refusal, listed()], [null, ["9 → 8"]]);
  });

  it("W3 a push that nobody answered is sent again under its key", async () => {
    await type("q1", 8);
    isDeaf = true;
    assert.equal(await session.send(all()), false);
    assert.deepEqual([session.state.refusal?.code, listed()], ["service-unreachable", ["9 → 8"]]);
    isDeaf = false;
    assert.equal(await session.send(all()), true);
    assert.equal(sent[0]?.key, sent[1]?.key);
    assert.deepEqual(listed(), []);
  });

  it("W3 what was typed while the push was on its way is kept and is a change on the new base", async () => {
    await type("q1", 8);
    const sending = session.send(all());
    await new Promise((resolve) => setTimeout(resolve, 1));
    await type("q1", 7);
    await sending;
    await session.compare();
    assert.deepEqual(listed(), ["8 → 7"]);
    assert.equal(await session.send(all()), true);
    assert.equal(await world.scoreOf("q1"), "7");
  });

  it("W3 what the push before saved is no longer told once mine or theirs was chosen", async () => {
    for (const choose of ["keepMine", "takeBack"] as const) {
      await sendOneOfTwo();
      assert.deepEqual([listed(), session.state.accepted], [["5 → 8"], 1]);
      await session[choose]([...all()][0] ?? "");
      assert.deepEqual([session.state.accepted, await world.scoreOf("q1")], [0, "5"]);
    }
  });

  it("W3 nor when that was chosen before the push was done", async () => {
    for (const choose of ["keepMine", "takeBack"] as const) {
      let chosen: Promise<boolean> | undefined;
      const chooseAtOnce = (): void => {
        const asked = session.state.changes.find(({ outcome }) => outcome?.result === "conflict");
        if (asked) chosen ??= session[choose](asked.key);
      };
      let leave: () => void = () => undefined;
      await sendOneOfTwo(() => (leave = session.onChange(chooseAtOnce)));
      leave();
      assert.equal(await chosen, true);
      assert.deepEqual([session.state.accepted, session.state.sending], [0, false]);
    }
  });

  it("W3 pressed twice it sends once, and from then on nothing of the push before is told", async () => {
    await type("q1", 8);
    await session.send(all());
    await type("q1", 7);
    const both = [session.send(all()), session.send(all())];
    assert.deepEqual([session.state.sending, session.state.accepted], [true, 0]);
    assert.deepEqual(await Promise.all(both), [true, false]);
    assert.deepEqual([sent.length, session.state.sending, session.state.accepted], [2, false, 1]);
    assert.deepEqual([await session.send(new Set()), session.state.sending], [false, false]);
  });

  it("W3 a view that was asked for before a push never comes over the one after it", async () => {
    let arrive: () => void = () => undefined;
    delay = new Promise((resolve) => (arrive = resolve));
    const refreshing = session.refresh();
    delay = Promise.resolve();
    await until(() => viewsAnswered === 2);
    await type("q1", 8);
    assert.equal(await session.send(all()), true);
    arrive();
    await refreshing;
    await type("q1", 9);
    assert.deepEqual([listed(), session.state.phase], [["8 → 9"], "ready"]);
  });

  it("W3 a view that failed late is not told over a newer one that came", async () => {
    let fail: () => void = () => undefined;
    delay = new Promise((resolve) => (fail = resolve));
    isBroken = true;
    const refreshing = session.refresh();
    delay = Promise.resolve();
    isBroken = false;
    await session.refresh();
    fail();
    await refreshing;
    assert.deepEqual([session.state.phase, session.state.refusal], ["ready", null]);
    isBroken = true;
    await session.refresh();
    assert.equal(session.state.refusal?.code, "service-unreachable");
  });

  it("W3 nor is that of a push over a refresh that came after it", async () => {
    let fail: () => void = () => undefined;
    await type("q1", 8);
    delay = new Promise((resolve) => (fail = resolve));
    isBroken = true;
    const sending = session.send(all());
    await until(() => viewsAnswered === 2);
    delay = Promise.resolve();
    isBroken = false;
    await session.refresh();
    fail();
    await sending;
    assert.deepEqual([session.state.sending, session.state.accepted, session.state.refusal], [false, 1, null]);
  });

  it("W4 a refusal stands at its cell until it is typed anew", async () => {
    await type("q1", 99);
    assert.equal(await session.send(all()), false);
    assert.equal(session.state.actRefusal?.code, "score-out-of-range");
    assert.equal(host.stateOf({ ...SCORE, row: "q1" }), "refused");
    await session.takeBack([...all()][0] ?? "");
    assert.deepEqual([listed(), host.stateOf({ ...SCORE, row: "q1" })], [[], "input"]);
  });

  it("L15 what was typed into a cell that closed meanwhile is told, not lost silently", async () => {
    await type("q1", 8);
    await world.service.signIn("officer").then((officer) =>
      officer.ask("PUT", "/windows", {
        ...{
          unitId: "unit-c",
          level: "branch",
          year: 2026,
          baseRevision: 1,
          closed: true,
          reason: "阶段结束，统一关闭",
        },
        spans: {},
      }),
    );
    await session.refresh();
    assert.deepEqual(
      session.state.dropped.map(({ value }) => value),
      [8],
    );
    assert.deepEqual(listed(), []);
  });

  it("W6 tells how far a drawing is, and who leaves meanwhile is not waited for", async () => {
    const told: (number | undefined)[] = [];
    const open = (): DirectSession => {
      const slow = new MemoryHost(new WorkbookModel());
      const draw: MemoryHost["draw"] = async (book, options) => {
        options?.onProgress?.(1, 2);
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (options?.signal?.aborted === true) throw new Error("drawing was cancelled");
        await MemoryHost.prototype.draw.call(slow, book, options);
      };
      const made = new DirectSession({
        host: Object.assign(slow, { draw }),
        load: async () => drawnLedger(await client.ledger(world.ledger), (view) => ledgerBook(view, LEDGER_WORDS_ZH)),
        push: (request) => client.push(world.ledger, request),
        newKey: newPushKey,
        noteOf: ({ result }) => result,
      });
      made.onChange(() => told.push(made.state.drawing?.done));
      return made;
    };
    const patient = open();
    await patient.refresh();
    assert.ok(told.includes(1));
    assert.deepEqual([patient.state.phase, patient.state.drawing], ["ready", null]);
    const left = open();
    const opening = left.refresh();
    await until(() => left.state.drawing !== null);
    left.close();
    await opening;
    assert.equal(left.state.phase, "loading");
  });
});

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isSo(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.ok(isSo());
}
