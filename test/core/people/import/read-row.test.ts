import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { SeenCell } from "#core/intake/seen-workbook.ts";
import type { Day } from "#core/kernel/instant.ts";
import { columnsByField, readRow, type ReadRow } from "#core/people/import/read-row.ts";
import { sayImportRow } from "#core/wording/say-import-row.ts";
import { shippedCatalogue } from "#test/builders/field-catalogue.ts";

const columns = ["name", "birthDate", "unit"].map((field, index) => ({ field, index, edition: null }));

function read(...cells: readonly SeenCell[]): ReadRow {
  const byField = columnsByField(columns);
  const today = "2026-06-01" as Day;
  return readRow({ row: 4, cells }, { columns, byField, catalogue: shippedCatalogue, today, date1904: false });
}

const problemsOf = ({ problems }: ReadRow) => problems.map(({ field, refusal }) => [field, refusal.code]);

describe("a row of a foreign sheet", () => {
  it("W8 takes what a formula showed when the file was saved, and says in which columns", () => {
    const row = read(
      { value: "王立春" },
      { value: "1990-05-01", formula: "MID(F5,7,8)" },
      { value: " 机关第一党支部 ", formula: "VLOOKUP(A5,部门!A:B,2,0)" },
    );
    assert.deepEqual(row.facts, { name: "王立春", birthDate: "1990-05-01" });
    assert.equal(row.unit, "机关第一党支部");
    assert.deepEqual(row.problems, []);
    assert.deepEqual(row.computed, [1, 2]);
  });

  it("W8 refuses a formula whose result is not in the file: it is not an empty cell", () => {
    const row = read({ value: "王立春" }, { value: null, formula: "MID(F5,7,8)" });
    assert.deepEqual(problemsOf(row), [["birthDate", "formula-without-result"]]);
    assert.deepEqual(row.computed, []);
  });

  it("W8 refuses a cell that shows an error, computed or not, also where the branch is named", () => {
    const error = { value: "#N/A", flag: "error" } as const;
    assert.deepEqual(problemsOf(read(error)), [["name", "cell-shows-error"]]);
    assert.deepEqual(
      problemsOf(read({ value: "王立春" }, { value: null }, { ...error, formula: "VLOOKUP(A5,B:C,2,0)" })),
      [["unit", "cell-shows-error"]],
    );
  });

  it("W8 says nothing of an empty cell", () => {
    const row = read({ value: "王立春" }, { value: null });
    assert.deepEqual([row.facts, row.problems, row.unit], [{ name: "王立春" }, [], null]);
  });

  it("W8 tells the officer in his preview and in the result column", () => {
    const said = { verdict: "new", detail: { name: "王立春", computed: [1, 27] } } as const;
    assert.equal(sayImportRow("zh-CN", said, String), "新增：B、AB 列是公式，取文件中保存的结果");
    assert.equal(sayImportRow("en", said, String), "new: formulas in B, AB: the results saved in the file were taken");
  });
});
