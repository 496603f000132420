import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { byLook } from "#core/sheet/by-look.ts";
import type { Cell } from "#core/sheet/cell.ts";
import type { Row } from "#core/sheet/sheet.ts";

const PLAIN: Cell = { value: "1", state: "text" };
const binding = { record: "person:p1", field: "name", revision: 1 };

/** Each looks different from all others. */
const LOOKS: readonly (readonly [cell: Cell, kind: Row["kind"]])[] = [
  [PLAIN, "data"],
  [PLAIN, "header"],
  [{ ...PLAIN, state: "input" }, "data"],
  [{ ...PLAIN, state: "error" }, "data"],
  [{ ...PLAIN, state: "error", ground: "manual" }, "data"],
  [{ ...PLAIN, state: "error", ground: "overridden" }, "data"],
  [{ ...PLAIN, format: "@" }, "data"],
  [{ ...PLAIN, bold: true }, "data"],
  [{ ...PLAIN, link: "#t2" }, "data"],
  [{ ...PLAIN, binding }, "data"],
  [{ ...PLAIN, align: "left" }, "data"],
  [{ ...PLAIN, align: "center" }, "data"],
  [{ ...PLAIN, align: "right" }, "data"],
  [{ ...PLAIN, align: "right" }, "total"],
];

describe("cells by their look", () => {
  it("get the same object when they look alike, whatever stands in them", () => {
    const objectOf = byLook(() => ({}));
    for (const [cell, kind] of LOOKS)
      assert.equal(objectOf({ ...cell, value: 2, note: "another" }, kind), objectOf(cell, kind));
  });

  it("get another one for each way to look different", () => {
    const objectOf = byLook(() => ({}));
    assert.equal(new Set(LOOKS.map(([cell, kind]) => objectOf(cell, kind))).size, LOOKS.length);
  });

  it("are asked for once per look", () => {
    let made = 0;
    const objectOf = byLook(() => (made += 1));
    for (let round = 0; round < 3; round += 1) for (const [cell, kind] of LOOKS) objectOf(cell, kind);
    assert.equal(made, LOOKS.length);
  });
});
