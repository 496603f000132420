import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import { OUTBOX_KEY } from "#addin/outbox/outbox-file.ts";
import type { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";
import { Desk, DeskWorld, type Program } from "./desk-world.ts";

/** Excel is ended at every point on the way of one push; the next one goes on, and nothing is sent twice (W5). */
describe("a push and the end of the program", () => {
  let world: DeskWorld;
  let desk: Desk;
  let program: Program;
  let revision: number;

  before(async () => {
    world = await DeskWorld.start();
  });
  after(() => world.close());
  beforeEach(async () => {
    desk = new Desk(world);
    program = await desk.open();
    await world.owner.score(world.ledger, "q1", 9);
    await program.openLedger();
    await program.type("q1", 8);
    revision = await world.revisionOf("q1");
  });

  /** The next program, signed in, with everything sent. */
  const goOn = async (): Promise<Program> => {
    const next = await desk.open();
    await next.signIn();
    await next.outbox.flush();
    await next.session.compare();
    return next;
  };
  const assertOnce = async (next: Program): Promise<void> => {
    assert.deepEqual([await world.scoreOf("q1"), await world.revisionOf("q1")], ["8", revision + 1]);
    assert.deepEqual([next.changes(), next.outbox.state.entries], [[], []]);
    assert.equal(new Set(desk.sent.map(({ key, edits }) => `${key} ${edits}`)).size, 1);
    next.close();
    assert.deepEqual((await desk.open()).changes(), [], "the workbook's own base has it");
  };
  const queued = (): string => {
    const target = { service: program.session.state.identity?.service ?? "", ledger: world.ledger };
    const { record, field, baseRevision, value } = program.session.state.changes[0] ?? assert.fail("no change");
    const edits = [{ record, field, baseRevision, value }];
    const added = program.outbox.add({ ...target, title: "台账", edits });
    return added.ok ? added.value : assert.fail(added.refusal.code);
  };

  it("W5 before it was queued: the change stands in the workbook", async () => {
    program.close();
    const next = await goOn();
    assert.deepEqual(next.changes(), ["q1 9 → 8"]);
    assert.equal(await next.sendAll(), true);
    await assertOnce(next);
  });

  it("W5 after it was queued, before it was sent", async () => {
    queued();
    program.close();
    const next = await desk.open();
    assert.equal(next.session.state.changes[0]?.waiting, true);
    await next.signIn();
    await next.outbox.flush();
    await next.session.compare();
    await assertOnce(next);
  });

  it("W5 after it was sent, before it arrived", async () => {
    desk.line = "down";
    assert.equal(await program.sendAll(), false);
    assert.equal(program.session.state.actRefusal?.code, "service-unreachable");
    program.close();
    desk.line = "ok";
    await assertOnce(await goOn());
    assert.equal(desk.sent.length, 2);
  });

  it("W5 after it arrived, before its answer did", async () => {
    desk.line = "deaf";
    assert.equal(await program.sendAll(), false);
    program.close();
    desk.line = "ok";
    await assertOnce(await goOn());
    assert.equal(desk.sent.length, 2);
  });

  it("W5 after its answer was kept, before the sheet had it", async () => {
    program.host.failNext("advance", "host-busy");
    await program.sendAll();
    assert.equal(program.outbox.state.entries[0]?.status, "answered");
    program.close();
    await assertOnce(await goOn());
    assert.equal(desk.sent.length, 1);
  });

  it("W5 after the sheet had it, before it left the outbox", async () => {
    program.host.failNext("advance", "host-busy");
    await program.sendAll();
    const kept = desk.storage.texts.get(OUTBOX_KEY) ?? "";
    await program.session.compare();
    program.close();
    desk.storage.texts.set(OUTBOX_KEY, kept);
    await assertOnce(await goOn());
    assert.equal(desk.sent.length, 1);
  });

  it("W5 the answer of a push that came back from the dead does not undo what came after it", async () => {
    program.host.failNext("advance", "host-busy");
    await program.sendAll();
    const kept = desk.storage.texts.get(OUTBOX_KEY) ?? "";
    await program.session.compare();
    await program.type("q1", 7);
    assert.equal(await program.sendAll(), true);
    program.close();
    desk.storage.texts.set(OUTBOX_KEY, kept);
    const next = await goOn();
    assert.deepEqual(
      [next.changes(), await world.scoreOf("q1"), await world.revisionOf("q1")],
      [[], "7", revision + 2],
    );
  });

  it("W5 typed again while it waits: the newer value is a change of its own, and goes later", async () => {
    desk.line = "deaf";
    await program.sendAll();
    await program.type("q1", 7);
    assert.equal(program.session.state.changes[0]?.waiting, undefined);
    await program.sendAll();
    program.close();
    desk.line = "ok";
    const next = await goOn();
    assert.deepEqual(
      [next.changes(), await world.scoreOf("q1"), await world.revisionOf("q1")],
      [[], "7", revision + 2],
    );
  });

  it("W5 typed again and not sent: after the answer it is a change on the new base", async () => {
    desk.line = "deaf";
    await program.sendAll();
    await program.type("q1", 7);
    program.close();
    desk.line = "ok";
    const next = await goOn();
    assert.deepEqual([next.changes(), await world.scoreOf("q1")], [["q1 8 → 7"], "8"]);
    assert.equal(await next.sendAll(), true);
  });

  it("W5 a change that waits is taken back as long as nobody can have seen it", async () => {
    queued();
    assert.equal(await program.session.takeBack(program.keyOf("q1")), true);
    assert.deepEqual([program.changes(), program.outbox.state.entries], [[], []]);
    await program.type("q1", 8);
    desk.line = "deaf";
    await program.sendAll();
    assert.equal(await program.session.takeBack(program.keyOf("q1")), false);
    assert.equal(program.session.state.actRefusal?.code, "already-on-its-way");
  });

  it("A5 another account on the same desk does not send it, its own officer does", async () => {
    desk.line = "down";
    await program.sendAll();
    program.close();
    desk.line = "ok";
    const other = await desk.open();
    await other.signIn("b12-secretary");
    await other.outbox.flush();
    assert.deepEqual([desk.sent.length, other.outbox.state.blocked], [1, "other-sender"]);
    other.close();
    await assertOnce(await goOn());
  });

  it("W5 a ledger that is gone sets it aside with the reason; the change stays in the sheet", async () => {
    desk.line = "down";
    await program.sendAll();
    desk.line = "ok";
    desk.doorRefusal = { code: "not-found" };
    await program.outbox.flush();
    assert.deepEqual(
      program.outbox.state.entries.map(({ status, setAside }) => [status, setAside?.code]),
      [["set-aside", "not-found"]],
    );
    assert.deepEqual(program.changes(), ["q1 9 → 8"]);
    assert.equal(program.session.state.changes[0]?.waiting, undefined);
  });

  it("W5 an older copy of the workbook asks again and changes nothing twice", async () => {
    const copy = new Desk(world);
    copyBook(desk.workbook, copy.workbook);
    await program.sendAll();
    const next = await copy.open();
    assert.deepEqual(next.changes(), ["q1 9 → 8"]);
    await next.signIn();
    await next.sendAll();
    assert.deepEqual([next.changes(), await world.revisionOf("q1")], [[], revision + 1]);
  });
});

function copyBook(from: WorkbookModel, to: WorkbookModel): void {
  for (const sheet of from.sheets.slice(1)) {
    const made = to.addSheet(sheet.name);
    made.restoreState({ ...sheet.copyState(), id: made.id });
  }
}
