import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { textCell } from "#core/sheet/draft/make-cell.ts";
import type { Column, Row } from "#core/sheet/sheet.ts";
import { fittedColumns } from "#addin/hosts/grid/draw/fit-columns.ts";
import { columnPixels } from "#addin/hosts/grid/draw/row-height.ts";

const ID_NUMBER = "990***********0009";
const LONG = "学习贯彻会议精神并结合本单位实际制定具体措施".repeat(3);

const COLUMNS: readonly Column[] = [
  { key: "id", width: 22 },
  { key: "age", width: 7 },
  { key: "text", width: 60 },
  { key: "hidden", width: 30, hidden: true },
];
const ROWS: readonly Row[] = [
  { key: null, kind: "title", cells: { id: textCell(LONG) } },
  { key: "one", kind: "data", cells: { id: textCell(ID_NUMBER), text: textCell(LONG) } },
];

describe("fitting columns to the window", () => {
  const widths = (available: number) => {
    const fitted = fittedColumns({ columns: COLUMNS, rows: ROWS }, available);
    return Object.fromEntries(fitted.map(({ key, width }) => [key, width]));
  };
  const pixels = (available: number) =>
    fittedColumns({ columns: COLUMNS, rows: ROWS }, available)
      .filter(({ hidden }) => hidden !== true)
      .reduce((sum, { width }) => sum + columnPixels(width), 0);

  it("fills the window, wider and narrower than the sheet", () => {
    for (const available of [520, 640, 900, 1_300])
      assert.ok(Math.abs(pixels(available) - available) <= 2, `${available}: ${pixels(available)}`);
  });

  it("keeps what is short on one line, however narrow the window is", () => {
    const { id = 0, text = 0 } = widths(300);
    assert.equal(id, ID_NUMBER.length + 2);
    assert.equal(text, 60 * 0.45);
  });

  it("leaves figures and hidden columns as they are", () => {
    for (const available of [300, 1_300]) {
      const { age, hidden } = widths(available);
      assert.deepEqual([age, hidden], [7, 30]);
    }
  });
});
