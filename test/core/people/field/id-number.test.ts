import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import type { Day } from "#core/kernel/instant.ts";
import { birthDateOf, checkCharacterOf, parseIdNumber, sexOf } from "#core/people/field/id-number.ts";

const today = "2026-11-22" as Day;
const digits = fc
  .record({
    region: fc.integer({ min: 110_000, max: 659_999 }),
    born: fc.date({ min: new Date("1900-01-01"), max: new Date("2026-01-01"), noInvalidDate: true }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, born, order }) => {
    const day = born.toISOString().slice(0, 10).replaceAll("-", "");
    return `${region}${day}${String(order).padStart(3, "0")}`;
  });

/** The other way round, as ISO 7064 has it: the whole number is 1 modulo 11 when read with base 2. */
function isoSum(number: string): number {
  let sum = 0;
  for (const character of number) sum = (sum * 2 + (character === "X" ? 10 : Number(character))) % 11;
  return sum;
}

describe("ID number", () => {
  it("M1 M21-1 agrees with ISO 7064 MOD 11-2 on every number", () => {
    fc.assert(
      fc.property(digits, fc.constantFrom("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"), (first, last) => {
        const number = first + last;
        assert.equal(parseIdNumber(number, today).ok, isoSum(number) === 1);
        assert.equal(checkCharacterOf(first) === last, isoSum(number) === 1);
      }),
    );
  });

  it("M1 tells birth date and sex", () => {
    fc.assert(
      fc.property(digits, (first) => {
        assert.equal(birthDateOf(`${first}0`)?.replaceAll("-", ""), first.slice(6, 14));
        assert.equal(sexOf(`${first}0`) === "1", "13579".includes(first.charAt(16)));
      }),
    );
  });

  it("M1 M21-1 notices one wrong digit and two that changed places", () => {
    fc.assert(
      fc.property(digits, fc.nat(16), fc.nat(9), (first, place, digit) => {
        const last = checkCharacterOf(first);
        const wrong = first.slice(0, place) + String(digit) + first.slice(place + 1) + last;
        assert.equal(parseIdNumber(wrong, today).ok, wrong === first + last);
        const swapped = first.slice(0, 15) + first.charAt(16) + first.charAt(15) + last;
        assert.equal(parseIdNumber(swapped, today).ok, swapped === first + last);
      }),
    );
  });
});
