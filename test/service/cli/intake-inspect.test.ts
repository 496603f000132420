import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { jsonOf, refusalPrinted, taizhang, taizhangHere, type Ran } from "#test/environment/command-line.ts";
import { bigRoster, COMPANY_ROSTERS } from "#test/fakes/workbooks/rosters.ts";
import { writeBook } from "#test/fakes/workbooks/writers.ts";

interface Printed {
  readonly verdict: string;
  readonly complete: boolean;
  readonly date1904: boolean;
  readonly valuesLeftOut?: boolean;
  readonly sheets: readonly {
    readonly name: string;
    readonly state: string;
    readonly rows: number;
    readonly columns: number;
    readonly cells: number;
    readonly merges: readonly string[];
    readonly values?: readonly { readonly row: number; readonly cells: readonly unknown[] }[];
  }[];
}

describe("taizhang intake inspect", () => {
  let folder = "";
  const inspect = async (file: string, ...args: readonly string[]): Promise<Ran> =>
    await taizhangHere({ db: "sqlite:/nowhere/at/all.db" }, "intake", "inspect", join(folder, file), ...args);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "inspect-"));
    await writeFile(join(folder, "名册.xlsx"), writeBook(COMPANY_ROSTERS));
    await writeFile(join(folder, "big.xlsx"), writeBook([bigRoster(6_000)]));
    await writeFile(join(folder, "fake.xlsx"), "姓名,性别\n张三,男\n");
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  it("W8 prints verdict, sheets and values without a database", async () => {
    const { verdict, complete, date1904, sheets } = jsonOf<Printed>(await inspect("名册.xlsx", "--json"));
    assert.deepEqual([verdict, complete, date1904], ["accepted", true, false]);
    assert.deepEqual(
      sheets.map(({ name, state, rows, columns, cells, merges }) => [name, state, rows, columns, cells, merges]),
      [
        ["党员名册", "visible", 8, 5, 24, ["A1:D1", "A6:E6"]],
        ["_代码", "hidden", 2, 1, 2, []],
      ],
    );
    assert.deepEqual(sheets[0]?.values?.[2], {
      row: 3,
      cells: [
        { address: "A3", value: "周八" },
        { address: "B3", value: "男" },
        { address: "C3", value: "11010519491231002X" },
        { address: "D3", value: "1999-07-01" },
      ],
    });
  });
  it("W8 tells people the same in words", async () => {
    const { code, out } = await inspect("名册.xlsx");
    assert.equal(code, 0);
    assert.match(
      out,
      /^accepted 可以读取\n {2}党员名册 {2}8 行 rows x 5 列 columns, 24 格 cells\n {2}_代码 .*隐藏 hidden/,
    );
  });
  it("W8 leaves many values out, and gives them line by line when asked", async () => {
    assert.equal(jsonOf<Printed>(await inspect("big.xlsx", "--json")).valuesLeftOut, true);
    const { code, out } = await inspect("big.xlsx", "--json", "--values");
    const lines = out.trim().split("\n");
    assert.deepEqual([code, lines.at(-1)], [0, '{"end":true}']);
    assert.equal((JSON.parse(lines[0] ?? "") as Printed).verdict, "accepted");
    assert.ok(lines.length > 3);
  });
  it("W7 refuses with code and sentence, exit code 1", async () => {
    assert.deepEqual(refusalPrinted(await inspect("fake.xlsx", "--json")), {
      code: "workbook-not-xlsx",
      found: "text",
    });
    assert.match((await inspect("fake.xlsx")).out, /^workbook-not-xlsx: 这不是 \.xlsx 工作簿/);
  });
  it("W8 runs as the real program", async () => {
    const ran = await taizhang(
      { db: "sqlite:/nowhere/at/all.db" },
      "intake",
      "inspect",
      join(folder, "名册.xlsx"),
      "--json",
    );
    assert.equal(jsonOf<Printed>(ran).sheets.length, 2);
  });
});
