import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { TransferPerson } from "#core/protocol/records/transfers.ts";
import {
  filledAll,
  goings,
  lettersOf,
  pasted,
  rowOf,
  type IssueRow,
} from "#addin/screens/procedures/transfers/issue-rows.ts";

const DATED = { on: "2026-06-01", reason: "毕业" };

function aPerson(personId: string): TransferPerson {
  const base = { name: personId, idNumber: "1101**********0011", unitName: "第一支部", stage: "full" as const };
  return { personId, ...base, paidUntil: "2026-05", hasMobile: true, underWay: false, lost: null };
}

const rows: readonly IssueRow[] = ["a", "b", "c"].map((id) => rowOf(new Map(), aPerson(id)));

describe("the sheet of destinations", () => {
  it("M12b pasted columns go down from the row they were pasted into: codes stay here, names leave", () => {
    const after = pasted(rows, "g2\t\t2026.4\r\n南方大学党委\t文学院党委\r\n多出的一行\r\n", {
      from: 1,
      column: "place",
    });
    assert.deepEqual(
      after.map(({ to, duesPaidUntil }) => [to.kind, to.place, to.finallyTo, duesPaidUntil]),
      [
        ["code", "", "", "2026-05"],
        ["code", "g2", "", "2026-04"],
        ["province", "南方大学党委", "文学院党委", "2026-05"],
      ],
    );
  });

  it("M12b a column of dues alone touches nothing else", () => {
    const after = pasted(rows, "2026年3月\n2026/04", { from: 0, column: "duesPaidUntil" });
    assert.deepEqual(
      after.map(({ duesPaidUntil, to }) => [duesPaidUntil, to.place]),
      [
        ["2026-03", ""],
        ["2026-04", ""],
        ["2026-05", ""],
      ],
    );
  });

  it("M12b letters are asked for only when each row has its destination", () => {
    const some = pasted(rows, "g2\ng2", { from: 0, column: "place" });
    assert.equal(lettersOf(some, DATED), undefined);
    const to = { kind: "city", place: "市卫健委党委", finallyTo: "" } as const;
    const all = [...some.slice(0, 2), ...filledAll(some.slice(2), { to, graduate: true })];
    assert.equal(lettersOf(all, { ...DATED, reason: " " }), undefined);
    const letters = lettersOf(all, DATED) ?? assert.fail("not complete");
    assert.deepEqual(letters.rows[2], {
      ...{ personId: "c", duesPaidUntil: "2026-05", graduate: true },
      to: { heading: "市卫健委党委", finallyTo: "", province: false },
    });
    assert.deepEqual(
      goings(letters).map(({ count, to: where }) => [count, "unitCode" in where ? where.unitCode : where.heading]),
      [
        [2, "g2"],
        [1, "市卫健委党委"],
      ],
    );
  });
});
