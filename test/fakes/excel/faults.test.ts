import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { ExcelUser } from "./excel-user.ts";
import { STATUS } from "./faults.ts";
import { type ExcelUnderTest, startExcel } from "./start-excel.ts";

describe("what a call to the fake Excel costs, and how it fails", () => {
  let excel: ExcelUnderTest;
  beforeEach(async () => {
    excel = await startExcel();
  });
  afterEach(() => excel.close());

  const write = (address: string, value: unknown) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange(address).values = [[value]];
      await context.sync();
    });
  const standing = () => excel.host.workbook.sheet("Sheet1").cell(0, 0).value;

  it("W6 counts syncs, actions and bytes of a user action", async () => {
    await write("A1", 1);
    assert.equal(excel.host.counters.spent.syncs, 1);
    excel.host.counters.reset();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1").load("values");
      await context.sync();
      range.values = [[3, 4]];
      await context.sync();
    });
    const { syncs, actions, bytes, largestRequest } = excel.host.counters.spent;
    assert.equal(syncs, 2);
    assert.ok(actions > 4 && actions < 30, `${actions} actions`);
    assert.ok(bytes > largestRequest && largestRequest > 100);
  });
  it("W6 writes 60,000 cells in one sync and not one action per cell", async () => {
    const values = Array.from({ length: 3000 }, (_row, row) => Array.from({ length: 20 }, () => row));
    await Excel.run(async (context) => {
      context.application.suspendScreenUpdatingUntilNextSync();
      context.application.suspendApiCalculationUntilNextSync();
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:T3000").values = values;
      await context.sync();
    });
    const { syncs, actions } = excel.host.counters.spent;
    assert.equal(syncs, 1);
    assert.ok(actions < 400, `${actions} actions`);
  });
  for (const [name, status, code] of [
    ["a request that is too large", STATUS.requestTooLarge, "RequestPayloadSizeLimitExceeded"],
    ["an answer that is too large", STATUS.answerTooLarge, "ResponsePayloadSizeLimitExceeded"],
    ["too many calls", STATUS.tooManyCalls, "ActivityLimitReached"],
    ["an open dialog", STATUS.modalDialog, "WriteNotSupportedWhenModalDialogOpen"],
    ["a call that is forbidden", STATUS.accessDenied, "AccessDenied"],
  ] as const) {
    it(`plans ${name}: ${code}`, async () => {
      excel.host.faults.failWithStatus(status);
      await assert.rejects(write("A1", 1), { code });
      assert.equal(standing(), null);
      await write("A1", 2);
      assert.equal(standing(), 2);
    });
  }
  it("refuses a request of more than 5 MB by itself", async () => {
    const long = "长".repeat(10_000);
    const values = Array.from({ length: 200 }, () => [long]);
    await assert.rejects(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1:A200").values = values;
        await context.sync();
      }),
      { code: "RequestPayloadSizeLimitExceeded" },
    );
  });
  it("refuses an answer of more than 5 MB by itself", async () => {
    const { workbook } = excel.host;
    const sheet = workbook.sheet("Sheet1");
    const long = "长".repeat(10_000);
    workbook.enter(sheet, { top: 0, left: 0, bottom: 199, right: 0 }, () => long);
    await assert.rejects(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1:A200").load("values");
        await context.sync();
      }),
      { code: "ResponsePayloadSizeLimitExceeded" },
    );
  });
  it("stops in the middle of a batch, and what was done stays done", async () => {
    excel.host.faults.failWithCode("GeneralException", { afterActions: 7 });
    await assert.rejects(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        sheet.getRange("A1").values = [[1]];
        sheet.getRange("A2").values = [[2]];
        await context.sync();
      }),
      { code: "GeneralException" },
    );
    const sheet = excel.host.workbook.sheet("Sheet1");
    assert.deepEqual([sheet.cell(0, 0).value, sheet.cell(1, 0).value], [1, null]);
  });
  it("an action that fails leaves those before it done, too", async () => {
    await assert.rejects(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        sheet.getRange("A1").values = [[1]];
        sheet.getRange("A2:B2").values = [[2]];
        await context.sync();
      }),
      { code: "InvalidArgument" },
    );
    assert.equal(standing(), 1);
  });
  it("is in edit mode for some tries", async () => {
    excel.host.faults.startEdit(2);
    await assert.rejects(write("A1", 1), { code: "InvalidOperationInCellEditMode" });
    await assert.rejects(write("A1", 1), { code: "InvalidOperationInCellEditMode" });
    await write("A1", 1);
    excel.host.faults.startEdit();
    await assert.rejects(write("A1", 2), { code: "InvalidOperationInCellEditMode" });
    excel.host.faults.endEdit();
    await write("A1", 3);
    assert.equal(standing(), 3);
  });
  it("lets a person do something between two syncs", async () => {
    await write("A1", "甲");
    const user = new ExcelUser(excel.host);
    excel.host.faults.before(() => user.insertRows("Sheet1", 0), 1);
    const found = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.load("name");
      await context.sync();
      const range = sheet.getRange("A1:A2").load("values");
      await context.sync();
      return range.values;
    });
    assert.deepEqual(found, [[""], ["甲"]]);
  });
  it("denies every write on a chosen sheet", async () => {
    excel.host.rules.deniedSheets.add("Sheet1");
    await assert.rejects(write("A1", 1), { code: "AccessDenied" });
  });
  it("does not let rows be inserted under a filter", async () => {
    excel.host.rules.filteredSheets.add("Sheet1");
    const insert = () =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("2:2").insert("Down");
        await context.sync();
      });
    await assert.rejects(insert(), { code: "FilteredRangeConflict" });
    await Excel.run(async (context) => {
      const { autoFilter } = context.workbook.worksheets.getItem("Sheet1");
      autoFilter.load("isDataFiltered");
      await context.sync();
      assert.equal(autoFilter.isDataFiltered, true);
      autoFilter.clearCriteria();
      await context.sync();
    });
    await insert();
  });
  it("fails a test whose planned fault never came", () => {
    excel.host.faults.failWithStatus(STATUS.modalDialog, 5);
    assert.throws(() => excel.host.assertClean(), /never came/);
    excel.host.faults.clear();
  });
});
