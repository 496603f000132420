import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { BlockCounter } from "#core/report/counting/block-counter.ts";
import type { PopulationPlan } from "#core/report/counting/counting-plan.ts";
import { plainAnswerKernel } from "#core/report/kernel/answer-kernel.ts";
import { plainBlockKernel } from "#core/report/kernel/plain-block-kernel.ts";
import { wasmAnswerKernel } from "#core/report/kernel/wasm-answer-kernel.ts";
import { wasmBlockKernel } from "#core/report/kernel/wasm-block-kernel.ts";
import { bitPlaces, clearTail, noBits, type BitSet } from "#core/report/population/columns/bit-set.ts";
import { codesFor } from "#core/report/population/columns/column.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";

/** Scope 0, conditions 1 to 3, "1 and 2" in place 4; counted: all, 1, 1 and 2, 1 and 2 and 3. */
const PLAN: PopulationPlan = {
  ...{ name: "people", conditions: [0, 1, 2], sums: [], cells: [], places: [] },
  asked: [[], [0], [0, 1], [0, 1, 2]],
  joins: [
    { one: 0, other: 1 },
    { one: 4, other: 2 },
  ],
  pairs: [
    { one: 0, other: 0 },
    { one: 0, other: 1 },
    { one: 4, other: 2 },
    { one: 5, other: 3 },
  ],
};

/** Sizes on both sides of a word, a step and a block. */
const size = fc.oneof(
  fc.integer({ min: 0, max: 2000 }),
  fc.constantFrom(31, 32, 33, 511, 512, 513, 32_767, 32_768, 32_769, 70_001),
);

function randomBits(records: number, { seed, share }: { readonly seed: number; readonly share: number }): BitSet {
  const random = seededRandom(seed);
  const bits = noBits(records);
  for (let word = 0; word < bits.length; word += 1)
    if (random.next() < share) bits[word] = Math.floor(random.next() * 2 ** 32);
  return clearTail(bits, records);
}

function inCommon(sets: readonly BitSet[]): number {
  const [first = noBits(0), ...others] = sets;
  return bitPlaces(first.map((word, at) => others.reduce((both, set) => both & (set[at] ?? 0), word))).length;
}

describe("the kernels of counting", () => {
  it("R2 count the same in WebAssembly and without, as many as a plain loop, in large scopes and small ones", () => {
    const shares = fc.constantFrom(0, 0.01, 0.1, 0.5, 1);
    fc.assert(
      fc.property(size, fc.nat(), shares, (records, seed, share) => {
        const scope = randomBits(records, { seed, share });
        const sets = [1, 2, 3].map((add) => randomBits(records, { seed: seed + add, share: 1 }));
        const expected = PLAN.asked.map((asked) => inCommon([scope, ...asked.map((index) => sets[index] ?? scope)]));
        for (const make of [wasmBlockKernel, plainBlockKernel]) {
          const counter = new BlockCounter(PLAN, (words) => make(words) ?? assert.fail("no WebAssembly here"));
          const count = () => [...counter.count(scope, (condition) => sets[condition] ?? scope)];
          assert.deepEqual([count(), count()], [expected, expected]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("R5b look tests up the same in WebAssembly and without, whatever the width of a column", () => {
    const texts = fc.constantFrom(1, 2, 200, 256, 257, 5000, 65_536, 65_537, 70_000);
    fc.assert(
      fc.property(size, texts, fc.integer({ min: 1, max: 8 }), (rows, many, tests) => {
        const random = seededRandom(rows + many + tests);
        const codes = codesFor(rows, many).map(() => random.between(0, many - 1));
        const answers = new Uint8Array(many).map(() => random.between(0, 2 ** tests - 1));
        const [one, other] = [wasmAnswerKernel(many), plainAnswerKernel].map((kernel) => {
          assert.ok(kernel);
          const sets = Array.from({ length: tests }, () => noBits(rows + 100));
          kernel({ codes, answers, sets });
          return sets;
        });
        assert.deepEqual(one, other);
        for (let test = 0; test < tests; test += 1) {
          const held = codes.filter((code) => (((answers[code] ?? 0) >>> test) & 1) === 1).length;
          assert.equal(bitPlaces(one?.[test] ?? noBits(0)).length, held);
        }
      }),
      { numRuns: 60 },
    );
  });
});
