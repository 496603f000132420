import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { judgeOpening } from "#core/report/opening/judge-opening.ts";
import { aSet } from "#test/builders/report.ts";
import { tableText } from "#test/builders/report-definition.ts";

const SET = aSet([
  tableText({
    rows: "1 | 总计 | 全部\n2 | 其他 | 手填：不在记录中\n3 | 合计 | = 行1 + 行2\n4 | 差 | = 行3 - 行2 - 行2",
  }),
]);
const [COUNTED, FILLED, SUM, DIFFERENCE] = ["1!A1", "1!A2", "1!A3", "1!A4"] as const;

describe("opening figures as they are kept", () => {
  it("R14 what is computed from given numbers is computed anew, below zero as well; a sum without its parts stays", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(COUNTED, FILLED, SUM, DIFFERENCE), fc.nat(9_999)), (values) => {
        const kept = judgeOpening(values, SET);
        assert.deepEqual(kept.refused, []);
        const [counted, filled] = [values[COUNTED], values[FILLED]];
        const computed =
          counted === undefined || filled === undefined
            ? {}
            : { [SUM]: counted + filled, [DIFFERENCE]: counted - filled };
        assert.deepEqual(kept.values, { ...values, ...computed });
      }),
    );
  });

  it("R14 a number that could not have been typed is refused with its cell", () => {
    for (const wrong of [-1, 0.5, 1_000_000_000, 1e300]) {
      const { values, refused } = judgeOpening({ [COUNTED]: 1, [FILLED]: wrong }, SET);
      assert.deepEqual(
        refused.map((one) => "cell" in one && [one.code, one.cell]),
        [["report-value-wrong", FILLED]],
      );
      assert.deepEqual(values, { [COUNTED]: 1 }, String(wrong));
    }
    const { refused } = judgeOpening({ "9!Z9": 1, [FILLED]: -1 }, SET);
    assert.deepEqual(
      refused.map(({ code }) => code),
      ["report-cell-unknown", "report-value-wrong"],
    );
  });
});
