import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
  allBits,
  bitPlaces,
  bothBits,
  eitherBits,
  hasBit,
  noBits,
  otherBits,
  setBit,
  type BitSet,
} from "#core/report/population/columns/bit-set.ts";

const size = fc.integer({ min: 0, max: 200 });
const sized = size.chain((length) =>
  fc.record({
    length: fc.constant(length),
    a: fc.array(fc.boolean(), { minLength: length, maxLength: length }),
    b: fc.array(fc.boolean(), { minLength: length, maxLength: length }),
  }),
);

function bitsOf(flags: readonly boolean[]): BitSet {
  const bits = noBits(flags.length);
  flags.forEach((flag, at) => setBit(bits, at, flag));
  return bits;
}

function placesOf(flags: readonly boolean[]): readonly number[] {
  return flags.flatMap((flag, at) => (flag ? [at] : []));
}

describe("bit sets", () => {
  it("R5b a number is the length of its list, whatever the sets", () => {
    fc.assert(
      fc.property(sized, ({ length, a, b }) => {
        const [one, other] = [bitsOf(a), bitsOf(b)];
        const both = a.map((flag, at) => flag && b[at] === true);
        assert.deepEqual(bitPlaces(one), placesOf(a));
        assert.deepEqual(bitPlaces(bothBits(one, other)), placesOf(both));
        assert.deepEqual(bitPlaces(eitherBits(one, other)), placesOf(a.map((flag, at) => flag || b[at] === true)));
        assert.deepEqual(bitPlaces(otherBits(one, length)), placesOf(a.map((flag) => !flag)));
        assert.equal(bitPlaces(allBits(length)).length, length);
        assert.ok(a.every((flag, at) => hasBit(one, at) === flag));
      }),
    );
  });
});
