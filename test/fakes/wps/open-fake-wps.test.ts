import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { WorkbookUser } from "../workbook/workbook-user.ts";
import { openFakeWps } from "./open-fake-wps.ts";
import { asApplication } from "./as-application.ts";

function opened() {
  const fake = openFakeWps();
  const app = asApplication(fake);
  const sheet = app.ActiveSheet;
  assert.ok(sheet);
  return { fake, app, sheet, user: new WorkbookUser(fake.workbook) };
}

describe("the fake WPS", () => {
  it("remembers a member that is not there, and throws", () => {
    const { fake, sheet } = opened();
    const loose = sheet as unknown as Record<string, unknown>;
    assert.throws(() => loose["getRange"], /Worksheet\.getRange/);
    assert.throws(() => (loose["name"] = "x"), /Worksheet\.name =/);
    assert.throws(() => (loose["UsedRange"] = 1), /UsedRange =/);
    assert.throws(() => fake.gate.assertClean(), /Worksheet\.getRange, Worksheet\.name =/);
  });
  it("counts calls, and lets the nth fail once", () => {
    const { fake, sheet } = opened();
    fake.gate.startCounting();
    sheet.Range("A1").Value2 = 1;
    assert.equal(fake.gate.calls, 2);
    assert.deepEqual(
      [...fake.gate.byMember],
      [
        ["Worksheet.Range", 1],
        ["Range.Value2 =", 1],
      ],
    );
    fake.gate.failAt(2);
    assert.throws(() => (sheet.Range("A1").Value2 = 2), /模拟的故障/);
    sheet.Range("A1").Value2 = 3;
    assert.equal(sheet.Range("A1").Value2, 3);
  });
  it("reads one cell as a scalar and more as rows, and takes blocks of the same size only", () => {
    const { sheet } = opened();
    sheet.Range("A1:B2").Value2 = [
      [1, "二"],
      ["=A1+1", ""],
    ];
    assert.equal(sheet.Range("A1").Value2, 1);
    assert.deepEqual(sheet.Range("A1:A2").Value2, [[1], [2]]);
    assert.deepEqual(sheet.Range("A1:B2").Formula, [
      ["1", "二"],
      ["=A1+1", ""],
    ]);
    const [, [, empty] = []] = sheet.Range("A1:B2").Value2 as unknown[][];
    assert.ok(empty === null || empty === undefined);
    assert.throws(() => (sheet.Range("A1:B2").Value2 = [[1, 2]]), /2 x 2/);
  });
  it("counts colours from blue to red", () => {
    const { fake, sheet } = opened();
    sheet.Range("A1").Interior.Color = 0x00f0ff;
    assert.equal(fake.workbook.activeSheet.cell(0, 0).style.fill, "FFF000");
    assert.throws(() => (sheet.Range("A1").Interior.Color = 0x1ffffff));
  });
  it("makes a plain line of a double one that gets another weight", () => {
    const { fake, sheet } = opened();
    const { Borders } = sheet.Range("B2");
    Borders.LineStyle = -4119;
    assert.equal(fake.workbook.activeSheet.cell(1, 1).style.borders.top?.style, "Double");
    Borders.Weight = 2;
    assert.equal(fake.workbook.activeSheet.cell(1, 1).style.borders.top?.style, "Continuous");
  });
  it("takes one rule a cell, with messages that fit", () => {
    const { sheet } = opened();
    const { Validation } = sheet.Range("B2:B3");
    assert.throws(() => (Validation.InputMessage = "没有规则"));
    Validation.Add(7, 2, 1, "=TRUE");
    assert.throws(() => Validation.Add(7, 2, 1, "=TRUE"));
    Validation.InputMessage = "说明";
    assert.throws(() => (Validation.InputMessage = "长".repeat(256)));
    assert.equal(sheet.Range("B3").Validation.InputMessage, "说明");
  });
  it("tells every change while events are on, ours too, without saying whose", () => {
    const { app, sheet, user } = opened();
    const heard: string[] = [];
    app.ApiEvent.AddApiEventListener("SheetChange", (changed, range) => heard.push(`${changed.Name} ${range.Row}`));
    sheet.Range("A1").Value2 = 1;
    user.type("Sheet1", "A2", 2);
    app.EnableEvents = false;
    sheet.Range("A3").Value2 = 3;
    assert.deepEqual(heard, ["Sheet1 1", "Sheet1 2"]);
  });
  it("refuses in protected cells, unless they are protected for people only", () => {
    const { sheet } = opened();
    sheet.Range("B1").Locked = false;
    sheet.Protect(undefined, false, true, true, false);
    sheet.Range("B1").Value2 = 1;
    assert.throws(() => (sheet.Range("A1").Value2 = 1), /保护/);
    sheet.Unprotect();
    sheet.Protect(undefined, false, true, true, true);
    sheet.Range("A1").Value2 = 1;
    assert.deepEqual([sheet.ProtectContents, sheet.ProtectDrawingObjects, sheet.ProtectionMode], [true, false, true]);
  });
  it("lets a new line look like the one before it, hidden and all", () => {
    const { fake, sheet } = opened();
    sheet.Range("1:1").Hidden = true;
    sheet.Range("A1").NumberFormat = "@";
    sheet.Range("2:3").Insert();
    const model = fake.workbook.activeSheet;
    assert.deepEqual([model.rowState(1).hidden, model.cell(2, 0).numberFormat], [true, "@"]);
  });
  it("asks before it deletes a sheet, as long as it may ask", () => {
    const { fake, app } = opened();
    const made = app.ActiveWorkbook?.Worksheets.Add();
    assert.throws(() => made?.Delete(), /question/);
    app.DisplayAlerts = false;
    made?.Delete();
    assert.equal(fake.workbook.sheets.length, 1);
  });
  it("offers only what the published declarations have", () => {
    const published = ["lib.et.d.ts", "index.d.ts", "addon.et.d.ts"]
      .map((name) => readFileSync(join(import.meta.dirname, "../../../node_modules/et-jsapi-declare", name), "utf8"))
      .join("\n");
    const { app, sheet } = opened();
    for (const shown of [app, sheet, sheet.Range("A1"), sheet.PageSetup, app.ActiveWindow]) {
      const prototype = Reflect.getPrototypeOf(shown) as object;
      for (const member of Object.getOwnPropertyNames(prototype)) {
        if (member !== "constructor") assert.match(published, new RegExp(`\\b${member}\\b\\s*\\??[:(]`), member);
      }
    }
  });
});
