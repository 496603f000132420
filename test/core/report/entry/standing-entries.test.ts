import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { toId, type AccountId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";
import { enterableCells } from "#core/report/entry/enterable-cells.ts";
import type { ReportEntry } from "#core/report/entry/report-entry.ts";
import { enteredValues, manualEmpty, standingEntries, standingOverrides } from "#core/report/entry/standing-entries.ts";
import { aSet } from "#test/builders/report.ts";
import { tableText } from "#test/builders/report-definition.ts";

const CELLS = enterableCells(
  aSet([tableText({ rows: "1 | 总计 | 全部\n2 | 其他 | 手填：不在记录中", rest: "格\nB2 | = A2" })]),
);
const BY = { accountId: toId<AccountId>("acc_1"), who: "李梅", at: "2026-12-31T01:00:00.000Z" as Instant };

function anEntry(cell: string, value: string | null, given: Partial<ReportEntry> = {}): ReportEntry {
  return { cell, kind: "override", value, generated: "7", reason: "两人本月补录", revision: 3, ...BY, ...given };
}

describe("entries of a report", () => {
  it("R12 a rehearsal sees the report's entries where it has none of its own, as if nothing had been typed yet", () => {
    const behind = [anEntry("1!A1", "5"), anEntry("1!B1", "2")];
    const standing = standingEntries({ own: [anEntry("1!B1", null)], behind }, CELLS);
    assert.deepEqual(standing.get("1!A1"), anEntry("1!A1", "5", { revision: 0 }));
    assert.equal(standing.get("1!B1")?.value, null);
    assert.deepEqual([...enteredValues(standing)], [["1!A1", 5]]);
  });

  it("R11 an entry of a cell that the form fills in another way by now counts no more", () => {
    const own = [anEntry("1!A2", "4"), anEntry("1!B2", "4"), anEntry("1!A1", "4", { kind: "manual" })];
    assert.deepEqual([...standingEntries({ own, behind: [] }, CELLS).keys()], []);
  });

  it("R3 an override is stale when the records say something else than when it was forced", () => {
    const standing = standingEntries({ own: [anEntry("1!A1", "5"), anEntry("1!B1", "2")], behind: [] }, CELLS);
    const generated = new Map([
      ["1!A1", 7],
      ["1!B1", 8],
    ]);
    const found = standingOverrides(standing, generated).map(({ cell, generated: now, stale }) => [cell, now, stale]);
    assert.deepEqual(found, [
      ["1!A1", 7, false],
      ["1!B1", 8, true],
    ]);
  });

  it("R7 names the cells still to be filled by hand; nought is a number", () => {
    assert.deepEqual(manualEmpty(new Map(), CELLS), ["1!A2"]);
    const filled = standingEntries({ own: [anEntry("1!A2", "0", { kind: "manual" })], behind: [] }, CELLS);
    assert.deepEqual(manualEmpty(filled, CELLS), []);
  });
});
