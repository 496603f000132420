import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { aRoster } from "#test/builders/roster-book.ts";
import { aWpsDesk } from "./wps-desk.ts";

/** Calls of a draw, a reading and a refresh that changes every text; about 0.2 ms each. */
async function callsOf(rows: number, columns: number) {
  const desk = aWpsDesk();
  const { gate } = desk.fake;
  const counted = async (work: () => Promise<unknown>) => {
    gate.startCounting();
    await work();
    return gate.calls;
  };
  let steps = 0;
  const drawn = await counted(() => desk.host.draw(aRoster(rows, columns), { onProgress: () => (steps += 1) }));
  const read = await counted(() => desk.host.read());
  const refreshed = await counted(() => desk.host.draw(aRoster(rows, columns, "改")));
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
      const book = aRoster(rows, 6);
      await desk.host.draw(book);
      const mark = { sheet: "roster", row: "p7", column: "field3", state: "changed" as const };
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
