import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { inFile, onHost, SameEditsWorld } from "#test/journeys/desks/same-edits.ts";
import { REPORT_IN_CELLS, reportEditsOn, reportInFile, reportOnHost } from "#test/journeys/desks/same-report-edits.ts";
import { IN_CELLS } from "#test/journeys/edit-script.ts";
import { openGridPage, type GridPage } from "./grid-in-page.ts";

/** The other faces: test/journeys/same-edits-on-every-host.test.ts and same-report-edits-on-every-host.test.ts. */
describe("the same edits in the browser's grid", function () {
  this.timeout(240_000);
  let page: GridPage;
  let world: SameEditsWorld;

  before(async () => {
    [page, world] = await Promise.all([openGridPage(), SameEditsWorld.start()]);
  });
  after(async () => {
    await page.close();
    await world.close();
  });

  it("W1 W2 W2a the same edits and problems at the same places, the same answers, the same ledger as a file's", async () => {
    const inGrid = await world.on(onHost(page), IN_CELLS);
    assert.deepEqual(inGrid, await world.on(inFile, IN_CELLS));
  });

  it("W1 W2 W2a R3 the same of an annual report", async () => {
    const inGrid = await reportEditsOn(reportOnHost(page), REPORT_IN_CELLS);
    assert.deepEqual(inGrid, await reportEditsOn(reportInFile, REPORT_IN_CELLS));
  });
});
