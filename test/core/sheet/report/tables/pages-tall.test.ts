import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Row } from "#core/sheet/sheet.ts";
import { pagesTall } from "#core/sheet/report/tables/pages-tall.ts";

/** Rows of 19.5 points, a page of 487 holds 24 of them; columns fit beside each other unless there are many. */
function pages(rows: number, columns = 4): number | undefined {
  const sheet = {
    rows: Array.from({ length: rows }, (): Row => ({ key: null, kind: "data", cells: {} })),
    columns: Array.from({ length: columns }, (_, at) => ({ key: `c${at}`, width: 20 })),
    merges: [],
  };
  return pagesTall(sheet, { lastColumn: columns - 1, headings: 2 });
}

describe("pages of a printed table", () => {
  it("R8 a table that nearly fits a page is squeezed onto it, signatures and all", () => {
    assert.deepEqual([pages(10), pages(24), pages(30)], [1, 1, 1]);
  });

  it("R8 a long table keeps its letters' size, unless only a few rows would stand on the last page", () => {
    assert.deepEqual([pages(44), pages(52)], [undefined, 2]);
  });

  it("R8 letters that are small already are not made smaller", () => {
    assert.equal(pages(70, 16), undefined);
  });
});
