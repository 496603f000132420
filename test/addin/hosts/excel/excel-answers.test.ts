import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { aRoster } from "#test/builders/roster-book.ts";
import { openDesk, type ExcelDesk } from "./excel-desk.ts";

/** Together more than the 5 MB that an answer of Excel may have. */
const [PEOPLE, COLUMNS] = [100, 10];
const LONG = "组织生活".repeat(1_000);

describe("what Excel answers while a book is drawn", function () {
  this.timeout(60_000);
  let desk: ExcelDesk;
  afterEach(async () => desk.close());

  const textOf = async (): Promise<unknown> => (await desk.host.read()).sheets[0]?.rows[5]?.[3]?.value;
  const failures = (): readonly string[] =>
    desk.excel.host.counters.records.flatMap(({ failure }) => (failure === "" ? [] : [failure]));

  it("W3 W6 is small enough also where long texts give way to short ones", async () => {
    desk = await openDesk();
    await desk.host.draw(aRoster(PEOPLE, COLUMNS, LONG));
    const seen = await desk.host.read();
    desk.excel.host.counters.reset();
    await desk.host.draw(aRoster(PEOPLE, COLUMNS), { seen });
    assert.equal(await textOf(), "内容3-2");
    const largest = Math.max(...desk.excel.host.counters.records.map(({ answerBytes }) => answerBytes));
    assert.ok(largest < 5_000_000, String(largest));
    assert.deepEqual(failures(), []);
  });

  it("W3 is never asked for by writing again: what was drawn is put back, and the next refresh goes through", async () => {
    desk = await openDesk();
    await desk.host.draw(aRoster(PEOPLE, COLUMNS));
    const before = await desk.host.read();
    // After the look around, so that nobody could know how much comes back.
    const paste = () => {
      for (let row = 3; row < 90; row += 1) desk.user.type("名册", `E${row}`, "甲".repeat(30_000));
    };
    desk.excel.host.faults.before(paste, 1);
    await assert.rejects(desk.host.draw(aRoster(PEOPLE, COLUMNS, "新")), { code: "too-large-for-host" });
    assert.deepEqual(await desk.host.read(), before);
    await desk.host.draw(aRoster(PEOPLE, COLUMNS, "新"));
    assert.equal(await textOf(), "内容3-2新");
  });
});
