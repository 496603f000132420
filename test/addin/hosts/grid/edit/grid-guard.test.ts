import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  guardOf,
  judgeWrite,
  keepLooks,
  mayType,
  SET_VALUES,
  type CellMatrix,
} from "#addin/hosts/grid/edit/grid-guard.ts";
import type { Sheet } from "#core/sheet/sheet.ts";
import { aLedgerBook } from "#test/builders/sheet-book.ts";

const [sheet] = aLedgerBook().sheets as readonly [Sheet];
const guard = guardOf(sheet);
const row = sheet.rows.findIndex(({ key }) => key === "q1") + 1;
const column = (key: string) => sheet.columns.findIndex((candidate) => candidate.key === key) + 1;
const writes = (cellValue: CellMatrix) => judgeWrite(guard, { id: SET_VALUES, cellValue }).verdict;

describe("the grid's guard", () => {
  it("lets a bound input through", () => {
    assert.equal(writes({ [row]: { [column("score")]: { v: 3 } } }), "pass");
  });
  it("refuses maxima, keys and everything beyond the book", () => {
    assert.equal(writes({ [row]: { [column("maximum")]: { v: 3 } } }), "refuse");
    assert.equal(writes({ [row]: { 0: { v: "q9" } } }), "refuse");
    assert.equal(writes({ 0: { [column("score")]: { v: "x" } } }), "refuse");
    assert.equal(writes({ [row]: { 90: { v: 3 } } }), "refuse");
  });
  it("refuses a block of which one cell is closed", () => {
    assert.equal(writes({ [row]: { [column("score")]: { v: 3 }, [column("maximum")]: null } }), "refuse");
  });
  it("refuses moving, inserting and deleting in a protected sheet, not widening a column", () => {
    for (const id of [
      "sheet.mutation.insert-row",
      "sheet.mutation.remove-rows",
      "sheet.mutation.move-range",
      "sheet.mutation.update-note",
    ]) {
      assert.equal(judgeWrite(guard, { id }).verdict, "refuse", id);
    }
    assert.equal(judgeWrite(guard, { id: "sheet.mutation.set-worksheet-col-width" }).verdict, "pass");
    assert.equal(judgeWrite(guard, { id: "formula.mutation.set-formula-data" }).verdict, "pass");
  });
  it("leaves looks behind: a paste changes content only, and deleting a cell keeps its style", () => {
    const cells: CellMatrix = { [row]: { [column("score")]: { v: 3, s: { bg: {} } }, [column("score") + 1]: null } };
    keepLooks(guard, cells);
    assert.deepEqual(cells[row]?.[column("score")], { v: 3 });
    assert.deepEqual(cells[row][column("score") + 1], { v: null, f: null, p: null, si: null });
  });
  it("guards only the keys and tabs of a sheet that is not protected", () => {
    const open = guardOf({ ...sheet, protection: "none" });
    assert.equal(mayType(open, row, column("maximum")), true);
    assert.equal(mayType(open, row, 0), false);
    assert.equal(judgeWrite(open, { id: "sheet.mutation.insert-row" }).verdict, "pass");
    assert.equal(judgeWrite(open, { id: "sheet.mutation.remove-sheet" }).verdict, "refuse");
  });
});
