import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import { Desk, DeskWorld, type Program } from "./desk-world.ts";

describe("a ledger whose rows were sorted without their keys", () => {
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
    await program.openLedger();
  });

  /** What he sees of q1 and q2, the keys left behind; q2's maximum is the greater. */
  async function sort(): Promise<void> {
    const { sheet, row, column } = program.host.place({ sheet: "quantitative", row: "q1", column: "maximum" });
    const user = new WorkbookUser(desk.workbook, { heedsProtection: false });
    user.sort(sheet.name, `B${row + 1}:Z${row + 2}`, { column, descending: true, visibleOnly: true });
    await program.session.compare();
  }
  const tasks = () => [program.shown("q1", "text.task"), program.shown("q2", "text.task")];

  it("W2 sends nothing, and a refresh puts them in order with what was typed", async () => {
    const before = tasks();
    await program.type("q1", 7);
    await sort();
    assert.deepEqual(tasks(), before.toReversed());
    assert.deepEqual([program.session.state.stopped, program.changes()], [true, []]);
    assert.ok(await program.session.refresh());
    assert.deepEqual([tasks(), program.session.state.stopped], [before, false]);
    assert.deepEqual(program.changes(), ["q1 10 → 7"]);
    assert.ok(await program.sendAll());
    assert.deepEqual([await world.scoreOf("q1"), await world.scoreOf("q2")], ["7", "20"]);
  });

  it("W2 nobody guesses whose a value is where a row was renamed, too: the refresh brings what the service has", async () => {
    const before = tasks();
    const { sheet, row, column } = program.host.place({ sheet: "quantitative", row: "q1", column: "number" });
    const user = new WorkbookUser(desk.workbook, { heedsProtection: false });
    await sort();
    user.type(sheet.name, `${String.fromCharCode(65 + column)}${row + 1}`, "9.9");
    assert.ok(await program.session.refresh());
    assert.deepEqual([tasks(), program.session.state.stopped, program.changes()], [before, false, []]);
  });
});
