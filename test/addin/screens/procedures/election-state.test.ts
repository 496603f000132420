import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { byUrgency, electionState } from "#addin/screens/procedures/election-state.ts";

const TODAY = "2026-06-01" as Day;
const row = (record: string, electionDue = "") => ({ record, facts: { electionDue }, revisions: {} });

describe("when units elect", () => {
  const cases = [
    ["2026-05-31", "overdue"],
    ["2026-06-01", "soon"],
    ["2026-12-01", "soon"],
    ["2026-12-02", "later"],
    ["", "unknown"],
  ] as const;
  for (const [due, state] of cases)
    it(`M16a M19 due ${due === "" ? "unknown" : due}: ${state}`, () => {
      assert.equal(electionState(row("unit:x", due), TODAY), state);
    });

  it("M19 who is overdue longest comes first", () => {
    const rows = [row("later", "2028-01-01"), row("none"), row("soon", "2026-07-01"), row("b", "2026-02-01")];
    assert.deepEqual(
      byUrgency([...rows, row("a", "2025-02-01")], TODAY).map(({ record }) => record),
      ["a", "b", "soon", "none", "later"],
    );
  });
});
