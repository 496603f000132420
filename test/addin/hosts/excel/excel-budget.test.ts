import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { MOST_BYTES } from "#addin/hosts/excel/draw/write-op.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";
import { aRoster } from "#test/builders/roster-book.ts";
import { openDesk, type ExcelDesk } from "./excel-desk.ts";

const PEOPLE = 10_000;
const COLUMNS = 40;
const LARGEST = 5 * 1024 * 1024;

describe("what Excel is asked for", function () {
  this.timeout(300_000);
  let desk: ExcelDesk;
  before(async () => {
    desk = await openDesk();
  });
  after(async () => desk.close());
  const spent = () => desk.excel.host.counters.spent;

  it(`W6 ${PEOPLE} people by ${COLUMNS} columns open in 2 + bytes / 4.5 MB round trips, with progress`, async () => {
    const steps: (readonly [number, number])[] = [];
    desk.excel.host.counters.reset();
    await desk.host.draw(aRoster(PEOPLE, COLUMNS), { onProgress: (done, total) => steps.push([done, total]) });
    const { syncs, actions, bytes, largestRequest } = spent();
    assert.ok(syncs <= 2 + Math.ceil(bytes / MOST_BYTES), `${syncs} for ${bytes}`);
    assert.ok(largestRequest < LARGEST, String(largestRequest));
    assert.ok(actions < 6_000, String(actions));
    assert.equal(steps.length, syncs);
    assert.deepEqual(
      steps.map(([done]) => done),
      steps.map((_, at) => at + 1),
    );
    assert.deepEqual(steps.at(-1), [syncs, syncs]);
  });

  it("W6 marking a cell of it is one round trip of few bytes", async () => {
    desk.excel.host.counters.reset();
    await desk.host.mark([{ sheet: "roster", row: "p9999", column: "field7", state: "changed" }]);
    assert.equal(spent().syncs, 1);
    assert.ok(spent().bytes < 30_000, String(spent().bytes));
  });

  it("W6 reads it in as many answers as Excel allows, and in no more the second time", async () => {
    await desk.host.read();
    desk.excel.host.counters.reset();
    const { rows } = (await desk.host.read()).sheets[0]!;
    assert.equal(rows.length, PEOPLE + 2);
    assert.ok(desk.excel.host.counters.records.every(({ failure }) => failure === ""));
    assert.ok(spent().syncs <= 2 + 2 * Math.ceil(spent().bytes / MOST_BYTES), `${spent().syncs} for ${spent().bytes}`);
  });

  it("W6 a usual ledger opens in two round trips, and is refreshed in two", async () => {
    const small = await openDesk();
    const { counters } = small.excel.host;
    counters.reset();
    await small.host.draw(aLedgerBook());
    assert.equal(counters.spent.syncs, 2);
    counters.reset();
    await small.host.draw(aLedgerBook({ scores: { q1: "9" } }));
    assert.equal(counters.spent.syncs, 2);
    await small.close();
  });
});
