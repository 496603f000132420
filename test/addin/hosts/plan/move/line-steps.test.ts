import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { lineIdentities } from "#addin/hosts/plan/move/line-identity.ts";
import { lineSteps, type LineSteps } from "#addin/hosts/plan/move/line-steps.ts";
import { surplusBlanks } from "#addin/hosts/plan/move/surplus-blanks.ts";

/** Does to a list what a host does to the lines of a worksheet. */
function carriedOut(standing: readonly string[], wanted: readonly string[], steps: LineSteps): readonly string[] {
  const lines = [...standing];
  for (const { at, count } of steps.inserts) lines.splice(at, 0, ...Array.from({ length: count }, () => ""));
  steps.places.forEach((place, at) => (lines[place] = wanted[at] ?? ""));
  for (const { at, count } of steps.deletes) lines.splice(at, count);
  return Array.from(lines, (line: string | undefined) => line ?? "");
}

const ours = (key: string) => /^[a-z]\d*$/.test(key) || key.startsWith("#");
const refreshed = (standing: readonly string[], wanted: readonly string[]) =>
  carriedOut(standing, wanted, lineSteps(lineIdentities(standing, wanted, ours), 1));

describe("lines of a refreshed sheet", () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ["nothing changes", " a b c", "a b c", " a b c"],
    ["a new line comes behind its neighbour", " a b c", "a x b c", " a x b c"],
    ["before the first", " a b", "x a b", " x a b"],
    ["behind the last", " a b", "a b x y", " a b x y"],
    ["a gone line goes", " a b c", "a c", " a c"],
    ["the officer's order stays", " c a b", "a b c", " c a b"],
    ["a newcomer follows its neighbour wherever that stands", " c a b", "a x b c", " c a x b"],
    ["own lines stay where they are", " a - b - c", "a c", " a - - c"],
    ["unknown keys are the officer's", " a UNKNOWN b", "a b", " a UNKNOWN b"],
    ["a copied line is the officer's", " a a b", "a b", " a a b"],
    ["sections are known by what follows them", " #s a #s b", "#s x #s a #s b", " #s x #s a #s b"],
    ["a section goes with its last line", " #s a #s b", "#s b", " #s b"],
    ["everything is new", "", "a b", " a b"],
  ];
  for (const [name, standing, wanted, expected] of cases)
    it(`W2 ${name}`, () => {
      const lines = (text: string) => text.split(" ").map((key) => (key === "-" ? "" : key));
      assert.deepEqual(refreshed(lines(standing), lines(wanted)), lines(expected));
    });

  it("W2 in whatever order, with whatever came and went: ours are all there once, own lines and order stay", () => {
    const key = fc.constantFrom(..."abcdefghij".split(""));
    const own = fc.constantFrom("", "自己", "X1");
    fc.assert(
      fc.property(
        fc.record({
          drawn: fc.uniqueArray(key, { maxLength: 10 }),
          owned: fc.array(own, { maxLength: 5 }),
          wanted: fc.uniqueArray(key, { maxLength: 10 }),
          seed: fc.nat(),
        }),
        ({ drawn, owned, wanted, seed }) => {
          const standing = ["", ...shuffled([...drawn, ...owned], seed)];
          const after = refreshed(standing, wanted);
          const kept = drawn.filter((line) => wanted.includes(line));
          assert.deepEqual([...after].filter((line) => ours(line)).sort(), [...wanted].sort());
          assert.deepEqual(
            after.filter((line) => !ours(line) || kept.includes(line)),
            standing.filter((line) => !ours(line) || kept.includes(line)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it("W3 blank lines that came without a key are told from the officer's own", () => {
    const before = ["", "a", "", "b"];
    const now = ["", "a", "", "", "", "b"];
    assert.deepEqual(
      surplusBlanks(before, now, (line) => line !== 3),
      [
        { at: 4, count: 1 },
        { at: 2, count: 1 },
      ],
    );
    assert.deepEqual(
      surplusBlanks(before, before, () => true),
      [],
    );
  });
});

function shuffled<T>(lines: readonly T[], seed: number): readonly T[] {
  return lines
    .map((line, at) => ({ line, rank: ((at + 1) * (seed + 7)) % 101 }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ line }) => line);
}
