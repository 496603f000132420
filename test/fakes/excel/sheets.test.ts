import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { type ExcelUnderTest, startExcel } from "./start-excel.ts";

describe("sheets, names and comments in the fake Excel", () => {
  let excel: ExcelUnderTest;
  beforeEach(async () => {
    excel = await startExcel();
  });
  afterEach(() => excel.close());

  const onBook = (work: (workbook: Excel.Workbook) => void) =>
    Excel.run(async (context) => {
      work(context.workbook);
      await context.sync();
    });
  const names = () => excel.host.workbook.sheets.map(({ name }) => name);

  it("adds, renames, moves and deletes sheets", async () => {
    await onBook(({ worksheets }) => {
      const sheet = worksheets.add("定量任务");
      sheet.position = 0;
      sheet.tabColor = "#FF0000";
      sheet.showGridlines = false;
      worksheets.getItem("Sheet1").name = "原有";
    });
    assert.deepEqual(names(), ["定量任务", "原有"]);
    assert.deepEqual(
      [
        excel.host.workbook.sheet("定量任务").settings.tabColor,
        excel.host.workbook.sheet("定量任务").settings.showGridlines,
      ],
      ["FF0000", false],
    );
    await onBook(({ worksheets }) => worksheets.getItem("原有").delete());
    assert.deepEqual(names(), ["定量任务"]);
  });
  it("a sheet that was added is found again in the next request", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("新");
      await context.sync();
      sheet.getRange("A1").values = [["在"]];
      sheet.load("name,id");
      await context.sync();
      assert.equal(sheet.name, "新");
    });
    assert.deepEqual(names(), ["Sheet1", "新"]);
  });
  for (const [name, code] of [
    ["", "InvalidArgument"],
    ["a/b", "InvalidArgument"],
    ["[1]", "InvalidArgument"],
    ["'边'", "InvalidArgument"],
    ["长".repeat(32), "InvalidArgument"],
    ["sheet1", "ItemAlreadyExists"],
  ] as const) {
    it(`refuses the tab name "${name}": ${code}`, async () => {
      await assert.rejects(
        onBook(({ worksheets }) => void worksheets.add(name)),
        { code },
      );
    });
  }
  it("keeps one sheet visible, and very hidden ones until they are shown", async () => {
    await assert.rejects(
      onBook(({ worksheets }) => {
        worksheets.getItem("Sheet1").visibility = "Hidden";
      }),
      { code: "InvalidOperation" },
    );
    await onBook(({ worksheets }) => {
      worksheets.add("_taizhang").visibility = "VeryHidden";
    });
    const remove = () => onBook(({ worksheets }) => worksheets.getItem("_taizhang").delete());
    await assert.rejects(remove(), { code: "InvalidOperation" });
    await assert.rejects(
      onBook(({ worksheets }) => worksheets.getItem("_taizhang").activate()),
      { code: "InvalidOperation" },
    );
    await onBook(({ worksheets }) => {
      worksheets.getItem("_taizhang").visibility = "Hidden";
    });
    await remove();
    assert.deepEqual(names(), ["Sheet1"]);
  });
  it("denies changes of sheets where the structure is protected", async () => {
    excel.host.rules.structureProtected = true;
    await assert.rejects(
      onBook(({ worksheets }) => void worksheets.add("新")),
      { code: "AccessDenied" },
    );
  });
  it("a sheet that was deleted meanwhile is gone: ItemNotFound", async () => {
    const { workbook } = excel.host;
    const sheet = workbook.addSheet("乙");
    await assert.rejects(
      Excel.run(async (context) => {
        const found = context.workbook.worksheets.getItem("乙").load("name");
        await context.sync();
        workbook.by("user", () => workbook.deleteSheet(sheet));
        found.getRange("A1").values = [[1]];
        await context.sync();
      }),
      { code: "ItemNotFound" },
    );
  });
  it("W1 has Chinese names of the workbook, which follow their cells", async () => {
    await onBook((workbook) => {
      const sheet = workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:A2").values = [[1], [2]];
      workbook.names.add("定量权重", sheet.getRange("A1:A2"));
      sheet.getRange("B1").values = [["=SUM(定量权重)"]];
      sheet.getRange("1:1").insert("Down");
    });
    const read = await Excel.run(async (context) => {
      const name = context.workbook.names.getItem("定量权重").load("formula,type");
      const range = name.getRange().load("address");
      const none = context.workbook.names.getItemOrNullObject("没有").load("name");
      const sum = context.workbook.worksheets.getItem("Sheet1").getRange("B2").load("values");
      await context.sync();
      return [name.formula, name.type, range.address, none.isNullObject, sum.values] as readonly unknown[];
    });
    assert.deepEqual(read, ["=Sheet1!$A$2:$A$3", "Range", "Sheet1!A2:A3", true, [[3]]]);
    await assert.rejects(
      onBook((workbook) => void workbook.names.add("Q1", "=1")),
      { code: "InvalidArgument" },
    );
    await assert.rejects(
      onBook((workbook) => void workbook.names.add("定量权重", "=1")),
      { code: "ItemAlreadyExists" },
    );
  });
  it("has threaded comments, one on a cell", async () => {
    const add = () => onBook((workbook) => void workbook.comments.add("Sheet1!B2", "请核对"));
    await add();
    await assert.rejects(add(), { code: "ItemAlreadyExists" });
    const read = await Excel.run(async (context) => {
      const comments = context.workbook.worksheets.getItem("Sheet1").comments.load("items/content");
      await context.sync();
      const place = comments.items[0]!.getLocation().load("address");
      await context.sync();
      return [comments.items.map(({ content }) => content), place.address];
    });
    assert.deepEqual(read, [["请核对"], "Sheet1!B2"]);
  });
  it("freezes panes and sets the page up", async () => {
    await onBook(({ worksheets }) => {
      const sheet = worksheets.getItem("Sheet1");
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
      sheet.pageLayout.orientation = "Landscape";
      sheet.pageLayout.paperSize = "A4";
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.pageLayout.setPrintTitleRows("$2:$3");
      sheet.pageLayout.setPrintArea("A1:D9");
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页";
    });
    const { settings, page } = excel.host.workbook.sheet("Sheet1");
    assert.deepEqual(settings.frozen, { rows: 3, columns: 2 });
    assert.deepEqual(
      [page.orientation, page.fitToWide, page.fitToTall, page.titleRows, page.footer.center],
      ["landscape", 1, 0, { from: 1, to: 2 }, "第 &P 页"],
    );
  });
  it("knows the selection", async () => {
    const { workbook } = excel.host;
    workbook.by("user", () => workbook.select(workbook.sheet("Sheet1"), { top: 1, left: 1, bottom: 2, right: 2 }));
    const read = await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address,worksheet/name");
      const cell = context.workbook.getActiveCell().load("address");
      await context.sync();
      return [range.address, cell.address, range.worksheet.name];
    });
    assert.deepEqual(read, ["Sheet1!B2:C3", "Sheet1!B2", "Sheet1"]);
  });
});
