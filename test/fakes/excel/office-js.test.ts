import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { ExcelHost } from "./excel-host.ts";
import { loadOfficeJs, startOfficeJs } from "./load-office-js.ts";
import { EXCEL_2019, LTSC_2021, LTSC_2024 } from "./profiles.ts";
import { type ExcelUnderTest, startExcel } from "./start-excel.ts";

describe("the genuine office.js on the fake Excel", () => {
  let excel: ExcelUnderTest | undefined;
  afterEach(() => {
    const open = excel;
    excel = undefined;
    open?.close();
  });

  it("comes up as Excel on a PC and leaves nothing behind", async () => {
    const before = Object.keys(globalThis).sort();
    const office = await loadOfficeJs(new ExcelHost());
    assert.equal(Office.context.host, "Excel");
    assert.equal(Office.context.platform, "PC");
    assert.equal(Office.context.diagnostics.version, LTSC_2021.version);
    assert.equal(Office.context.displayLanguage, "zh-CN");
    office.dispose();
    assert.equal(typeof Excel, "undefined");
    assert.deepEqual(Object.keys(globalThis).sort(), before);
  });
  it("answers what each installation has", async () => {
    for (const [profile, highest] of [
      [EXCEL_2019, 8],
      [LTSC_2021, 14],
      [LTSC_2024, 17],
    ] as const) {
      const office = await loadOfficeJs(new ExcelHost({ profile }));
      assert.equal(Office.context.requirements.isSetSupported("ExcelApi", `1.${highest}`), true, profile.name);
      assert.equal(Office.context.requirements.isSetSupported("ExcelApi", `1.${highest + 1}`), false, profile.name);
      office.dispose();
    }
  });
  it("gives each test its own workbook", async () => {
    excel = await startExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [["先"]];
      await context.sync();
    });
    excel.close();
    excel = await startExcel();
    assert.equal(excel.host.workbook.sheet("Sheet1").cell(0, 0).value, null);
  });
  it("gives arrays that are equal to a test's own", async () => {
    excel = await startExcel();
    const names = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      return sheets.items.map((sheet) => sheet.name);
    });
    assert.deepEqual(names, ["Sheet1"]);
  });
  it("does not let a property be read that was not loaded", async () => {
    excel = await startExcel();
    await assert.rejects(
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("values");
        await context.sync();
        return range.formulas;
      }),
      { code: "PropertyNotLoaded" },
    );
  });
  it("fails the test that uses a member the fake does not serve", async () => {
    const host = new ExcelHost();
    const office = await loadOfficeJs(host);
    await assert.rejects(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").charts.load("items/name");
        await context.sync();
      }),
      { code: "NotImplemented" },
    );
    office.dispose();
    assert.throws(() => host.assertClean(), /Worksheet\.charts/);
  });
  it("refuses a member that came after this installation", async () => {
    const host = new ExcelHost({ profile: EXCEL_2019 });
    const office = await loadOfficeJs(host);
    await assert.rejects(
      Excel.run(async (context) => {
        context.workbook.load("isDirty");
        await context.sync();
      }),
      { code: "ApiNotFound" },
    );
    assert.throws(() => host.assertClean(), /Workbook\.isDirty needs ExcelApi 1\.9; this is Excel 2019/);
    office.dispose();
  });
  it("keeps document settings", async () => {
    excel = await startExcel({ settings: { pane: JSON.stringify("shown") } });
    const { settings } = Office.context.document;
    assert.equal(settings.get("pane"), "shown");
    settings.set("Office.AutoShowTaskpaneWithDocument", true);
    await new Promise((resolve) => settings.saveAsync(resolve));
    assert.equal(excel.host.settings.get("Office.AutoShowTaskpaneWithDocument"), "true");
  });
  it("runs the commands of ribbon and context menu", async () => {
    excel = await startExcel();
    const ran: string[] = [];
    Office.actions.associate("history", (event: Office.AddinCommands.Event) => {
      ran.push(event.source.id);
      event.completed();
    });
    assert.equal((await excel.host.runCommand("history")).status, 0);
    assert.deepEqual(ran, ["history"]);
  });
  it("shows and hides the pane of the shared runtime", async () => {
    excel = await startExcel();
    await Office.addin.hide();
    assert.equal(excel.host.pane.visible, false);
    await Office.addin.showAsTaskpane();
    assert.equal(excel.host.pane.visible, true);
    assert.equal(excel.host.counters.spent.syncs, 0, "the library's own services are no syncs of ours");
  });
  it("says in Chinese what Excel refuses", async () => {
    excel = await startExcel();
    await assert.rejects(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("没有").load("name");
        await context.sync();
      }),
      (error) =>
        error instanceof OfficeExtension.Error &&
        error.code === "ItemNotFound" &&
        error.message === "所请求的资源不存在。",
    );
  });
  it("can stay silent for ever", async () => {
    const host = new ExcelHost();
    const office = await loadOfficeJs(host);
    host.faults.silent = true;
    const run = Excel.run(async (context) => {
      await context.sync();
      context.workbook.worksheets.getItem("Sheet1").load("name");
      await context.sync();
      return "answered";
    });
    const late = new Promise((resolve) => setTimeout(() => resolve("late"), 50));
    assert.equal(await Promise.race([run, late]), "late");
    office.dispose();
  });
  it("can leave onReady without an answer", async () => {
    const host = new ExcelHost();
    host.neverReady = true;
    const office = startOfficeJs(host);
    const late = new Promise((resolve) => setTimeout(() => resolve("late"), 300));
    assert.equal(await Promise.race([office.Office.onReady(), late]), "late");
    office.dispose();
  });
});
