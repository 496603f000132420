import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { ReportImportAnswer } from "#core/protocol/report/report-exchange.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { ReportFile } from "../report-file.ts";
import { ON, ReportHandler, WHY } from "./report-handler.ts";

const FORCED_WHY = "两名党员的转入手续年底前补办";

/** Nobody of g2 has an account: its numbers come in a workbook that somebody there fills in with another program (R9, W7). */
describe("the report of a unit without the service", function () {
  this.timeout(240_000);
  let service: TestService;
  /** The committee's office at the unit's report, at its own, and the other unit at its own. */
  let stood: ReportHandler;
  let root: ReportHandler;
  let first: ReportFile;

  before(async () => {
    service = await startTestService({ different: { ...withSmallForm(), ...(await withoutRecordChecks()) } });
    for (const name of ["g2", "g2-secretary", "g2-deputy"]) await service.alterAccount(name, { state: "disabled" });
    root = new ReportHandler(await service.signIn("c"), "c");
    stood = new ReportHandler(root.client, "g2");
  });
  after(() => service.close());

  const takenBack = async (file: ReportFile): Promise<readonly string[]> => {
    const sent = { bytes: await file.bytes(), headers: { "Content-Type": "application/octet-stream" } };
    const answer = await stood.client.call("POST", `${stood.path}/import`, sent);
    assert.equal(answer.status, 200, answer.text);
    const { cells, problems } = answer.body as ReportImportAnswer;
    assert.deepEqual(problems, []);
    return cells.map(({ field, outcome }) => `${field} ${outcome.result}`);
  };
  const rowOf = async (unit: string) =>
    (await root.overview("c")).rows.find(({ unitId }) => unitId === unitIdOf(unit)) ?? assert.fail(unit);

  it("R9 W7 its superior sends it a workbook, takes the filled one back and hands it over", async () => {
    const file = await ReportFile.export(stood);
    const counted = Number(file.cell("2!A1").value);
    file.cell("1!A6").value = 90;
    file.cell("1!A7").value = 4;
    file.cell("2!A1").value = counted + 2;
    file.cell("2!A1", "reason").value = FORCED_WHY;
    file.cell("1!A4").value = counted + 2;
    file.cell("1!A4", "reason").value = FORCED_WHY;
    file.cell("1!A2").value = Number(file.cell("1!A2").value) + 2;
    file.cell("1!A2", "reason").value = FORCED_WHY;
    assert.deepEqual(await takenBack(file), [
      "1!A2 accepted",
      "1!A4 accepted",
      "1!A6 accepted",
      "1!A7 accepted",
      "2!A1 accepted",
    ]);
    await stood.answer("P-0", "由该单位财务提供并核对");
    await stood.answer("P-1", "逐人核对过转接记录");
    for (const { code, line, severity, explanation } of (await stood.view()).findings)
      if (severity === "explain" && explanation === null)
        assert.equal(await stood.act("explain", { check: code, line, text: "名单附后，已经逐人核对" }), "done");
    assert.equal(await stood.submit(), "done");
    assert.equal((await rowOf("g2")).state, "submitted");
    first = file;
  });

  it("R8 R9 returned with a remark on a cell, which the next workbook shows; a second one comes back and is accepted", async () => {
    const remarks = [{ cell: "1!A6", text: "请按决算数填写" }];
    assert.equal(await stood.act("return", { reason: WHY, remarks }), "done");
    const second = await ReportFile.export(stood);
    assert.match(JSON.stringify(second.cell("1!A6").note), /请按决算数填写/u);
    second.cell("1!A6").value = 95;
    assert.deepEqual(await takenBack(second), ["1!A6 accepted"]);
    first.cell("1!A6").value = 80;
    assert.ok((await takenBack(first)).includes("1!A6 conflict"), "nothing is overwritten unseen");
    assert.equal(await stood.submit(), "done");
    assert.equal(await stood.act("accept", { reason: "核对一致" }), "done");
    assert.deepEqual(
      (await stood.submission()).history.map(({ number, state }) => [number, state]),
      [
        [2, "accepted"],
        [1, "returned"],
      ],
    );
  });

  it("R9 R13 takes part in the same sum: its numbers, and where they differ from the records, with its reason's share", async () => {
    const other = new ReportHandler(await service.signIn("g1"), "g1");
    await other.fill();
    assert.equal(await other.submit(), "done");
    await root.set("1!A6", 150);
    const { units, differences } = await root.rollup();
    assert.deepEqual(units.map(({ unitId, source }) => [unitId, source]).toSorted(), [
      [unitIdOf("g1"), "submitted"],
      [unitIdOf("g2"), "submitted"],
    ]);
    const found = new Map(differences.map((one) => [one.cell, one]));
    const people = found.get("2!A1");
    assert.deepEqual(
      [people && people.summed - people.computed, people?.explained, people?.units.map(({ unitId }) => unitId)],
      [2, 2, [unitIdOf("g2")]],
    );
    const money = found.get("1!A6");
    assert.deepEqual([money?.computed, money?.summed], [150, 195]);
    assert.deepEqual(
      money?.units.map(({ unitId, submitted }) => [unitId, submitted]),
      [
        [unitIdOf("g1"), 100],
        [unitIdOf("g2"), 95],
      ],
    );
    assert.equal((await root.gate()).lines.find(({ what }) => what === "children")?.passed, true, ON);
  });
});
