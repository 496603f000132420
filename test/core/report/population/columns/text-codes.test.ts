import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { addDays } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { TextCodes } from "#core/report/population/columns/text-codes.ts";

const day = fc.nat({ max: 73_000 }).map((days) => addDays("1900-01-01" as Day, days));
/** Nearly days: another shape, outside of the years, with letters or marks that stand beside the digits. */
const nearly = fc.constantFrom(
  ...["1899-12-31", "2100-01-01", "2026-3-001", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32", "2026/01/01"],
  ...["202a-01-01", "2026-0:-01", "2026-01-/1", "2026-01", "２026-01-01", "      -  -", "2026-01-01 ", "-026-01-01"],
);
const text = fc.oneof({ weight: 8, arbitrary: day }, nearly, fc.string({ minLength: 1, maxLength: 12 }));

describe("codes of a column's texts", () => {
  it("R5b every text has the code it was given, however many there are and whatever they look like", () => {
    const texts = fc.uniqueArray(text, { minLength: 1, maxLength: 1_500, size: "max" });
    fc.assert(
      fc.property(texts, fc.nat({ max: 1_500 }), (all, early) => {
        const known = ["", ...all.slice(0, early)];
        const codes = new TextCodes(known);
        for (let code = known.length; code <= all.length; code += 1) {
          assert.equal(codes.of(all[code - 1] ?? ""), undefined);
          codes.set(all[code - 1] ?? "", code);
        }
        all.forEach((one, index) => assert.equal(codes.of(one), index + 1));
        assert.equal(codes.of("something else"), undefined);
      }),
      { numRuns: 60 },
    );
  });
});
