import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { describeWorkbook } from "./describe-workbook.ts";
import { parseRect, wholeColumns, wholeRows } from "./rect.ts";
import type { SheetModel } from "./sheet-model.ts";
import { WorkbookModel } from "./workbook-model.ts";
import { WorkbookUser } from "./workbook-user.ts";

function aWorkbook(cells: Readonly<Record<string, string | number>> = {}) {
  const workbook = new WorkbookModel("表1");
  const sheet = workbook.sheet("表1");
  for (const [address, entry] of Object.entries(cells)) workbook.enter(sheet, rect(address), () => entry);
  return { workbook, sheet, user: new WorkbookUser(workbook), shown: (address: string) => valueAt(sheet, address) };
}

function rect(address: string) {
  const found = parseRect(address);
  assert.ok(found, address);
  return found;
}

function valueAt(sheet: SheetModel, address: string): unknown {
  const { top, left } = rect(address);
  return sheet.cell(top, left).value;
}

function formulaAt(sheet: SheetModel, address: string): string | undefined {
  const { top, left } = rect(address);
  return sheet.cell(top, left).formula;
}

describe("the workbook in memory", () => {
  describe("entries", () => {
    for (const [entry, value] of [
      ["2026.10", 2026.1],
      ["110101199001011234", 110101199001011000],
      ["'=1", "=1"],
      ["1,234.5", 1234.5],
      ["50%", 0.5],
      ["TRUE", true],
      ["2026-3-1", 46082],
      ["１０", "１０"],
      ["", null],
    ] as const) {
      it(`takes ${JSON.stringify(entry)} as ${JSON.stringify(value)}`, () => {
        assert.equal(aWorkbook({ B2: entry }).shown("B2"), value);
      });
    }
    it("leaves everything a text in a text cell", () => {
      const { workbook, sheet, shown } = aWorkbook();
      workbook.format(sheet, wholeColumns(1), { numberFormat: "@" });
      workbook.enter(sheet, rect("B2"), () => "=1+1");
      workbook.enter(sheet, rect("B3"), () => "110101199001011234");
      workbook.enter(sheet, rect("B4"), () => 5);
      assert.deepEqual([shown("B2"), shown("B3"), shown("B4")], ["=1+1", "110101199001011234", "5"]);
      assert.equal(formulaAt(sheet, "B2"), undefined);
    });
    it("overtypes a formula", () => {
      const { user, sheet, shown } = aWorkbook({ A1: "=1+1" });
      user.type("表1", "A1", 7);
      assert.deepEqual([shown("A1"), formulaAt(sheet, "A1")], [7, undefined]);
    });
    it("takes what begins with a sign for a formula", () => {
      const { sheet, shown } = aWorkbook({ A1: "-每月学习" });
      assert.equal(formulaAt(sheet, "A1"), "-每月学习");
      assert.deepEqual(shown("A1"), { error: "#NAME?" });
    });
  });

  describe("calculation", () => {
    for (const [formula, value] of [
      ["=1+2*3-4/2", 5],
      ["=-(1+2)", -3],
      ["=ROUND(ROUND(2.675,9),2)", 2.68],
      ["=ROUND(-0.5,0)", -1],
      ["=SUM(A1:A3)", 6],
      ["=AVERAGE(A1:A4)", 2],
      ["=COUNT(A1:A5)", 3],
      ["=MAX(A1:A3)-MIN(A1:A3)", 2],
      ['=IF(COUNT(A1:A3)=0,"",SUM(A1:A3)/COUNT(A1:A3))', 2],
      ['=IF(ISNUMBER(A5),A5,"无")', "无"],
      ["=IFERROR(1/0,7)", 7],
      ["=RANK(A2,A1:A3,0)", 2],
      ["=权重*2", 6],
      ['="a"&A1', "a1"],
      ["=A4+1", 1],
      ["=表2!A1", { error: "#REF!" }],
      ["=1/0", { error: "#DIV/0!" }],
      ["=没有", { error: "#NAME?" }],
    ] as const) {
      it(`calculates ${formula}`, () => {
        const { workbook, sheet, shown } = aWorkbook({ A1: 1, A2: 2, A3: 3, A5: "无" });
        workbook.names.set("权重", "表1!$A$3");
        workbook.enter(sheet, rect("C1"), () => formula);
        assert.deepEqual(shown("C1"), value);
      });
    }
    it("keeps the figure of a formula that it cannot calculate", () => {
      const { workbook, sheet, shown } = aWorkbook();
      workbook.patch(sheet, rect("A1"), { formula: "VLOOKUP(1,B:C,2,0)", value: 42 });
      assert.equal(shown("A1"), 42);
    });
    it("follows what is typed, unless calculation is manual", () => {
      const { workbook, user, shown } = aWorkbook({ A1: 1, B1: "=A1+1" });
      user.type("表1", "A1", 5);
      assert.equal(shown("B1"), 6);
      workbook.calculation = "manual";
      user.type("表1", "A1", 9);
      assert.equal(shown("B1"), 6);
      workbook.calculation = "automatic";
      assert.equal(shown("B1"), 10);
    });
  });

  describe("lines that come, go and move", () => {
    const scene = () => {
      const made = aWorkbook({ A1: 1, A2: 2, A3: 3, A4: 4, B1: "=SUM(A1:A4)", B2: "=$A$3*2", B3: '="A3"&A3' });
      made.workbook.names.set("三", "表1!$A$3");
      const other = made.workbook.addSheet("表 2");
      made.workbook.enter(other, rect("A1"), () => "=表1!A3+三");
      return { ...made, other };
    };
    it("moves references, names and merges with inserted rows", () => {
      const { workbook, sheet, user, other, shown } = scene();
      workbook.merge(sheet, rect("C3:D4"));
      user.insertRows("表1", 1, 2);
      assert.equal(formulaAt(sheet, "B1"), "SUM(A1:A6)");
      assert.equal(formulaAt(sheet, "B4"), "$A$5*2");
      assert.equal(formulaAt(sheet, "B5"), '"A3"&A5');
      assert.equal(formulaAt(other, "A1"), "表1!A5+三");
      assert.equal(workbook.names.find("三")?.refersTo, "表1!$A$5");
      assert.deepEqual(sheet.merges, [rect("C5:D6")]);
      assert.deepEqual([shown("B1"), valueAt(other, "A1")], [10, 6]);
    });
    it("shrinks ranges and breaks references with deleted rows", () => {
      const { workbook, sheet, user, other } = scene();
      user.deleteRows("表1", 2);
      assert.equal(formulaAt(sheet, "B1"), "SUM(A1:A3)");
      assert.equal(formulaAt(sheet, "B2"), "#REF!*2");
      assert.equal(formulaAt(other, "A1"), "表1!#REF!+三");
      assert.equal(workbook.names.find("三")?.refersTo, "表1!#REF!");
      assert.deepEqual(valueAt(other, "A1"), { error: "#REF!" });
    });
    it("moves columns with everything that points to them", () => {
      const { sheet, user, other, shown } = scene();
      user.moveColumn("表1", 0, 2);
      assert.equal(formulaAt(sheet, "A1"), "SUM(B1:B4)");
      assert.equal(shown("A1"), 10);
      assert.equal(formulaAt(other, "A1"), "表1!B3+三");
    });
    it("moves a row, its height and its references", () => {
      const { sheet, user, shown } = scene();
      user.resize("表1", "row", { at: 3, size: 40 });
      user.moveRow("表1", 3, 0);
      assert.equal(sheet.rowHeight(0), 40);
      assert.deepEqual([shown("A1"), shown("A2")], [4, 1]);
      assert.equal(formulaAt(sheet, "B3"), "$A$4*2");
    });
    it("follows a renamed sheet and breaks with a deleted one", () => {
      const { workbook, user, other } = scene();
      user.rename("表1", "定量 任务");
      assert.equal(formulaAt(other, "A1"), "'定量 任务'!A3+三");
      assert.equal(workbook.names.find("三")?.refersTo, "'定量 任务'!$A$3");
      user.deleteSheet("定量 任务");
      assert.deepEqual(valueAt(other, "A1"), { error: "#REF!" });
    });
  });

  describe("sorting", () => {
    const scene = () => {
      const made = aWorkbook({
        A1: "k1",
        A2: "k2",
        A3: "k3",
        B1: 3,
        B2: 1,
        B3: 2,
        C1: "=B1*2",
        C2: "=B2*2",
        C3: "=B3*2",
      });
      made.sheet.setColumns(wholeColumns(0), { hidden: true });
      return made;
    };
    it("takes keys along when all columns are sorted", () => {
      const { user, shown, sheet } = scene();
      user.sort("表1", "A1:C3", { column: 1 });
      assert.deepEqual(["A1", "A2", "A3"].map(shown), ["k2", "k3", "k1"]);
      assert.deepEqual(["C1", "C2", "C3"].map(shown), [2, 4, 6]);
      assert.equal(formulaAt(sheet, "C3"), "B3*2");
    });
    it("leaves hidden keys behind when only visible columns are", () => {
      const { user, shown } = scene();
      user.sort("表1", "A1:C3", { column: 1, descending: true, visibleOnly: true });
      assert.deepEqual(["A1", "A2", "A3"].map(shown), ["k1", "k2", "k3"]);
      assert.deepEqual(["B1", "B2", "B3"].map(shown), [3, 2, 1]);
    });
  });

  describe("the person at the desk", () => {
    it("can take back what he typed, also after a program inserted rows", () => {
      const { workbook, user, shown, sheet } = aWorkbook({ A1: 1 });
      user.type("表1", "A1", 2);
      workbook.changeLines(sheet, { type: "insert", axis: "row", at: 0, count: 1 });
      assert.equal(user.undo(), true);
      assert.equal(shown("A2"), 1);
      assert.equal(user.undo(), false);
    });
    it("can take back an inserted row and a sort", () => {
      const { workbook, user } = aWorkbook({ A1: 2, A2: 1, B1: "=A1" });
      const before = describeWorkbook(workbook);
      user.sort("表1", "A1:B2", { column: 0 });
      user.insertRows("表1", 0);
      user.undo();
      user.undo();
      assert.deepEqual(describeWorkbook(workbook), before);
    });
    it("loses what could be taken back when a sheet is protected", () => {
      const { workbook, sheet, user } = aWorkbook();
      user.type("表1", "A1", 2);
      workbook.protect(sheet);
      assert.equal(user.undo(), false);
    });
    it("is stopped by protection, but not in unlocked cells", () => {
      const { workbook, sheet, user, shown } = aWorkbook({ A1: 1, B1: 1 });
      workbook.format(sheet, rect("B1"), { locked: false });
      workbook.protect(sheet, { allowFormatColumns: true });
      assert.deepEqual([user.type("表1", "A1", 2), user.type("表1", "B1", 2)], [false, true]);
      assert.deepEqual([shown("A1"), shown("B1")], [1, 2]);
      assert.equal(user.resize("表1", "column", { at: 0, size: 30 }), true);
      assert.equal(user.insertRows("表1", 0), false);
      assert.equal(user.comment("表1", "B1", { author: "李", text: "?" }), false);
      assert.equal(new WorkbookUser(workbook, { heedsProtection: false }).type("表1", "A1", 3), true);
    });
    it("is told apart from a program and from a colleague", () => {
      const { workbook, sheet, user } = aWorkbook();
      const heard: unknown[] = [];
      workbook.on((event) => heard.push([event.type, "origin" in event ? event.origin : ""]));
      user.type("表1", "A1", 1);
      workbook.enter(sheet, rect("A1"), () => 2);
      new WorkbookUser(workbook, { origin: "remote" }).type("表1", "A1", 3);
      user.select("表1", "B2");
      user.doubleClick("表1", "B3");
      assert.deepEqual(heard, [
        ["change", "user"],
        ["change", "addin"],
        ["change", "remote"],
        ["selection", "user"],
        ["selection", "user"],
        ["double-click", ""],
      ]);
    });
  });

  describe("formats", () => {
    it("lets cells that are not there yet take the format of their column", () => {
      const { workbook, sheet } = aWorkbook({ B1: 1 });
      workbook.format(sheet, wholeColumns(1), { locked: false });
      workbook.format(sheet, wholeRows(4), { numberFormat: "0.0" });
      assert.deepEqual(
        [sheet.cell(0, 1).locked, sheet.cell(9, 1).locked, sheet.cell(9, 2).locked],
        [false, false, true],
      );
      assert.equal(sheet.cell(4, 7).numberFormat, "0.0");
      assert.deepEqual(sheet.usedRect(true), rect("B1"));
    });
    it("keeps one sheet visible and its order", () => {
      const { workbook, sheet } = aWorkbook();
      assert.throws(() => workbook.setVisibility(sheet, "hidden"));
      const second = workbook.addSheet("表2", 0);
      workbook.setVisibility(sheet, "veryHidden");
      assert.deepEqual(
        workbook.sheets.map(({ name }) => name),
        ["表2", "表1"],
      );
      assert.equal(workbook.activeSheet, second);
    });
  });
});
