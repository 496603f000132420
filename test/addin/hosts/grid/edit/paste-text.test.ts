import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { blockText } from "#addin/hosts/grid/edit/copy-text.ts";
import type { SheetGuard } from "#addin/hosts/grid/edit/grid-guard.ts";
import { parseBlock, pasteText } from "#addin/hosts/grid/edit/paste-text.ts";

const guard: SheetGuard = { protection: "input-only", editable: new Set(["5,10", "6,10", "7,10"]) };
const at = (startRow: number, endRow = startRow) => ({ startRow, endRow, startColumn: 10, endColumn: 10 });

describe("pasting into the grid", () => {
  const cases: readonly (readonly [text: string, block: readonly (readonly string[])[]])[] = [
    ["1", [["1"]]],
    [
      "1\t2\n3\t4",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["1\r\n2\r\n", [["1"], ["2"]]],
    ['"两行\n一格"\t"说""好"""', [["两行\n一格", '说"好"']]],
    ["\t", [["", ""]]],
  ];
  for (const [text, block] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(parseBlock(text), block));
    it(`copies it back to the same cells`, () => assert.deepEqual(parseBlock(blockText(block)), block));
  }

  it("makes numbers of plain numbers only", () => {
    const pasted = pasteText("1.50\n=1+1\n００７", { guard, range: at(5) });
    assert.ok("cells" in pasted);
    assert.deepEqual(
      [5, 6, 7].map((row) => pasted.cells[row]?.[10]?.["v"]),
      [1.5, "=1+1", "００７"],
    );
  });
  it("A14 never makes a formula of a text", () => {
    const pasted = pasteText("=HYPERLINK(1)", { guard, range: at(5) });
    assert.ok("cells" in pasted);
    assert.equal(pasted.cells[5]?.[10]?.["f"], null);
  });
  it("fills the selection with a single value", () => {
    const pasted = pasteText("3", { guard, range: at(5, 7) });
    assert.ok("cells" in pasted);
    assert.deepEqual(Object.keys(pasted.cells), ["5", "6", "7"]);
  });
  it("refuses the whole block at the first closed cell", () => {
    assert.deepEqual(pasteText("1\n2\n3\n4", { guard, range: at(5) }), { refusedAt: { row: 8, column: 10 } });
  });
});
