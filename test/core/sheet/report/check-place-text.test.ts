import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkPlaceText, onlyTable } from "#core/sheet/report/check-place-text.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";

describe("where a check stands", () => {
  it("R4 is said the same in the sheet of checks and in the list of what was found", () => {
    const said = (table: number | null, line = "") => checkPlaceText({ table, line }, REPORT_WORDS_ZH);
    assert.deepEqual([said(null), said(2), said(2, "5"), said(2, "C")], ["表间校核", "表2", "表2 行5", "表2 列C"]);
  });

  it("R4 a check whose cells stand in one table stands there, any other between tables", () => {
    assert.deepEqual([onlyTable([2, 2, 2]), onlyTable([1, 2]), onlyTable([])], [2, null, null]);
  });
});
