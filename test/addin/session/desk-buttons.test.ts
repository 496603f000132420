import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import { Desk, DeskWorld, type Program } from "./desk-world.ts";

/** What is done by a button of the pane waits in the outbox like anything else, and nothing of it was typed into the sheet. */
describe("what was done by a button and waits", () => {
  let world: DeskWorld;
  let desk: Desk;
  let program: Program;

  before(async () => {
    world = await DeskWorld.start();
  });
  after(() => world.close());
  beforeEach(async () => {
    desk = new Desk(world);
    program = await desk.open();
    await world.owner.score(world.ledger, "q1", 9);
    await program.openLedger();
  });

  const press = async (value: string): Promise<void> => {
    const record = `ledger:${world.ledger}/q1`;
    const baseRevision = await world.revisionOf("q1");
    assert.equal(await program.session.sendEdits([{ record, field: "score", baseRevision, value }]), false);
  };
  const openAgain = async (): Promise<Program> => {
    program.close();
    const next = await desk.open();
    assert.deepEqual(
      next.session.state.changes.filter(({ waiting }) => waiting !== true),
      [],
      "nothing to send that was not sent",
    );
    return next;
  };
  const goOn = async (next: Program): Promise<void> => {
    desk.line = "ok";
    await next.signIn();
    await next.outbox.flush();
    await next.session.compare();
  };

  for (const line of ["down", "deaf"] as const) {
    it(`W5 over a restart (line ${line}): no change is listed, and its figure comes into the sheet as a figure`, async () => {
      desk.line = line;
      await press("8");
      const next = await openAgain();
      assert.deepEqual([next.shown("q1"), next.changes()], [9, []]);
      await goOn(next);
      assert.deepEqual([next.shown("q1"), next.changes(), await world.scoreOf("q1")], [8, [], "8"]);
      await next.session.refresh();
      assert.deepEqual([next.shown("q1"), next.changes()], [8, []]);
    });

    it(`W5 over what was typed and waits too (line ${line}): not listed as a change back, before and after a restart`, async () => {
      desk.line = line;
      await program.type("q1", 8);
      await program.sendAll();
      await press("7");
      await program.session.compare();
      assert.deepEqual(
        program.session.state.changes.map(({ waiting }) => waiting),
        [true],
      );
      const next = await openAgain();
      await goOn(next);
      assert.deepEqual([next.changes(), next.outbox.state.entries], [[], []]);
      assert.deepEqual([next.shown("q1"), await world.scoreOf("q1")], [7, "7"]);
    });
  }

  it("W5 typed anew after the button: a change of its own, also over a restart", async () => {
    desk.line = "down";
    await press("8");
    await program.type("q1", 6);
    program.close();
    const next = await desk.open();
    assert.equal(next.session.state.changes[0]?.waiting, undefined);
    await goOn(next);
    assert.deepEqual([next.shown("q1"), next.changes()], [6, ["q1 8 → 6"]]);
    assert.equal(await next.sendAll(), true);
  });
});
