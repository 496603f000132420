import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fieldKey } from "#addin/session/book/book-cells.ts";
import type { Issued, IssuedCell } from "#addin/session/book/issued.ts";
import { settlePushes } from "#addin/session/desk/settle-pushes.ts";
import type { Outcome } from "#core/protocol/push.ts";
import { snapshotOfBook } from "#core/sheet/snapshot/snapshot-of-book.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";

const LOOKS = {
  sheet: "s",
  row: "r",
  column: "c",
  rowName: "r",
  columnName: "c",
  state: "input",
  note: undefined,
} as const;

function theirs(record: string, field: string, text: string): IssuedCell["value"] | undefined {
  const key = fieldKey({ record, field });
  const issued: Issued = {
    snapshot: snapshotOfBook(aLedgerBook()),
    book: null,
    cells: new Map([[key, { ...LOOKS, value: 1, revision: 1 }]]),
  };
  const conflict: Outcome = { result: "conflict", theirs: text, revision: 2, who: "他人", at: "2026-12-31T08:00:00Z" };
  const edits = [{ record, field, baseRevision: 1, value: 3 }];
  return settlePushes(issued, [{ edits, outcomes: [conflict] }]).issued.cells.get(key)?.value;
}

describe("what another's value is in the sheet after a conflict", () => {
  const cases: readonly (readonly [string, string, string, IssuedCell["value"]])[] = [
    ["W3 a score is a number", "score", "7.5", 7.5],
    ["W3 a text stays one", "text.due", "12", "12"],
    ["W3 an emptied score is empty", "score", "", ""],
  ];
  for (const [name, field, text, value] of cases)
    it(name, () => {
      assert.equal(theirs("ledger:l/q1", field, text), value);
    });

  it("W3 R3 a number of a report is a number, or formulas and checks would pass over it", () => {
    assert.equal(theirs("report:2017:unit_c:2026-12-31", "2!C4", "43"), 43);
  });
});
