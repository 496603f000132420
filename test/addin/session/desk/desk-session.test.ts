import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import { encodeSnapshot, META_SHEET } from "#core/sheet/snapshot/encode-snapshot.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { deflateCodec } from "#addin/hosts/deflate-codec.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { oneCell } from "#test/fakes/workbook/rect.ts";
import { MemoryHost } from "#test/fakes/memory-host/memory-host.ts";
import { A_REASON } from "#test/journeys/ledger-desk.ts";
import { Desk, DeskWorld, type Program } from "../desk-world.ts";

describe("a ledger in a workbook", () => {
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
    for (const item of ["q1", "q2", "q4"]) await world.owner.score(world.ledger, item, item === "q4" ? 3 : 9);
  });

  it("an empty workbook holds nothing, and says so without anybody being signed in", () => {
    assert.deepEqual([program.session.state.phase, program.session.state.refusal], ["nothing", null]);
  });

  describe("while it is open", () => {
    beforeEach(() => program.openLedger());

    it("W3 draws the newest state, and what is typed is listed old to new and marked", async () => {
      assert.equal(program.session.state.phase, "ready");
      assert.equal(program.shown("q1"), 9);
      await program.type("q1", 8);
      assert.deepEqual(program.changes(), ["q1 9 → 8"]);
      assert.equal(program.stateOf("q1"), "changed");
      assert.deepEqual(
        program.session.state.changes.map(({ rowName, columnName }) => [rowName, columnName]),
        [["1.1 按期召开支部党员大会", "得分"]],
      );
    });

    it("W3 a push after one edit reads once and marks once", async () => {
      await program.type("q1", 8);
      program.host.calls.length = 0;
      assert.equal(await program.sendAll(), true);
      assert.deepEqual(program.host.calls, ["read", "advance"]);
      assert.deepEqual([program.changes(), program.stateOf("q1"), await world.scoreOf("q1")], [[], "input", "8"]);
      assert.equal(program.session.state.accepted, 1);
    });

    it("W3 a push that moves more than its own cells draws the sheet, and the draw can be undone", async () => {
      await program.type("q1", 10);
      program.host.calls.length = 0;
      assert.equal(await program.sendAll(), true);
      assert.deepEqual(program.host.calls, ["read", "advance", "read", "draw", "read"]);
      assert.equal(program.shown("q1", "completion"), "完成");
      assert.equal(program.session.state.mayUndo, true);
    });

    it("W5 the base in the workbook moves on with what was accepted", async () => {
      await program.type("q1", 8);
      await program.sendAll();
      program.close();
      const again = await desk.open();
      assert.deepEqual([again.session.state.phase, again.changes()], ["offline", []]);
    });

    it("W3 a selection is sent alone; the rest stays typed", async () => {
      await program.type("q1", 7);
      await program.type("q2", 6);
      assert.equal(await program.session.send(new Set([program.keyOf("q2")])), true);
      assert.deepEqual(program.changes(), ["q1 9 → 7"]);
      assert.deepEqual([program.shown("q1"), program.stateOf("q1")], [7, "changed"]);
    });

    it("W4 a refused cell keeps the officer's value and shows the reason", async () => {
      await program.type("q1", 99);
      assert.equal(await program.sendAll(), false);
      assert.deepEqual([program.shown("q1"), program.stateOf("q1")], [99, "refused"]);
      assert.equal(program.session.state.actRefusal?.code, "score-out-of-range");
      await program.type("q1", 9.5);
      assert.equal(program.stateOf("q1"), "changed");
      assert.equal(await program.sendAll(), true);
    });

    it("W3 in a conflict the officer keeps his own, on the newest base", async () => {
      await world.owner.score(world.ledger, "q1", 5);
      await program.type("q1", 8);
      assert.equal(await program.sendAll(), false);
      assert.deepEqual([program.shown("q1"), program.stateOf("q1")], [8, "conflict"]);
      assert.deepEqual(program.changes(), ["q1 5 → 8"]);
      await program.session.keepMine(program.keyOf("q1"));
      assert.equal(program.stateOf("q1"), "changed");
      assert.equal(await program.sendAll(), true);
      assert.equal(await world.scoreOf("q1"), "8");
    });

    it("W3 in a conflict the officer takes theirs, without a drawing", async () => {
      await world.owner.score(world.ledger, "q1", 5);
      await program.type("q1", 8);
      await program.sendAll();
      program.host.calls.length = 0;
      assert.equal(await program.session.takeBack(program.keyOf("q1")), true);
      assert.deepEqual([program.shown("q1"), program.stateOf("q1"), program.changes()], [5, "input", []]);
      assert.ok(!program.host.calls.includes("draw"));
    });

    it("W3 a refresh keeps what is typed and tells that somebody else moved it", async () => {
      await program.type("q1", 8);
      await program.type("q2", 7);
      await world.owner.score(world.ledger, "q1", 6);
      assert.equal(await program.session.refresh(), true);
      assert.deepEqual(program.changes(), ["q1 6 → 8", "q2 9 → 7"]);
      assert.deepEqual([program.stateOf("q1"), program.stateOf("q2")], ["conflict", "changed"]);
      program.close();
      const again = await desk.open();
      assert.deepEqual(again.changes(), ["q1 6 → 8", "q2 9 → 7"], "what is unsent is not in the base");
    });

    it("W3 a refresh is undone from the snapshot; what was typed since stays typed", async () => {
      await program.type("q2", 7);
      await world.owner.score(world.ledger, "q1", 6);
      await program.session.refresh();
      await program.type("q4", 4);
      assert.equal(await program.session.undoRefresh(), true);
      assert.equal(program.shown("q1"), 9);
      assert.deepEqual(program.changes(), ["q2 9 → 7", "q4 3 → 4"]);
      assert.deepEqual([program.session.state.news, program.session.state.mayUndo], [true, false]);
    });

    it("W4 an overtyped formula comes back", async () => {
      const total = program.host.place({ sheet: "quantitative", row: "#total:quantitative", column: "score" });
      const { formula } = total.sheet.stored(total.row, total.column);
      desk.workbook.by("user", () =>
        desk.workbook.patch(total.sheet, oneCell(total.row, total.column), { value: 99, formula: undefined }),
      );
      await program.session.compare();
      const [problem] = program.session.state.problems;
      assert.ok(problem?.code === "formula-overtyped");
      assert.equal(await program.session.restoreFormula(problem.place), true);
      assert.deepEqual(program.session.state.problems, []);
      assert.equal(total.sheet.stored(total.row, total.column).formula, formula);
      assert.equal(await program.session.restoreFormula({ sheet: problem.place.sheet, address: "B3" }), false);
    });

    it("W6 a drawing is cancelled, and what stood there stays", async () => {
      await program.type("q1", 8);
      program.session.onChange(() => program.session.state.drawing && program.session.cancelDrawing());
      const refreshing = program.session.refresh();
      assert.equal(await refreshing, false);
      assert.equal(program.session.state.actRefusal?.code, "drawing-cancelled");
      assert.deepEqual(program.changes(), ["q1 9 → 8"]);
    });

    it("what the program would not do is a refusal, and nothing is half done", async () => {
      await program.type("q1", 8);
      for (const [call, code] of [
        ["draw", "sheet-protected"],
        ["read", "cell-in-edit"],
      ] as const) {
        program.host.failNext(call, code);
        assert.equal(await program.session.refresh(), false);
        assert.equal(program.session.state.actRefusal?.code, code);
      }
      assert.deepEqual(program.changes(), ["q1 9 → 8"]);
      assert.equal(await program.session.refresh(), true);
    });

    it("W5 an answer that the program would not show now is shown later, and never sent again", async () => {
      await program.type("q1", 8);
      program.host.failNext("advance", "cell-in-edit");
      await program.sendAll();
      assert.equal(program.session.state.actRefusal?.code, "cell-in-edit");
      assert.deepEqual(program.changes(), ["q1 9 → 8"]);
      await program.session.compare();
      assert.deepEqual([program.changes(), desk.sent.length, program.outbox.state.entries], [[], 1, []]);
    });

    it("W3 when the sheet cannot be drawn after a push, a refresh is offered", async () => {
      await program.type("q1", 10);
      program.host.failNext("draw", "cell-in-edit");
      assert.equal(await program.sendAll(), true);
      assert.deepEqual([program.session.state.news, program.changes()], [true, []]);
      await program.session.refresh();
      assert.equal(program.session.state.news, false);
    });

    it("W3 a score given by a button comes into its cell; one typed back to the old value meanwhile stays typed", async () => {
      const record = `ledger:${world.ledger}/q1`;
      const baseRevision = await world.revisionOf("q1");
      assert.equal(await program.session.sendEdits([{ record, field: "score", baseRevision, value: "8" }]), true);
      assert.deepEqual([program.shown("q1"), program.changes()], [8, []]);
      await program.type("q1", 7);
      desk.line = "deaf";
      await program.sendAll();
      await program.type("q1", 8);
      desk.line = "ok";
      await program.outbox.flush();
      await program.session.compare();
      assert.deepEqual([program.shown("q1"), program.changes()], [8, ["q1 7 → 8"]]);
    });

    it("L7 a peer's reason goes with his score and leaves its cell", async () => {
      const peers = new Desk(world);
      const peer = await peers.open();
      await peer.openLedger("b12-secretary");
      await peer.type("q3", 10);
      assert.equal(peer.session.state.changes[0]?.needsReason, true);
      await peer.typeReason("q3", A_REASON);
      assert.equal(await peer.sendAll(), true, JSON.stringify(peer.session.state.actRefusal));
      assert.deepEqual([peer.shown("q3", "reason"), peer.stateOf("q3"), peer.changes()], [null, "challenged", []]);
    });
  });

  describe("opened again", () => {
    beforeEach(async () => {
      await program.openLedger();
      await program.type("q1", 8);
      program.close();
    });

    it("W5 its changes are found from its own base, before anybody signs in and without the service", async () => {
      desk.line = "down";
      const again = await desk.open();
      assert.equal(again.session.state.phase, "offline");
      assert.equal(again.session.state.identity?.subject, world.ledger);
      assert.deepEqual(again.changes(), ["q1 9 → 8"]);
      assert.equal(again.session.state.changes[0]?.columnName, "得分");
      await again.type("q2", 7);
      assert.deepEqual(again.changes(), ["q1 9 → 8", "q2 9 → 7"]);
      assert.equal(again.stateOf("q2"), "changed");
      assert.equal(await again.sendAll(), false);
      assert.equal(again.session.state.actRefusal?.code, "not-signed-in");
      assert.equal(await again.session.takeBack(again.keyOf("q2")), true);
      assert.deepEqual([again.changes(), again.stateOf("q2")], [["q1 9 → 8"], "input"]);
    });

    it("W3 after sign-in the service is asked, nothing is drawn, and what is new is offered", async () => {
      const again = await desk.open();
      await again.signIn();
      assert.deepEqual([again.session.state.phase, again.session.state.news], ["ready", false]);
      await again.signOut();
      await world.owner.score(world.ledger, "q2", 6);
      again.host.calls.length = 0;
      await again.signIn();
      assert.equal(again.session.state.news, true);
      assert.deepEqual(again.host.calls, []);
      assert.equal(await again.session.refresh(), true);
      assert.deepEqual([again.shown("q2"), again.changes()], [6, ["q1 9 → 8"]]);
    });

    it("W5 signed in on a line that breaks at once: the next line that holds is enough", async () => {
      const again = await desk.open();
      desk.line = "down";
      assert.equal(await again.signIn(), false);
      assert.equal(again.session.state.refusal?.code, "service-unreachable");
      desk.line = "ok";
      assert.equal(await again.session.reconnect(), true);
      assert.deepEqual([again.session.state.phase, again.session.state.refusal], ["ready", null]);
      assert.equal(await again.sendAll(), true);
    });

    it("W5 is sent after sign-in as it was typed", async () => {
      const again = await desk.open();
      await again.signIn();
      assert.equal(await again.sendAll(), true);
      assert.deepEqual([again.changes(), await world.scoreOf("q1")], [[], "8"]);
    });

    it("W7 a book of another service is told and not sent", async () => {
      const other = await DeskWorld.start();
      const elsewhere = new Desk(other);
      await copyMeta(desk, elsewhere);
      const again = await elsewhere.open();
      await again.signIn();
      assert.equal(again.session.state.refusal?.code, "book-of-another-service");
      assert.equal(await again.sendAll(), false);
      assert.equal(again.session.state.actRefusal?.code, "book-of-another-service");
      assert.equal(await again.session.open(other.ledger), true);
      await other.close();
    });
  });

  it("W7 another kind of book, and a base that cannot be read, are told and not guessed", async () => {
    const book = aLedgerBook();
    for (const [meta, code] of [
      [
        encodeSnapshot(snapshotOfBook({ ...book, identity: { ...book.identity, kind: "standing" } }), deflateCodec),
        "book-of-another-kind",
      ],
      [["taizhang-base:1:0:zzzz"], "book-unreadable"],
      [["taizhang-base:9:0:zzzz"], "book-unreadable"],
    ] as const) {
      const host = new MemoryHost(desk.workbook);
      await host.draw(book);
      const sheet = desk.workbook.sheet(META_SHEET);
      desk.workbook.patch(sheet, oneCell(0, 0), { value: meta.join("") });
      const again = await desk.open();
      assert.deepEqual([again.session.state.phase, again.session.state.refusal?.code], ["nothing", code]);
      assert.deepEqual(again.changes(), []);
    }
  });
});

/** The workbook travels to a desk of another office. */
async function copyMeta(from: Desk, to: Desk): Promise<void> {
  for (const sheet of from.workbook.sheets.slice(1)) {
    const made = to.workbook.addSheet(sheet.name);
    made.restoreState({ ...sheet.copyState(), id: made.id });
  }
}
