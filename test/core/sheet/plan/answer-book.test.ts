import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { answerBook } from "#core/sheet/plan/answer-book.ts";

describe("the answer to a question as a sheet", () => {
  it("M22 A14 names stay text, counts are numbers", () => {
    const book = answerBook({
      ...{ title: "统计", info: "共 3 人", unitName: "机关党总支", year: 2026, headers: ["姓名", "人数"] },
      rows: [{ name: "=1+1", counts: [3] }],
      issue: { service: "s", subject: "answer", definition: "1", change: 0, issuedAt: "2026-06-01", issuedTo: "g1" },
    });
    const row = book.sheets[0]?.rows.find(({ kind }) => kind === "data");
    assert.deepEqual([row?.cells["c0"]?.value, row?.cells["c0"]?.format], ["=1+1", "@"]);
    assert.deepEqual([row?.cells["c0"]?.formula, row?.cells["c1"]?.value], [undefined, 3]);
  });
});
