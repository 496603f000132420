import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { ReportImportAnswer } from "#core/protocol/report/report-exchange.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { ReportFile } from "../report-file.ts";
import { ReportHandler, WHY } from "../submission/report-handler.ts";

describe("a report's workbook that comes back after its finding was mended", function () {
  this.timeout(240_000);
  let service: TestService;
  let unit: ReportHandler;
  before(async () => {
    service = await startTestService({ different: { ...withSmallForm(), ...(await withoutRecordChecks()) } });
    unit = new ReportHandler(await service.signIn("g1"), "g1");
  });
  after(() => service.close());

  it("W7 the program's own words beside a finding that was explained anew and went are not told as the officer's", async () => {
    const { tables } = await unit.view();
    const counted = tables.find(({ no }) => no === 2)?.cells["B1"]?.value ?? assert.fail("no such cell");
    await unit.set("2!B1", counted + 1, WHY);
    const explained = { check: "L-1", line: "", text: "名单附后，已经逐人核对" };
    const { findings } = await unit.view();
    explained.line = findings.find(({ code }) => code === "L-1")?.line ?? assert.fail("nothing is to be explained");
    assert.equal(await unit.act("explain", explained), "done");
    const file = await ReportFile.export(unit);
    assert.equal(await unit.act("explain", { ...explained, text: "名单附后，两名女党员已经逐人核对" }), "done");
    await unit.set("2!B1", counted, WHY);
    assert.ok((await unit.view()).findings.every(({ code }) => code !== "L-1"));
    const sent = { bytes: await file.bytes(), headers: { "Content-Type": "application/octet-stream" } };
    const { body, text } = await unit.client.call("POST", `${unit.path}/import?dryRun=true`, sent);
    assert.deepEqual((body as ReportImportAnswer).problems, [], text);
    const checks = file.book.worksheets.find((each) => each.getCell("A1").value === "#sheet:checks");
    const texts = checks?.getColumn((checks.getRow(1).values as unknown[]).indexOf("explanation")).values ?? [];
    assert.ok(texts.includes(explained.text), "the words stand in the file");
  });
});
