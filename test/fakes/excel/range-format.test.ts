import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { type ExcelUnderTest, startExcel } from "./start-excel.ts";

describe("formats, rules and protection in the fake Excel", () => {
  let excel: ExcelUnderTest;
  beforeEach(async () => {
    excel = await startExcel();
  });
  afterEach(() => excel.close());

  const onSheet = (work: (sheet: Excel.Worksheet) => void) =>
    Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem("Sheet1"));
      await context.sync();
    });
  const cell = (row: number, column: number) => excel.host.workbook.sheet("Sheet1").cell(row, column);

  it("sets look, widths and heights, and reads null where cells differ", async () => {
    await onSheet((sheet) => {
      const { format } = sheet.getRange("A1:B2");
      format.fill.color = "#ff0000";
      format.font.bold = true;
      format.font.underline = "Single";
      format.horizontalAlignment = "Center";
      format.wrapText = true;
      format.columnWidth = 48;
      format.rowHeight = 30;
      sheet.getRange("A1").format.font.color = "#00FF00";
    });
    assert.deepEqual(
      [cell(0, 0).style.fill, cell(1, 1).style.bold, cell(0, 0).style.color, cell(0, 1).style.color],
      ["FF0000", true, "00FF00", null],
    );
    const sheet = excel.host.workbook.sheet("Sheet1");
    assert.deepEqual([sheet.rowHeight(1), sheet.columnState(1).width], [30, 8.43]);
    const read = await Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getItem("Sheet1").getRange("A1:C1");
      format.load("wrapText,fill/color,font/color,columnWidth,horizontalAlignment");
      await context.sync();
      return [format.wrapText, format.fill.color, format.font.color, format.horizontalAlignment];
    });
    assert.deepEqual(read, [null, "", null, null]);
  });
  it("draws borders around and inside, and none where there is no inside", async () => {
    await onSheet((sheet) => {
      const { borders } = sheet.getRange("A1:B2").format;
      borders.getItem("EdgeTop").style = "Continuous";
      borders.getItem("InsideHorizontal").style = "Dash";
    });
    assert.equal(cell(0, 0).style.borders.top?.style, "Continuous");
    assert.equal(cell(0, 0).style.borders.bottom?.style, "Dash");
    assert.equal(cell(1, 1).style.borders.top?.style, "Dash");
    assert.equal(cell(1, 1).style.borders.bottom, undefined);
    await assert.rejects(
      onSheet((sheet) => {
        sheet.getRange("A1:B1").format.borders.getItem("InsideHorizontal").style = "Dash";
      }),
      { code: "InvalidArgument" },
    );
  });
  it("paints many blocks at once", async () => {
    await onSheet((sheet) => {
      sheet.getRanges("A1:B1,D4,F:F").format.fill.color = "#AABBCC";
    });
    assert.deepEqual(
      [cell(0, 1), cell(3, 3), cell(90, 5), cell(3, 4)].map(({ style }) => style.fill),
      ["AABBCC", "AABBCC", "AABBCC", null],
    );
  });
  it("hides rows and columns", async () => {
    await onSheet((sheet) => {
      sheet.getRange("1:1").rowHidden = true;
      sheet.getRange("A:A").columnHidden = true;
    });
    const sheet = excel.host.workbook.sheet("Sheet1");
    assert.deepEqual([sheet.rowHeight(0), sheet.columnWidth(0)], [0, 0]);
  });

  describe("validation", () => {
    const setRule = (work: (validation: Excel.DataValidation) => void) =>
      onSheet((sheet) => work(sheet.getRange("B2").dataValidation));

    it("keeps rule, input message and alert", async () => {
      await setRule((validation) => {
        validation.rule = { decimal: { formula1: 0, formula2: 10, operator: "Between" } };
        validation.prompt = { title: "得分", message: "0 至 10", showPrompt: true };
        validation.errorAlert = { title: "", message: "超出分值", showAlert: true, style: "Warning" };
        validation.ignoreBlanks = true;
      });
      const { validation } = cell(1, 1);
      assert.deepEqual(
        [
          validation?.type,
          validation?.formula1,
          validation?.formula2,
          validation?.prompt?.message,
          validation?.alert?.style,
        ],
        ["decimal", 0, 10, "0 至 10", "warning"],
      );
      const read = await Excel.run(async (context) => {
        const found = context.workbook.worksheets
          .getItem("Sheet1")
          .getRange("B2")
          .dataValidation.load("type,rule,prompt");
        await context.sync();
        return [found.type, found.rule, found.prompt.message];
      });
      assert.deepEqual(read, ["Decimal", { decimal: { formula1: 0, formula2: 10, operator: "Between" } }, "0 至 10"]);
      await setRule((validation) => validation.clear());
      assert.equal(cell(1, 1).validation, undefined);
    });
    it("needs a rule for a message to hang on", async () => {
      const say = () =>
        setRule((validation) => {
          validation.prompt = { title: "", message: "说明", showPrompt: true };
        });
      await assert.rejects(say(), { code: "InvalidOperation" });
      await setRule((validation) => {
        validation.rule = { custom: { formula: "=TRUE" } };
      });
      await say();
      assert.equal(cell(1, 1).validation?.prompt?.message, "说明");
    });
    for (const [name, prompt] of [
      ["a title of 33 characters", { title: "题".repeat(33), message: "", showPrompt: true }],
      ["a message of 256 characters", { title: "", message: "文".repeat(256), showPrompt: true }],
    ] as const) {
      it(`refuses ${name}`, async () => {
        await assert.rejects(
          setRule((validation) => {
            validation.rule = { custom: { formula: "=TRUE" } };
            validation.prompt = prompt;
          }),
          { code: "InvalidArgument" },
        );
      });
    }
    it("refuses a list of more than 255 characters", async () => {
      await assert.rejects(
        setRule((validation) => {
          validation.rule = { list: { inCellDropDown: true, source: "项,".repeat(128) } };
        }),
        { code: "InvalidArgument" },
      );
    });
  });

  describe("protection", () => {
    const protect = (options: Excel.WorksheetProtectionOptions = {}) =>
      onSheet((sheet) => {
        sheet.getRange("B2").format.protection.locked = false;
        sheet.protection.protect(options);
      });

    it("denies writing a locked cell and lets an unlocked one be written", async () => {
      await protect();
      await assert.rejects(
        onSheet((sheet) => {
          sheet.getRange("A1").values = [[1]];
        }),
        { code: "AccessDenied" },
      );
      await onSheet((sheet) => {
        sheet.getRange("B2").values = [[1]];
      });
      assert.equal(cell(1, 1).value, 1);
    });
    it("denies formats unless they are allowed", async () => {
      const paint = () =>
        onSheet((sheet) => {
          sheet.getRange("B2").format.fill.color = "#FFFF00";
        });
      await protect();
      await assert.rejects(paint(), { code: "AccessDenied" });
      await onSheet((sheet) => sheet.protection.unprotect());
      await protect({ allowFormatCells: true });
      await paint();
      assert.equal(cell(1, 1).style.fill, "FFFF00");
    });
    it("denies inserting rows, merging and changing locks", async () => {
      await protect({ allowFormatCells: true });
      for (const work of [
        (sheet: Excel.Worksheet) => void sheet.getRange("1:1").insert("Down"),
        (sheet: Excel.Worksheet) => sheet.getRange("A1:B1").merge(),
        (sheet: Excel.Worksheet) => {
          sheet.getRange("A1").format.protection.locked = false;
        },
      ]) {
        await assert.rejects(onSheet(work), { code: "AccessDenied" });
      }
    });
    it("can be told that rules cannot be set on a protected sheet at all", async () => {
      await protect({ allowFormatCells: true });
      const rule = () =>
        onSheet((sheet) => {
          sheet.getRange("B2").dataValidation.rule = { custom: { formula: "=TRUE" } };
        });
      await rule();
      excel.host.rules.validationOnProtected = "never";
      await assert.rejects(rule(), { code: "AccessDenied" });
    });
    it("cannot protect twice, and tells its options", async () => {
      await protect({ allowFormatCells: true });
      await assert.rejects(protect(), { code: "AccessDenied" });
      const told = await Excel.run(async (context) => {
        const { protection } = context.workbook.worksheets
          .getItem("Sheet1")
          .load("protection/protected,protection/options");
        await context.sync();
        return [protection.protected, protection.options.allowFormatCells, protection.options.allowSort];
      });
      assert.deepEqual(told, [true, true, false]);
    });
    it("takes the person's undo away", async () => {
      const { workbook } = excel.host;
      workbook.by("user", () =>
        workbook.enter(workbook.sheet("Sheet1"), { top: 0, left: 0, bottom: 0, right: 0 }, () => 5),
      );
      await onSheet((sheet) => {
        sheet.getRange("C3").values = [[1]];
      });
      assert.equal(workbook.canUndo, true, "writing does not");
      await protect();
      assert.equal(workbook.canUndo, false);
    });
  });
});
