import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { ExcelUser } from "./excel-user.ts";
import { type ExcelUnderTest, startExcel } from "./start-excel.ts";

describe("events of the fake Excel", () => {
  let excel: ExcelUnderTest;
  let user: ExcelUser;
  beforeEach(async () => {
    excel = await startExcel();
    user = new ExcelUser(excel.host);
  });
  afterEach(() => excel.close());

  const settle = () => new Promise((resolve) => setTimeout(resolve, 10));

  async function listen(): Promise<{
    readonly told: Excel.WorksheetChangedEventArgs[];
    readonly stop: () => Promise<void>;
  }> {
    const told: Excel.WorksheetChangedEventArgs[] = [];
    const handle = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(async (change) => void told.push(change));
      await context.sync();
      return added;
    });
    return {
      told,
      stop: () =>
        Excel.run(handle.context, async (context) => {
          handle.remove();
          await context.sync();
        }),
    };
  }

  it("tells a typed cell with what stood there", async () => {
    const { told } = await listen();
    user.type("Sheet1", "B2", 9.5);
    user.type("Sheet1", "B2", "优");
    await settle();
    assert.deepEqual(
      told.map(({ address, changeType, source, details }): readonly unknown[] => {
        return [address, changeType, source, details.valueBefore, details.valueAfter];
      }),
      [
        ["B2", "RangeEdited", "Local", "", 9.5],
        ["B2", "RangeEdited", "Local", 9.5, "优"],
      ],
    );
    assert.notEqual(told[0]?.triggerSource, "ThisLocalAddin");
  });
  it("W4 tells our own writes as our own", async () => {
    const { told } = await listen();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
      await context.sync();
    });
    await settle();
    assert.deepEqual(
      told.map(({ address, triggerSource }) => [address, triggerSource]),
      [["A1", "ThisLocalAddin"]],
    );
  });
  it("tells a colleague's edit as remote", async () => {
    const { told } = await listen();
    new ExcelUser(excel.host, { origin: "remote" }).type("Sheet1", "C3", 1);
    await settle();
    assert.deepEqual(
      told.map(({ address, source }) => [address, source]),
      [["C3", "Remote"]],
    );
  });
  it("tells pasting, sorting, inserted and deleted rows and columns", async () => {
    const { told } = await listen();
    user.paste("Sheet1", "A1", [
      [2, "乙"],
      [1, "甲"],
    ]);
    user.sort("Sheet1", "A1:B2", { column: 0 });
    user.insertRows("Sheet1", 0);
    user.deleteRows("Sheet1", 0);
    user.insertColumns("Sheet1", 0);
    await settle();
    assert.deepEqual(
      told.map(({ address, changeType }) => [address, changeType]),
      [
        ["A1:B2", "RangeEdited"],
        ["A1:B2", "RangeEdited"],
        ["1:1", "RowInserted"],
        ["1:1", "RowDeleted"],
        ["A:A", "ColumnInserted"],
      ],
    );
  });
  it("stops telling once the listener is gone, and holds nothing more", async () => {
    const { told, stop } = await listen();
    assert.equal(excel.host.held.listeners, 1);
    await stop();
    user.type("Sheet1", "A1", 1);
    await settle();
    assert.deepEqual(told, []);
    assert.equal(excel.host.held.listeners, 0);
  });
  it("tells the selection, of one sheet and of all", async () => {
    const told: string[] = [];
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onSelectionChanged.add(async ({ address }) => void told.push(`all ${address}`));
      const sheet = worksheets.getItem("Sheet1").load("id");
      await context.sync();
      sheet.onSelectionChanged.add(async ({ address }) => void told.push(`one ${address}`));
      await context.sync();
    });
    user.select("Sheet1", "B2:C3");
    await settle();
    assert.deepEqual(told.sort(), ["all B2:C3", "one B2:C3"]);
  });
  it("tells sheets that come, go and are shown", async () => {
    const told: string[] = [];
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(async () => void told.push("added"));
      worksheets.onDeleted.add(async () => void told.push("deleted"));
      worksheets.onActivated.add(async () => void told.push("activated"));
      worksheets.onDeactivated.add(async () => void told.push("deactivated"));
      await context.sync();
      worksheets.add("新").activate();
      await context.sync();
    });
    user.deleteSheet("新");
    await settle();
    assert.deepEqual(told, ["added", "deactivated", "activated", "deleted"]);
  });
  it("runs a command of the context menu on the selected cell", async () => {
    const places: string[] = [];
    const drillDown = () =>
      Excel.run(async (context) => {
        const cell = context.workbook.getActiveCell().load("address");
        await context.sync();
        places.push(cell.address);
      });
    Office.actions.associate("drillDown", (event: Office.AddinCommands.Event) => {
      void drillDown().then(() => event.completed());
    });
    await user.rightClick("Sheet1", "D4", "drillDown");
    assert.deepEqual(places, ["Sheet1!D4"]);
  });
});
