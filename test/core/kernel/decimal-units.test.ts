import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import { divideRounded, powerOfTen, textOfUnits, unitsOf } from "#core/kernel/decimal-units.ts";
import { divide, format, rational } from "#core/kernel/rational.ts";

describe("decimal units", () => {
  for (const [text, decimals, units] of [
    ["7.5", 2, 750n],
    ["7", 0, 7n],
    ["-0.5", 1, -5n],
    ["0.005", 2, 1n],
    ["-0.005", 2, -1n],
    ["+3", 2, 300n],
    ["007.10", 2, 710n],
  ] as const) {
    it(`${text} with ${decimals} decimals is ${units} units`, () => assert.equal(unitsOf(text, decimals), units));
  }

  it("throws on what is no decimal", () => {
    for (const text of ["", "1e3", "１", "1.", "0x1"]) assert.throws(() => unitsOf(text, 2), /not a decimal/);
    assert.throws(() => divideRounded(1n, 0n), /positive/);
  });

  it("L12 agrees with the rational numbers on every text", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999, max: 999_999 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 4 }),
        (whole, places, decimals) => {
          const text = (whole / 10 ** places).toFixed(places);
          assert.equal(textOfUnits(unitsOf(text, decimals), decimals), format(rational(text), decimals));
        },
      ),
    );
  });

  it("L12 divides half away from zero", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (numerator, denominator) => {
          const exact = divide({ numerator, denominator: 1n }, { numerator: denominator, denominator: 1n });
          assert.equal(divideRounded(numerator, denominator).toString(), format(exact, 0));
        },
      ),
    );
    assert.deepEqual(
      [5n, -5n, 15n, -15n].map((half) => divideRounded(half, 10n)),
      [1n, -1n, 2n, -2n],
    );
  });

  it("knows powers of ten beyond its table", () => assert.equal(powerOfTen(20), 10n ** 20n));
});
