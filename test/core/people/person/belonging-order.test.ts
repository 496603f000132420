import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { byTime, lastingBelongings } from "#core/people/person/belonging-order.ts";
import { aBelonging } from "#test/builders/person.ts";

const DAY = "2025-05-04";
const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

describe("the order of belongings", () => {
  it("M1 of those that begin on one day the lasting one is the last, whatever their ids", () => {
    const [dead, lasting] = [
      aBelonging({ id: "pos_9", from: DAY, until: DAY }),
      aBelonging({ id: "pos_1", from: DAY }),
    ];
    const before = aBelonging({ id: "pos_5", from: "2020-01-01", until: DAY });
    for (const rows of [
      [dead, lasting, before],
      [lasting, before, dead],
    ])
      assert.deepEqual(idsOf(rows.toSorted(byTime)), ["pos_5", "pos_9", "pos_1"]);
  });

  it("R2 a row that lasted no day tells of nobody where another of its kind holds or ends that day", () => {
    const dead = aBelonging({ id: "pos_9", from: DAY, until: DAY });
    const kept = (given: Parameters<typeof aBelonging>[0]) =>
      idsOf(lastingBelongings([dead, aBelonging({ id: "pos_1", ...given })]));
    assert.deepEqual(kept({ from: DAY }), ["pos_1"]);
    assert.deepEqual(kept({ from: "2020-01-01", until: DAY }), ["pos_1"]);
    assert.deepEqual(kept({ from: "2020-01-01" }), ["pos_1"]);
    assert.deepEqual(kept({ from: "2020-01-01", until: "2024-01-01" }), ["pos_1", "pos_9"]);
    assert.deepEqual(kept({ from: "2020-01-01", until: DAY, kind: "applicant" }), ["pos_1", "pos_9"]);
  });

  it("R2 every lasting row stays, in order", () => {
    const row = fc.record({ from: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (drawn) => {
        const rows = drawn.map(({ from, days }, index) =>
          aBelonging({
            id: `pos_${index}`,
            from: `2025-01-0${from}`,
            until: `2025-01-${String(from + days).padStart(2, "0")}`,
          }),
        );
        const result = lastingBelongings(rows);
        assert.deepEqual(result, result.toSorted(byTime));
        for (const one of rows) if (one.until !== null && one.until > one.from) assert.ok(result.includes(one));
      }),
    );
  });
});
