import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { type ExcelUnderTest, startExcel } from "./start-excel.ts";

describe("values in the fake Excel", () => {
  let excel: ExcelUnderTest;
  beforeEach(async () => {
    excel = await startExcel();
  });
  afterEach(() => excel.close());

  /** Does something with the first sheet; what it returns is read after the sync. */
  async function onSheet<T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => () => T): Promise<T> {
    return await Excel.run(async (context) => {
      const read = work(context.workbook.worksheets.getItem("Sheet1"), context);
      await context.sync();
      return read();
    });
  }
  const write = (address: string, values: unknown[][], format?: string) =>
    onSheet((sheet) => {
      const range = sheet.getRange(address);
      if (format !== undefined) range.numberFormat = values.map((row) => row.map(() => format));
      range.values = values;
      return () => undefined;
    });
  const read = (address: string, what: "values" | "formulas" | "text" | "valueTypes" | "numberFormat" = "values") =>
    onSheet((sheet) => {
      const range = sheet.getRange(address).load(what);
      return () => range[what] as unknown[][];
    });

  for (const [name, given, stands, type] of [
    ["a number", 12.5, 12.5, "Double"],
    ["a text", "支部", "支部", "String"],
    ["a truth", true, true, "Boolean"],
    ["nothing", "", "", "Empty"],
    ["a text of digits", "2026.10", 2026.1, "Double"],
    ["a text with a last zero", "1.10", 1.1, "Double"],
    ["a number of 18 digits", "110101199001011234", 110101199001011000, "Double"],
    ["a formula", "=1+1", 2, "Double"],
    ["a text with a quote before it", "'=1+1", "=1+1", "String"],
  ] as const) {
    it(`takes ${name} as Excel does`, async () => {
      await write("B2", [[given]]);
      assert.deepEqual(await read("B2"), [[stands]]);
      assert.deepEqual(await read("B2", "valueTypes"), [[type]]);
    });
  }
  for (const text of [
    "2026.10",
    "1.10",
    "110101199001011234",
    "=1+1",
    "@联系人",
    "_x0041_ 原样",
    "TRUE",
    "-每月学习",
  ]) {
    it(`A14 leaves "${text}" the text it is in a text cell`, async () => {
      await write("B2", [[text]], "@");
      assert.deepEqual(await read("B2"), [[text]]);
      assert.deepEqual(await read("B2", "formulas"), [[text]], "a text that begins with = reads back as itself");
      assert.deepEqual(await read("B2", "text"), [[text]]);
    });
  }
  it("null leaves a cell, an empty text clears it", async () => {
    await write("A1:C1", [[1, 2, 3]]);
    await write("A1:C1", [[null, "", 4]]);
    assert.deepEqual(await read("A1:C1"), [[1, "", 4]]);
  });
  it("one value goes into every cell", async () => {
    await onSheet((sheet) => {
      sheet.getRange("A1:B2").values = 7 as unknown as unknown[][];
      return () => undefined;
    });
    assert.deepEqual(await read("A1:B2"), [
      [7, 7],
      [7, 7],
    ]);
  });
  it("refuses a matrix of another shape, whole", async () => {
    await assert.rejects(write("A1:B2", [[1, 2]]), { code: "InvalidArgument" });
    await assert.rejects(write("A1:B1", [[1, 2, 3]]), { code: "InvalidArgument" });
    assert.deepEqual(await read("A1:B2"), [
      ["", ""],
      ["", ""],
    ]);
  });
  it("calculates, and tells formula from value", async () => {
    await write("A1:A3", [[2], [3], ["=SUM(A1:A2)*2"]]);
    assert.deepEqual(await read("A3"), [[10]]);
    assert.deepEqual(await read("A1:A3", "formulas"), [[2], [3], ["=SUM(A1:A2)*2"]]);
    await write("A1", [[4]]);
    assert.deepEqual(await read("A3"), [[14]]);
  });
  it("shows figures in their format", async () => {
    await write("A1", [[9.5]], "0.00");
    assert.deepEqual(await read("A1", "text"), [["9.50"]]);
  });
  it("writes a large matrix, which the library cuts into blocks", async () => {
    const values = Array.from({ length: 400 }, (_row, row) =>
      Array.from({ length: 10 }, (_column, column) => row * 10 + column),
    );
    await write("A1:J400", values);
    assert.deepEqual(await read("A1:J400"), values);
    assert.equal(excel.host.workbook.sheet("Sheet1").cell(399, 9).value, 3999);
  });
  it("has no values for whole columns", async () => {
    assert.equal(await read("A:B"), null);
  });
  it("finds its way between ranges", async () => {
    await write("B2:C3", [
      [1, 2],
      [3, 4],
    ]);
    const addresses = await onSheet((sheet) => {
      const range = sheet.getRange("B2:C3");
      const found = [
        range.getCell(1, 1),
        range.getRow(0),
        range.getEntireColumn(),
        range.getOffsetRange(1, 2),
        range.getResizedRange(1, 0),
        range.getBoundingRect("E5"),
        range.getIntersection("C3:D4"),
        sheet.getUsedRange(),
        sheet.getRangeByIndexes(0, 0, 2, 1),
      ].map((one) => one.load("address"));
      const none = range.getIntersectionOrNullObject("F9").load("address");
      return () => [...found.map(({ address }) => address), none.isNullObject];
    });
    const plain = ["C3", "B2:C2", "B:C", "D3:E4", "B2:C4", "B2:E5", "C3", "B2:C3", "A1:A2"];
    assert.deepEqual(addresses, [...plain.map((address) => `Sheet1!${address}`), true]);
  });
  it("a range that is kept follows its cells through an inserted row", async () => {
    await write("A2", [["留"]]);
    const address = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A2").load("address");
      await context.sync();
      context.workbook.worksheets.getItem("Sheet1").getRange("1:1").insert("Down");
      range.load("address,values");
      await context.sync();
      return [range.address, range.values];
    });
    assert.deepEqual(address, ["Sheet1!A3", [["留"]]]);
  });
  it("gives kept ranges back after Excel.run", async () => {
    await read("A1");
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(excel.host.held.ranges, 0);
    assert.equal(excel.host.counters.spent.syncs, 1, "the clean-up is no sync of ours");
  });
  it("inserts and deletes whole rows and moves formulas along", async () => {
    await write("A1:A3", [[1], [2], ["=SUM(A1:A2)"]]);
    await onSheet((sheet) => {
      sheet.getRange("2:3").insert("Down");
      return () => undefined;
    });
    assert.deepEqual(await read("A1:A5", "formulas"), [[1], [""], [""], [2], ["=SUM(A1:A4)"]]);
    await onSheet((sheet) => {
      sheet.getRange("2:3").delete("Up");
      return () => undefined;
    });
    assert.deepEqual(await read("A3", "formulas"), [["=SUM(A1:A2)"]]);
  });
  it("sorts rows, and refuses to sort merged ones", async () => {
    await write("A1:B3", [
      [3, "丙"],
      [1, "甲"],
      [2, "乙"],
    ]);
    const sort = () =>
      onSheet((sheet) => {
        sheet.getRange("A1:B3").sort.apply([{ key: 0, ascending: true }]);
        return () => undefined;
      });
    await sort();
    assert.deepEqual(await read("B1:B3"), [["甲"], ["乙"], ["丙"]]);
    await onSheet((sheet) => {
      sheet.getRange("A1:A2").merge();
      return () => undefined;
    });
    await assert.rejects(sort(), { code: "MergedRangeConflict" });
  });
  it("clears contents, formats or both", async () => {
    await write("A1", [[1.5]], "0.00");
    await onSheet((sheet) => {
      sheet.getRange("A1").clear("Contents");
      return () => undefined;
    });
    assert.deepEqual([await read("A1"), await read("A1", "numberFormat")], [[[""]], [["0.00"]]]);
    await onSheet((sheet) => {
      sheet.getRange("A1").clear();
      return () => undefined;
    });
    assert.deepEqual(await read("A1", "numberFormat"), [["General"]]);
  });
});
