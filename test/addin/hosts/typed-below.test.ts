import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { HostFailure } from "#addin/hosts/host-failure.ts";
import { ExcelUser } from "#test/fakes/excel/excel-user.ts";
import { WorkbookUser } from "#test/fakes/workbook/workbook-user.ts";
import type { SheetModel } from "#test/fakes/workbook/sheet-model.ts";
import { aRoster } from "#test/builders/roster-book.ts";
import { openDesk } from "./excel/excel-desk.ts";
import { aWpsDesk } from "./wps/wps-desk.ts";

/** Right below a roster of six, where the seventh and eighth come to stand: in the name's column. */
const BELOW = "C9";
/** Where nobody is drawn. */
const FURTHER = "C12";
const [SIX, EIGHT] = [aRoster(6), aRoster(8)];

function named(sheet: SheetModel): readonly unknown[] {
  return Array.from({ length: 6 }, (_, at) => sheet.stored(8 + at, 2).value).filter((value) => value !== null);
}

describe("somebody new whom the officer writes below a roster while others are drawn there", () => {
  it("W2 W3 stays in Excel: it is told, and drawn anew around him", async () => {
    const desk = await openDesk();
    await desk.host.draw(SIX);
    const seen = await desk.host.read();
    const user = new ExcelUser(desk.excel.host, { heedsProtection: false });
    desk.excel.host.faults.before(() => user.type("名册", BELOW, "新来的人"), 1);
    await assert.rejects(desk.host.draw(EIGHT, { seen }), { code: "typed-meanwhile" });
    assert.deepEqual(named(desk.tab("名册")), ["新来的人"]);
    await desk.host.draw(EIGHT, { seen: await desk.host.read() });
    assert.deepEqual(named(desk.tab("名册")).toSorted(), ["人员00006", "人员00007", "新来的人"]);
    await desk.close();
  });

  it("W2 W3 stays in WPS too", async () => {
    const desk = aWpsDesk();
    await desk.host.draw(SIX);
    const user = new WorkbookUser(desk.workbook, { heedsProtection: false });
    let breaths = 0;
    const onProgress = () => {
      breaths += 1;
      if (breaths === 2) user.type("名册", BELOW, "新来的人");
    };
    const seen = await desk.host.read();
    await assert.rejects(
      desk.host.draw(EIGHT, { seen, onProgress }),
      (failure: unknown) => failure instanceof HostFailure && failure.code === "typed-meanwhile",
    );
    assert.deepEqual(named(desk.sheet("roster")), ["新来的人"]);
    await desk.host.draw(EIGHT, { seen: await desk.host.read() });
    assert.deepEqual(named(desk.sheet("roster")).toSorted(), ["人员00006", "人员00007", "新来的人"]);
    await desk.dispose();
  });

  it("W3 W4 stays below them when the draw breaks off for another reason", async () => {
    const desk = await openDesk();
    await desk.host.draw(SIX);
    const user = new ExcelUser(desk.excel.host, { heedsProtection: false });
    desk.excel.host.faults.before(() => user.type("名册", FURTHER, "新来的人"), 1);
    desk.excel.host.faults.failWithCode("GeneralException", { after: 1, afterActions: 60 });
    await assert.rejects(desk.host.draw(EIGHT), { code: "host-failed" });
    assert.deepEqual(named(desk.tab("名册")), ["新来的人"]);
    await desk.close();
    const wps = aWpsDesk();
    await wps.host.draw(SIX);
    const officer = new WorkbookUser(wps.workbook, { heedsProtection: false });
    const signal = { aborted: false };
    let breaths = 0;
    const onProgress = () => {
      breaths += 1;
      if (breaths === 2) officer.type("名册", FURTHER, "新来的人");
      if (breaths === 4) signal.aborted = true;
    };
    await assert.rejects(wps.host.draw(EIGHT, { signal, onProgress }), { code: "drawing-cancelled" });
    assert.deepEqual(named(wps.sheet("roster")), ["新来的人"]);
    await wps.dispose();
  });
});
