import assert from "node:assert/strict";
import { describe, it } from "mocha";
import fc from "fast-check";
import {
  ancestorsOf,
  isAbove,
  levelsBelow,
  ownsLedger,
  siblingsOfSameKind,
  subtreeOf,
} from "#core/organisation/tree.ts";
import { anOrganisation, aUnit, unitId } from "#test/builders/organisation.ts";

const tree = anOrganisation("c(g1(b1(p1,p2),b2,g3(b5)),g2(b3),b4)");

describe("the unit tree", () => {
  it("gives the units above, nearest first", () => {
    assert.deepEqual(ancestorsOf(tree, unitId("p1")), ["b1", "g1", "c"]);
    assert.deepEqual(ancestorsOf(tree, unitId("c")), []);
  });

  it("gives the subtree, the unit itself first and parents before children", () => {
    assert.deepEqual(subtreeOf(tree, unitId("g1")), ["g1", "b1", "b2", "g3", "p1", "p2", "b5"]);
    assert.deepEqual(subtreeOf(tree, unitId("p2")), ["p2"]);
  });

  it("L14.2 takes as siblings only units of the same kind under the same parent", () => {
    assert.deepEqual(siblingsOfSameKind(tree, unitId("b1")), ["b2"]);
    assert.deepEqual(siblingsOfSameKind(tree, unitId("g1")), ["g2"]);
    assert.deepEqual(siblingsOfSameKind(tree, unitId("b4")), []);
    assert.deepEqual(siblingsOfSameKind(tree, unitId("b3")), []);
    assert.deepEqual(siblingsOfSameKind(tree, unitId("c")), []);
  });

  it("counts levels down", () => {
    assert.equal(levelsBelow(tree, unitId("c"), unitId("p1")), 3);
    assert.equal(levelsBelow(tree, unitId("g1"), unitId("g1")), 0);
    assert.equal(levelsBelow(tree, unitId("g2"), unitId("b1")), undefined);
    assert.equal(levelsBelow(tree, unitId("b1"), unitId("g1")), undefined);
  });

  it("answers nothing for a unit it does not hold", () => {
    const gone = unitId("gone");
    assert.deepEqual([ancestorsOf(tree, gone), subtreeOf(tree, gone), siblingsOfSameKind(tree, gone)], [[], [], []]);
    assert.equal(isAbove(tree, gone, unitId("b1")), false);
    assert.equal(levelsBelow(tree, gone, gone), undefined);
  });

  it("knows that the root and party groups own no ledger", () => {
    const owners = [...tree.units.values()].filter(ownsLedger).map((unit) => unit.id);
    assert.deepEqual(owners, ["g1", "b1", "b2", "g3", "b5", "g2", "b3", "b4"]);
  });

  it("agrees with itself on every random tree", () => {
    const parents = fc.array(fc.nat(), { maxLength: 60 });
    fc.assert(
      fc.property(parents, (choices) => {
        const units = choices.map((choice, index) =>
          aUnit(`g${String(index + 1)}`, `g${String(choice % (index + 1))}`),
        );
        const random = anOrganisation([aUnit("g0", null), ...units]);
        for (const lower of random.units.keys()) {
          const above = ancestorsOf(random, lower);
          for (const upper of random.units.keys()) {
            assert.equal(isAbove(random, upper, lower), above.includes(upper));
            assert.equal(subtreeOf(random, upper).includes(lower), upper === lower || above.includes(upper));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("copes with a chain of 5,000 units", () => {
    const chain = Array.from({ length: 5_000 }, (_, index) =>
      aUnit(`g${String(index)}`, index === 0 ? null : `g${String(index - 1)}`),
    );
    const deep = anOrganisation(chain);
    assert.equal(subtreeOf(deep, unitId("g0")).length, 5_000);
    assert.equal(ancestorsOf(deep, unitId("g4999")).length, 4_999);
  });
});
