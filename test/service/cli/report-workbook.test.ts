import assert from "node:assert/strict";
import { mkdir, readdir, readFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { after, before, describe, it } from "mocha";
import type { ReportImportAnswer } from "#core/protocol/report/report-exchange.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { jsonOf, refusalPrinted, taizhangHere, type Ran } from "#test/environment/command-line.ts";
import { demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";

const FORMS = join(SHIPPED, "annual-report");

async function opened(file: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(await readFile(file)).buffer);
  return book;
}

async function saved(book: ExcelJS.Workbook, file: string): Promise<void> {
  await writeFile(file, new Uint8Array(await book.xlsx.writeBuffer()));
}

describe("taizhang report set-export and set-import", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-form-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  // No database is opened: that there is none does not matter.
  const run = (...args: readonly string[]): Promise<Ran> =>
    taizhangHere({ db: "sqlite:/nowhere/at/all.db" }, "report", ...args);

  it("R1 a form becomes a workbook and comes back byte for byte, another spreadsheet program between", async () => {
    for (const id of ["2017", "2017-half"]) {
      const [file, out] = [join(folder, `${id}.xlsx`), join(folder, id)];
      assert.equal((await run("set-export", id, "--out", file)).code, 0);
      await saved(await opened(file), file);
      const back = await run("set-import", file, "--out", out);
      assert.equal(back.code, 0, back.out);
      const names = (await readdir(join(FORMS, id))).filter((name) => name.endsWith(".txt")).toSorted();
      assert.deepEqual((await readdir(out)).toSorted(), names);
      for (const name of names)
        assert.ok((await readFile(join(out, name))).equals(await readFile(join(FORMS, id, name))), `${id}/${name}`);
    }
  });

  it("R1 R11 a folder that holds something is not mixed with a form: --replace leaves no table of the one before", async () => {
    const [file, out] = [join(folder, "half.xlsx"), join(folder, "mixed")];
    await mkdir(out);
    await Promise.all(["table-99.txt", "notes.md"].map((name) => writeFile(join(out, name), "表 99 旧表")));
    assert.equal((await run("set-export", "2017-half", "--out", file)).code, 0);
    const kept = await run("set-import", file, "--out", out, "--json");
    assert.equal(refusalPrinted(kept).code, "folder-not-empty");
    assert.deepEqual((await readdir(out)).toSorted(), ["notes.md", "table-99.txt"]);
    assert.equal((await run("set-import", file, "--out", out, "--replace")).code, 0);
    assert.deepEqual((await readdir(out)).toSorted(), ["notes.md", "set.txt"]);
  });

  it("R1 R11 an import that cannot be written leaves every table of the form before", async () => {
    const [file, out] = [join(folder, "half.xlsx"), join(folder, "failing")];
    assert.equal((await run("set-export", "2017-half", "--out", file)).code, 0);
    // A file stands where the folder is to be.
    await writeFile(out, "no folder");
    assert.equal((await run("set-import", file, "--out", out, "--replace")).code, 1);
    assert.equal(await readFile(out, "utf8"), "no folder");
  });

  it("R1 R11 what was edited there is the new text; what cannot be used is told with its line and not written", async () => {
    const [file, out] = [join(folder, "edited.xlsx"), join(folder, "edited")];
    assert.equal((await run("set-export", "2017", "--out", file)).code, 0);
    const book = await opened(file);
    const table = book.getWorksheet("table-02");
    assert.ok(table);
    const heading = table.getCell("B2");
    assert.equal(heading.value, "表 2 党员基本情况");
    heading.value = "表 2 党员基本情况（修订）";
    const column = table.getColumn(2).values.indexOf("B");
    await saved(book, file);
    assert.equal((await run("set-import", file, "--out", out)).code, 0);
    const [first = "", ...rest] = (await readFile(join(out, "table-02.txt"), "utf8")).split("\n");
    const [, ...before] = (await readFile(join(FORMS, "2017", "table-02.txt"), "utf8")).split("\n");
    assert.deepEqual([first, rest], ["表 2 党员基本情况（修订）", before]);
    assert.ok(column > 0);
    table.getCell(column, 4).value = "= 列乙 +";
    await saved(book, file);
    const wrong = await run("set-import", file, "--out", join(folder, "wrong"));
    assert.equal(wrong.code, 1);
    assert.match(wrong.out, new RegExp(`table-02\\.txt:${String(column - 1)}`, "u"));
    await assert.rejects(readdir(join(folder, "wrong")), { code: "ENOENT" });
    table.getCell(column, 4).value = "不存在的项目 = 3";
    await saved(book, file);
    const unbound = await run("set-import", file, "--out", join(folder, "wrong"));
    assert.equal(unbound.code, 1, "a field that no record has");
    assert.match(unbound.out, /table-02\.txt:\d+ 2!B\d+ .*不存在的项目/u);
    await assert.rejects(readdir(join(folder, "wrong")), { code: "ENOENT" });
    table.getCell("C2").value = { formula: "1+1", result: 2 };
    await saved(book, file);
    assert.equal(refusalPrinted(await run("set-import", file, "--out", out, "--json")).code, "set-sheet-formula");
  });
});

describe("taizhang report generate --out and import", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  before(async () => {
    demo = await demoCopy();
  });
  after(() => demo.remove());

  it("W2 W7 a unit's report is written as a workbook, filled in and taken back; a dry run writes nothing", async () => {
    const file = demo.file("report.xlsx");
    const account = ["--as", demo.account("unit", "机关党总支")];
    const asked = ["--set", "2017", "--unit", "yz01", "--date", "2026-12-31", ...account];
    const run = (...args: readonly string[]): Promise<Ran> => taizhangHere(demo, "report", ...args);
    const written = await run("generate", ...asked, "--out", file);
    assert.equal(written.code, 0, written.out + written.err);
    const book = await opened(file);
    const table = book.getWorksheet("表40");
    assert.ok(table);
    const column = (table.getRow(1).values as unknown[]).indexOf("B");
    const row = (table.getColumn(1).values as unknown[]).indexOf("r1");
    table.getCell(row, column).value = 2;
    await saved(book, file);
    const tried = jsonOf<ReportImportAnswer>(await run("import", file, "--dry-run", ...account, "--json"));
    assert.deepEqual([tried.dryRun, tried.cells.map(({ field }) => field)], [true, ["40!B1"]]);
    const alone = demo.file("table-40.xlsx");
    for (const { id, name } of [...book.worksheets])
      if (name !== "表40" && name !== "_taizhang") book.removeWorksheet(id);
    await saved(book, alone);
    const ofOne = jsonOf<ReportImportAnswer>(await run("import", alone, "--dry-run", ...account, "--json"));
    assert.deepEqual(ofOne.cells, tried.cells, "whoever filled in one table may send back that one");
    const taken = jsonOf<ReportImportAnswer>(await run("import", file, ...account, "--json"));
    assert.deepEqual(
      taken.cells.map(({ field, outcome }) => [field, outcome.result]),
      [["40!B1", "accepted"]],
    );
    const { tables } = jsonOf<{
      readonly tables: readonly { readonly no: number; readonly cells: Readonly<Record<string, number | null>> }[];
    }>(await run("generate", ...asked, "--json"));
    assert.equal(tables.find(({ no }) => no === 40)?.cells["B1"], 2);
  });
});
