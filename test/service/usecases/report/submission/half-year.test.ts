import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { GateView, MaterialsView, SubmissionView } from "#core/protocol/report/reports.ts";
import type { PushAnswer } from "#core/protocol/push.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { SHIPPED } from "#service/shipped/shipped-folder.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { withoutRecordChecks } from "#test/builders/report-form.ts";
import { taizhangHere } from "#test/environment/command-line.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { said } from "./report-handler.ts";

const FORM = "2017-half";
const ON = "2025-06-30";
const WHY = "半年核对后办理，情况属实";

describe("a half-year report", function () {
  this.timeout(240_000);
  let service: TestService;
  let unit: HttpClient;
  let superior: HttpClient;

  before(async () => {
    service = await startTestService({ db: "sqlite", different: await withoutRecordChecks() });
    unit = await service.signIn("g1");
    superior = await service.signIn("c");
    const known = { sex: "1", ethnic: "01", education: "21", occupation: "22", occupationFrom: "2018-01-01" };
    const people = [1, 2, 3].map((number) =>
      aKnownPerson({ id: `p${number}`, unit: "b11", idNumber: anIdNumber("1990-03-05", number), facts: known }),
    );
    await service.services.store.write((tx) => tx.people.insert(people));
  });
  after(() => service.close());

  const path = `/reports/${FORM}/${unitIdOf("g1")}/${ON}`;
  const record = `report:${FORM}:${unitIdOf("g1")}:${ON}`;
  const view = (): Promise<ReportView> => unit.ask("GET", path);
  const gate = (): Promise<GateView> => unit.ask("GET", `${path}/gate`);
  const act = async (client: HttpClient, name: string, body: object): Promise<string> =>
    said(await client.call("POST", `${path}/${name}`, { body }));

  const fill = async (): Promise<void> => {
    const empty = (await view()).tables.flatMap(({ no, cells }) =>
      Object.entries(cells).flatMap(([cell, { kind, value }]) =>
        kind === "manual" && value === null ? [`${no}!${cell}`] : [],
      ),
    );
    const edits = empty.map((field) => ({ record, field, value: 0, baseRevision: 0 }));
    const { outcomes } = await unit.ask<PushAnswer>("POST", "/reports/push", { key: "fill the half year", edits });
    assert.ok(outcomes.every(({ result }) => result === "accepted"));
    const { points } = await unit.ask<MaterialsView>("GET", `${path}/materials`);
    for (const { point } of points)
      await unit.ask("PUT", `${path}/answers`, { point, text: "已经逐项核对", revision: 0 });
  };

  it("R1 R11 is data alone: lint binds every cell of it", async () => {
    const ran = await taizhangHere(
      { db: "sqlite:/nowhere/at/all.db" },
      "report",
      "lint",
      join(SHIPPED, "annual-report", FORM),
    );
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /2017-half {2}8 张表/u);
  });

  it("R1 R2 R4 R7 R8 is generated for 30 June, checked, filled, handed over and accepted", async () => {
    const first = await view();
    assert.deepEqual([first.period.from, first.period.until, first.rehearsal], ["2025-01-01", ON, false]);
    assert.equal(first.tables.find(({ no }) => no === 1)?.cells["A16"]?.value, 3);
    assert.equal(first.tables.length, 8);
    await fill();
    for (const { code, line, severity } of (await view()).findings) {
      if (severity === "error") await act(superior, "exempt", { check: code, reason: WHY });
      if (severity !== "hint") assert.equal(await act(unit, "explain", { check: code, line, text: WHY }), "done", code);
    }
    const { ready, lines } = await gate();
    assert.ok(ready, JSON.stringify(lines.filter(({ passed }) => !passed)));
    assert.equal(await act(unit, "submit", { key: "hand over the half year" }), "done");
    assert.equal(await act(superior, "accept", { reason: WHY }), "done");
    const accepted = await unit.ask<SubmissionView>("GET", `${path}/submission`);
    assert.equal(accepted.state, "accepted");
    const year = await unit.ask<ReportView>("GET", `/reports/2017/${unitIdOf("g1")}/2025-12-31`);
    assert.equal(year.state, "draft", "the year's report is another one");
  });
});
