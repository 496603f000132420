import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import type { CellValue } from "#core/sheet/cell.ts";
import type { Outcome, PushRequest } from "#core/protocol/push.ts";
import { rosterBook } from "#core/sheet/roster/roster-book.ts";
import type { RosterView } from "#core/sheet/roster/roster-view.ts";
import { ROSTER_WORDS_ZH } from "#core/sheet/roster/roster-words.ts";
import { DirectSession } from "#addin/session/desk/direct-session.ts";
import { drawnRoster } from "#addin/session/book/loaded-book.ts";
import { newPushKey } from "#addin/session/desk/new-push-key.ts";
import { aField, aRosterRow, aRosterView } from "#test/builders/roster-view.ts";
import { MemoryHost } from "#test/fakes/memory-host/memory-host.ts";
import { oneCell } from "#test/fakes/workbook/rect.ts";
import { WorkbookModel } from "#test/fakes/workbook/workbook-model.ts";

/** A door that keeps names in memory: accepts all but the name "?", and tells the newest state when asked again. */
const MANY = 10_000;

class Names {
  view: RosterView;
  readonly sent: PushRequest[] = [];

  constructor(view: RosterView) {
    this.view = view;
  }

  take(request: PushRequest): readonly Outcome[] {
    this.sent.push(request);
    const taken = new Map<string, { readonly field: string; readonly value: string }>();
    const outcomes = request.edits.map(({ record, field, value }): Outcome => {
      if (value === "?") return { result: "refused", refusal: { code: "bad-request", problems: [] } };
      taken.set(record, { field, value: String(value) });
      return { result: "accepted", revision: 9 };
    });
    const rows = this.view.rows.map((row) => {
      const edit = taken.get(row.record);
      if (!edit) return row;
      const { field, value } = edit;
      return { ...row, facts: { ...row.facts, [field]: value }, revisions: { ...row.revisions, [field]: 9 } };
    });
    this.view = { ...this.view, rows };
    return outcomes;
  }
}

function open(names: Names) {
  const host = new MemoryHost(new WorkbookModel());
  const session = new DirectSession({
    host,
    load: async () => drawnRoster({ ok: true, value: names.view }, (view) => rosterBook(view, ROSTER_WORDS_ZH)),
    push: async (request) => ({ ok: true, value: { change: 1, outcomes: names.take(request) } }),
    newKey: newPushKey,
    noteOf: ({ result }) => result,
  });
  const type = async (row: string, column: string, value: CellValue): Promise<void> => {
    const { sheet, ...at } = host.place({ sheet: "roster", row, column });
    host.workbook.by("user", () => host.workbook.patch(sheet, oneCell(at.row, at.column), { value }));
    await session.compare();
  };
  const all = () => new Set(session.state.changes.map(({ key }) => key));
  return { host, session, type, all };
}

describe("a roster in the workbench", () => {
  let names: Names;
  let desk: ReturnType<typeof open>;

  beforeEach(async () => {
    names = new Names(aRosterView());
    desk = open(names);
    await desk.session.refresh();
  });

  it("W3 an accepted cell is settled, a refused one keeps the officer's value and its reason", async () => {
    const { session, host, type, all } = desk;
    await type("person:1", "name", "张一");
    await type("person:2", "name", "?");
    assert.equal(await session.send(all()), false);
    assert.deepEqual(
      session.state.changes.map(({ rowName, columnName, value }) => [rowName, columnName, value]),
      [["张2 310***********0002", "姓名", "?"]],
    );
    assert.equal(host.stateOf({ sheet: "roster", row: "person:2", column: "name" }), "refused");
    assert.equal(host.stateOf({ sheet: "roster", row: "person:1", column: "name" }), "input");
    assert.equal(session.state.accepted, 1);
  });

  it("W2 a row that was written below the table is told as somebody new and stays through a refresh's comparison", async () => {
    const { session, host } = desk;
    const { sheet, row } = host.place({ sheet: "roster", row: "person:3", column: "name" });
    const { column } = host.place({ sheet: "roster", row: "person:3", column: "name" });
    host.workbook.by("user", () => host.workbook.patch(sheet, oneCell(row + 1, column), { value: "李新" }));
    await session.compare();
    assert.deepEqual(
      session.state.newRows.map(({ values }) => values),
      [{ name: "李新" }],
    );
    assert.deepEqual([session.state.changes, session.state.problems], [[], []]);
  });

  it("W2 a value typed while the list was sent again is kept", async () => {
    const { session, type } = desk;
    await type("person:1", "name", "张一");
    names.view = { ...names.view, rows: [...names.view.rows, aRosterRow("4")] };
    await session.refresh();
    assert.deepEqual(
      session.state.changes.map(({ value }) => value),
      ["张一"],
    );
    assert.equal(session.state.roster?.rows.length, 4);
  });
});

describe("10,000 pasted cells", () => {
  it("W3 go in one push and come back settled", async function () {
    this.timeout(240_000);
    const fields = [
      aField({ key: "name", type: "text", zh: "姓名" }),
      aField({ key: "post", type: "text", zh: "职务" }),
    ];
    const rows = Array.from({ length: MANY }, (_, at) => aRosterRow(String(at), { facts: { name: `人${at}` } }));
    const names = new Names(aRosterView({ fields, rows }));
    const { host, session, all } = open(names);
    await session.refresh();
    const { sheet, row, column } = host.place({ sheet: "roster", row: "person:0", column: "post" });
    host.workbook.by("user", () => {
      for (let at = 0; at < MANY; at += 1) host.workbook.patch(sheet, oneCell(row + at, column), { value: "教师" });
    });
    await session.compare();
    assert.equal(session.state.changes.length, MANY);
    assert.equal(await session.send(all()), true);
    assert.deepEqual([names.sent.length, session.state.changes.length, session.state.accepted], [1, 0, MANY]);
  });
});
