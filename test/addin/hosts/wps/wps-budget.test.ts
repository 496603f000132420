import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Cell } from "#core/sheet/cell.ts";
import type { SheetBook } from "#core/sheet/sheet-book.ts";
import { snapshotOfBook } from "#core/sheet/snapshot-of-book.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { aWpsDesk } from "./wps-desk.ts";

/** A roster: every third column may be typed into. */
function aRoster(size: { readonly rows: number; readonly columns: number }, change = ""): SheetBook {
  const { identity, sheets } = aLedgerBook();
  const columns = Array.from({ length: size.columns }, (_, at) => ({ key: `c${at}`, width: 10 }));
  const cell = (row: number, at: number): Cell =>
    at % 3 === 0
      ? {
          value: at === 3 ? `人员${row}${change}` : `第${row}项`,
          state: "input",
          format: "@",
          binding: { record: `person/${row}`, field: `c${at}`, revision: 1 },
        }
      : { value: row * at, state: "text" };
  const rows = Array.from({ length: size.rows }, (_row, row) => ({
    key: `p${row}`,
    kind: "data" as const,
    cells: Object.fromEntries(columns.map(({ key }, at) => [key, cell(row, at)])),
  }));
  const print = sheets[0]?.print;
  assert.ok(print);
  const sheet = { key: "roster", name: "花名册", columns, rows, merges: [], frozen: { rows: 0, columns: 2 }, print };
  return {
    identity: { ...identity, subject: "roster" },
    title: "花名册",
    sheets: [{ ...sheet, protection: "none" }],
    names: [],
    legend: [],
  };
}

/** Calls of a draw, a reading and a refresh that changes one column; about 0.2 ms each. */
async function callsOf(rows: number, columns: number) {
  const desk = aWpsDesk();
  const { gate } = desk.fake;
  const counted = async (work: () => Promise<unknown>) => {
    gate.startCounting();
    await work();
    return gate.calls;
  };
  let steps = 0;
  const drawn = await counted(() => desk.host.draw(aRoster({ rows, columns }), { onProgress: () => (steps += 1) }));
  const read = await counted(() => desk.host.read());
  const refreshed = await counted(() => desk.host.draw(aRoster({ rows, columns }, "改")));
  await desk.dispose();
  return { drawn, read, refreshed, steps };
}

describe("WPS: size and speed", () => {
  it("W6 a roster of 10,000 x 40 needs hardly more calls than one of 100 x 40", async () => {
    const small = await callsOf(100, 40);
    const large = await callsOf(10_000, 40);
    assert.ok(large.drawn < 300, `drawn ${large.drawn}`);
    assert.ok(large.drawn - small.drawn < 60, `${small.drawn} -> ${large.drawn}`);
    assert.ok(large.read < 100, `read ${large.read}`);
    assert.ok(large.refreshed < 350, `refreshed ${large.refreshed}`);
    assert.ok(large.steps > 20, `told ${large.steps} times`);
  }).timeout(180_000);

  it("W3 a push after one edit touches its cell and the base, whatever the size", async () => {
    const push = async (rows: number) => {
      const desk = aWpsDesk();
      const book = aRoster({ rows, columns: 6 });
      await desk.host.draw(book);
      const mark = { sheet: "roster", row: "p7", column: "c3", state: "changed" as const };
      desk.fake.gate.startCounting();
      await desk.host.advance({ writes: [], marks: [mark], base: snapshotOfBook(book) });
      const { calls } = desk.fake.gate;
      await desk.dispose();
      return calls;
    };
    const [small, large] = [await push(20), await push(2_000)];
    assert.ok(large < 200, String(large));
    assert.equal(large, small);
  });
});
