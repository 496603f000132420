import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { UnitInTree } from "#core/protocol/records/unit-changes.ts";
import { kindsBelow, mergersOf, movesOf, placedUnits } from "#addin/screens/procedures/unit-places.ts";
import { aUnit } from "#test/builders/organisation.ts";

function inTree(name: string, parent: string | null): UnitInTree {
  return { ...aUnit(name, parent), foundedOn: null, since: null, members: 0, mayChange: true };
}

const units = placedUnits([
  inTree("c", null),
  inTree("g1", "c"),
  inTree("g2", "c"),
  inTree("g3", "g1"),
  inTree("b11", "g1"),
  inTree("b21", "g2"),
]);
const unit = (id: string) => units.find((one) => one.id === id) ?? assert.fail(id);
const ids = (found: readonly { readonly id: string }[]): readonly string[] => found.map(({ id }) => id);

describe("where units may go", () => {
  it("M17 each unit is followed by what is below it", () => {
    assert.deepEqual(
      units.map(({ id, depth }) => `${String(depth)} ${id}`),
      ["0 c", "1 g1", "2 g3", "2 b11", "1 g2", "2 b21"],
    );
  });

  it("M18 a unit moves below what its kind stands below, never into itself or where it is", () => {
    assert.deepEqual(ids(movesOf(units, unit("b11"))), ["c", "g3", "g2"]);
    assert.deepEqual(ids(movesOf(units, unit("g1"))), ["g2"]);
  });

  it("M18 a unit is merged into another one of its kind outside itself", () => {
    assert.deepEqual(ids(mergersOf(units, unit("b11"))), ["b21"]);
    assert.deepEqual(ids(mergersOf(units, unit("g1"))), ["g2"]);
  });

  it("A4 units are made one and two levels down", () => {
    assert.deepEqual(kindsBelow(unit("g1")), ["general-branch", "branch"]);
    assert.deepEqual(kindsBelow(unit("b11")), []);
  });
});
