import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import {
  add,
  compare,
  decimalsOf,
  divide,
  format,
  multiply,
  ofInteger,
  parseRational,
  rational,
  round,
  subtract,
  sum,
  toText,
  ZERO,
} from "#core/kernel/rational.ts";

const decimalText = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([units, decimals]) => (units / 10 ** decimals).toFixed(decimals));

describe("rational", () => {
  for (const text of ["0", "-0.50", "12", "+3", "007", "999999999999999.999999999999999"]) {
    it(`reads ${text}`, () => assert.notEqual(parseRational(text), undefined));
  }

  for (const text of [
    "",
    " 1",
    "1 ",
    ".5",
    "5.",
    "1e3",
    "1,000",
    "50%",
    "１",
    "NaN",
    "Infinity",
    "--1",
    "0x10",
    "1.2.3",
  ]) {
    it(`does not read "${text}"`, () => assert.equal(parseRational(text), undefined));
  }

  it("throws on a template constant that is no decimal", () => assert.throws(() => rational("x"), /not a decimal/));

  it("throws on division by zero", () => assert.throws(() => divide(rational("1"), ZERO), /division by zero/));

  for (const [text, decimals, rounded] of [
    ["0.5", 0, "1"],
    ["-0.5", 0, "-1"],
    ["2.5", 0, "3"],
    ["-2.5", 0, "-3"],
    ["1.005", 2, "1.01"],
    ["-1.005", 2, "-1.01"],
    ["1.00499999", 2, "1.00"],
    ["-0.004", 2, "0.00"],
    ["7.5", 2, "7.50"],
    ["99.995", 2, "100.00"],
  ] as const) {
    it(`L12 rounds ${text} to ${decimals} decimals half away from zero: ${rounded}`, () => {
      assert.equal(format(rational(text), decimals), rounded);
      assert.equal(format(round(rational(text), decimals), decimals), rounded);
    });
  }

  it("shows the shortest exact text", () => {
    assert.deepEqual(
      ["7.50", "8.00", "-0.10", "-0"].map((text) => toText(rational(text))),
      ["7.5", "8", "-0.1", "0"],
    );
    assert.equal(decimalsOf(rational("7.50")), 1);
    assert.equal(decimalsOf(divide(rational("1"), rational("3"))), undefined);
    assert.throws(() => toText(divide(rational("1"), rational("3"))), /no finite decimal/);
  });

  it("is a field: sums and products undo each other, in any order", () => {
    fc.assert(
      fc.property(decimalText, decimalText, decimalText, (x, y, z) => {
        const [a, b, c] = [rational(x), rational(y), rational(z)];
        assert.deepEqual(subtract(add(a, b), b), a);
        assert.deepEqual(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
        assert.deepEqual(sum([a, b, c]), sum([c, b, a]));
        if (b.numerator !== 0n) assert.deepEqual(multiply(divide(a, b), b), a);
      }),
    );
  });

  it("keeps a text exactly through reading and showing", () => {
    fc.assert(
      fc.property(decimalText, (text) => {
        const value = rational(text);
        assert.deepEqual(rational(toText(value)), value);
        assert.equal(Number(toText(value)), Number(text) === 0 ? 0 : Number(text));
      }),
    );
  });

  it("orders as numbers do", () => {
    fc.assert(
      fc.property(decimalText, decimalText, (x, y) =>
        assert.equal(compare(rational(x), rational(y)), Math.sign(Number(x) - Number(y))),
      ),
    );
  });

  it("rounds to the nearest, and away from zero in the middle", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        fc.integer({ min: 0, max: 4 }),
        (n, d, decimals) => {
          const value = divide({ numerator: n, denominator: 1n }, { numerator: d, denominator: 1n });
          const rounded = round(value, decimals);
          const half = divide(ofInteger(1), ofInteger(2 * 10 ** decimals));
          const distance = subtract(rounded, value);
          const magnitude = distance.numerator < 0n ? subtract(ZERO, distance) : distance;
          assert.ok(compare(magnitude, half) <= 0);
          if (compare(magnitude, half) === 0) assert.equal(compare(rounded, value), n < 0n ? -1 : 1);
        },
      ),
    );
  });
});
