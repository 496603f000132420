import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { bringIntoSight } from "#addin/hosts/grid/bring-into-sight.ts";

describe("bringing a cell into sight", () => {
  function askedFor(row: number, column: number): readonly number[] {
    const asked: number[] = [];
    const sheet = {
      getFreeze: () => ({ ySplit: 5, xSplit: 3 }),
      scrollToCell: (...corner: readonly number[]) => asked.push(...corner),
    };
    bringIntoSight(sheet, { row, column });
    return asked;
  }

  it("R4 leaves rows and a column before it", () => {
    assert.deepEqual(askedFor(30, 10), [27, 9]);
  });

  it("R4 never asks for the frozen part, on either axis", () => {
    assert.deepEqual(askedFor(6, 30), [5, 29]);
    assert.deepEqual(askedFor(30, 3), [27, 3]);
    assert.deepEqual(askedFor(2, 1), [5, 3]);
  });
});
