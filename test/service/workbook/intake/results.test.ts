import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import type { SheetResults } from "#service/ports/workbooks.ts";
import { addResults } from "#service/workbook/intake/results/add-results.ts";
import { writeResultColumn } from "#service/workbook/intake/results/write-result-column.ts";
import { FOREIGN_LIMITS } from "#service/workbook/intake/intake-limits.ts";
import { findPart } from "#service/workbook/intake/parts/package-parts.ts";
import { openArchive } from "#service/workbook/intake/open-archive.ts";
import { aPackage } from "#test/builders/sheet-package.ts";
import { bigRoster, HOSPITAL_ROSTER, SAME_SHEET, UNIVERSITY_ROSTER } from "#test/fakes/workbooks/rosters.ts";
import { writeBook, WRITERS } from "#test/fakes/workbooks/writers.ts";
import { valuesSeen } from "./foreign-reading.ts";

const LIMITS = { ...FOREIGN_LIMITS, residentBytes: Number.POSITIVE_INFINITY };

function results(sheet: string, headerRow: number, ...texts: readonly (readonly [number, string])[]): SheetResults {
  return { sheet, headerRow, header: "导入结果", texts: new Map(texts) };
}

/** In this process: the child's guard is tested with the reader's. */
async function written(file: Buffer, wanted: SheetResults): Promise<Buffer> {
  return Buffer.concat(await addResults(file, [{ ...wanted, texts: [...wanted.texts] }], LIMITS));
}

function partOf(file: Buffer, name: string): string {
  return findPart(openArchive(file, LIMITS), name)?.content.toString() ?? "";
}

describe("the officer's own file with a column of results", () => {
  const HOSPITAL = results("Sheet1", 1, [3, "新增"], [4, "退回：身份证号 <18 位> & 校验码不对"], [9, "无变化"]);

  for (const [program, writer] of Object.entries(WRITERS)) {
    it(`W8 keeps all values of a file by ${program} and adds the results behind them`, async () => {
      const file = writeBook([HOSPITAL_ROSTER, SAME_SHEET], writer);
      const answer = await written(file, HOSPITAL);
      assert.deepEqual(await valuesSeen(answer, "Sheet1"), {
        ...(await valuesSeen(file, "Sheet1")),
        H2: "导入结果",
        H4: "新增",
        H5: "退回：身份证号 <18 位> & 校验码不对",
        H10: "无变化",
      });
      assert.deepEqual(await valuesSeen(answer, SAME_SHEET.name), await valuesSeen(file, SAME_SHEET.name));
      for (const part of [
        "xl/workbook.xml",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet2.xml",
        "docProps/app.xml",
      ])
        assert.equal(partOf(answer, part), partOf(file, part));
    });
  }
  it("W8 leaves every other byte of the sheet as it was", async () => {
    const file = writeBook([HOSPITAL_ROSTER], WRITERS["WPS"]);
    const sheet = "xl/worksheets/sheet1.xml";
    const answer = partOf(await written(file, HOSPITAL), sheet);
    assert.equal(answer.replaceAll(/<c r="H\d+"[^>]*>.*?<\/c>/g, ""), partOf(file, sheet));
    assert.match(answer, /<dataValidations count="40">/);
  });
  it("W8 writes into the column of an earlier import, and twice the same is the same", async () => {
    const file = writeBook([UNIVERSITY_ROSTER]);
    const wanted = results("党员信息采集表", 1, [2, "新增"], [3, "已有"]);
    const once = await written(file, wanted);
    assert.deepEqual(await valuesSeen(once, wanted.sheet), {
      ...(await valuesSeen(file, wanted.sheet)),
      H3: "新增",
      H4: "已有",
    });
    const twice = await written(once, wanted);
    assert.equal(partOf(twice, "xl/worksheets/sheet1.xml"), partOf(once, "xl/worksheets/sheet1.xml"));
  });
  it("W8 looks like its neighbour, takes the place of an empty cell and goes between two", async () => {
    const file = aPackage({
      sheet:
        '<worksheet><dimension ref="A1:A3"/><sheetData><row r="1" spans="1:1"><c r="A1" s="0" t="str"><v>姓名</v></c></row>' +
        '<row r="2"><c r="A2" s="0"><v>1</v></c><c r="B2" s="0"/><c r="C2" s="0"/></row><row r="3"/><row r="4"><c r="C4"/></row></sheetData></worksheet>',
    });
    const answer = await written(file, results("表一", 0, [1, " a "], [2, "b"], [3, "c\u0001"]));
    const cell = (address: string, style: string, text: string) =>
      `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    assert.equal(
      partOf(answer, "xl/worksheets/sheet1.xml"),
      `<worksheet><dimension ref="A1:B3"/><sheetData><row r="1" spans="1:2"><c r="A1" s="0" t="str"><v>姓名</v></c>${cell("B1", ' s="0"', "导入结果")}</row>` +
        `<row r="2"><c r="A2" s="0"><v>1</v></c>${cell("B2", ' s="0"', " a ")}<c r="C2" s="0"/></row>` +
        `<row r="3">${cell("B3", "", "b")}</row><row r="4">${cell("B4", "", "c")}<c r="C4"/></row></sheetData></worksheet>`,
    );
  });

  describe("of many rows, through the reader's process", () => {
    const file = writeBook([bigRoster(20_000)]);
    const texts = Array.from({ length: 20_000 }, (_, index) => [index + 1, `新增 ${String(index)}`] as const);
    let answer: Buffer;

    before(async () => {
      const done = await writeResultColumn(file, [results("名册", 0, ...texts)], { milliseconds: 60_000 });
      assert.ok(done.ok, JSON.stringify(done));
      answer = Buffer.from(done.value);
    });
    it("W8 has one for each", async () => {
      const seen = await valuesSeen(answer, "名册");
      assert.deepEqual([seen["E1"], seen["E2"], seen["E20001"]], ["导入结果", "新增 0", "新增 19999"]);
      assert.equal(Object.keys(seen).length, 20_001 * 5);
    });
    it("W7 refuses a file that would not have been read", async () => {
      const refused = await writeResultColumn(Buffer.from("a,b"), [results("名册", 0)]);
      assert.ok(!refused.ok && refused.refusal.code === "workbook-not-xlsx");
    });
  });
});
