import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  draftOfSaved,
  namedTable,
  NO_QUESTION,
  quoted,
  rowsOf,
} from "#addin/screens/records/questions/question-draft.ts";
import { parseQuestion } from "#core/people/question/parse-question.ts";
import { vocabularyOf } from "#core/people/question/vocabulary.ts";
import { shippedCatalogue as catalogue } from "#test/builders/field-catalogue.ts";

const SAVED = {
  ...{ id: "q1", unitId: "u1", name: "年龄", condition: "性别 = 女", rows: "age(30, 35)", columns: null },
  ...{ who: "王", at: "2026-06-01T01:00:00.000Z", revision: 1 },
};

describe("a question as it is being written", () => {
  it("M22 a saved question comes back as it was written, bands apart", () => {
    const draft = draftOfSaved(SAVED);
    assert.deepEqual([draft.condition, draft.rows, draft.bands, draft.columns], ["性别 = 女", "age", "30, 35", ""]);
    assert.equal(rowsOf(draft, catalogue.person), "age(30, 35)");
  });

  it("M22 only numbers are cut into bands", () => {
    assert.equal(rowsOf({ ...NO_QUESTION, rows: "sex", bands: "30" }, catalogue.person), "sex");
    assert.equal(rowsOf({ ...NO_QUESTION, rows: "age", bands: " " }, catalogue.person), "age");
  });

  it("M22 every value that is picked can be read where it is put", () => {
    const vocabulary = vocabularyOf(catalogue, "person");
    for (const field of catalogue.person) {
      if (field.codes === undefined) continue;
      const year = field.yearly ? ".2026" : "";
      for (const { zh, en } of catalogue.codeList(field.codes).values)
        for (const text of [`${field.label.zh}${year} = ${quoted(zh)}`, `${field.label.en}${year} = ${quoted(en)}`])
          assert.equal(parseQuestion(text, vocabulary).ok, true, text);
    }
  });

  it("M22 a table gets names and totals", () => {
    const words = { people: "人数", empty: "（空）", atLeast: (from: string) => `${from} 及以上` };
    const table = namedTable(
      {
        rows: ["0-30", "31-", ""],
        columns: ["男", ""],
        counts: [
          [1, 0],
          [2, 1],
          [0, 3],
        ],
      },
      true,
      words,
    );
    assert.deepEqual(table.columns, ["男", "（空）"]);
    assert.deepEqual(
      table.rows.map(({ name, total }) => [name, total]),
      [
        ["0-30", 1],
        ["31 及以上", 3],
        ["（空）", 3],
      ],
    );
    assert.deepEqual([table.totals, table.total], [[3, 4], 7]);
  });
});
