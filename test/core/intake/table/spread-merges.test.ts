import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { spreadMerges } from "#core/intake/table/spread-merges.ts";
import { merges, seenRows } from "#test/builders/seen-sheet.ts";

describe("blocks merged over several records", () => {
  it("W8 a unit's name counts for each of its people, a note over several columns stays as seen", () => {
    const rows = seenRows(["支部", "姓名"], ["第一支部", "张三"], [null, "李四"], ["第二支部", "王五"], ["说明"]);
    const spread = spreadMerges({ headerRows: [0] }, merges("A2:A3", "A5:B6"));
    assert.deepEqual(
      rows.slice(1).map((row) => spread(row).cells.map(({ value }) => value)),
      [["第一支部", "张三"], ["第一支部", "李四"], ["第二支部", "王五"], ["说明"]],
    );
  });
});
