import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { ReportHandler, WHY } from "./report-handler.ts";

const DEADLINES = ["期限 校核 12-20", "期限 上报 12-31", "期限 上报 次年 06-05 党总支", "期限 打印 接受后 5 日"];

describe("deadlines of a report", function () {
  this.timeout(120_000);
  let service: TestService;

  before(async () => {
    const different = { ...withSmallForm(DEADLINES), ...(await withoutRecordChecks()) };
    service = await startTestService({ db: "sqlite", different });
  });
  after(() => service.close());

  const handler = async (name: string) => new ReportHandler(await service.signIn(name), name);
  const rows = async () => {
    const overview = await (await handler("c")).overview("c");
    return overview.rows.map(({ unitId, due }) => [unitId, due?.on, due?.left]);
  };

  it("R1 R9 each unit has its level's day; the superior sees who is late and who was in time", async () => {
    const g1 = await handler("g1");
    // It is 1 June.
    assert.deepEqual((await g1.view()).deadlines, [
      { duty: "check", on: "2025-12-20", left: -163 },
      { duty: "submit", on: "2026-06-05", left: 4 },
    ]);
    assert.deepEqual((await g1.gate()).due, { on: "2026-06-05", left: 4 });
    await g1.fill();
    assert.equal(await g1.submit(), "done");
    service.clock.pass({ days: 6 });
    assert.deepEqual(await rows(), [
      ["unit-c", "2025-12-31", -158],
      ["unit-g1", "2026-06-05", 4],
      ["unit-g2", "2026-06-05", -2],
    ]);
    const g2 = await handler("g2");
    await g2.fill();
    assert.equal(await g2.submit(), "done", "late is no reason to refuse");
    service.clock.pass({ days: 1 });
    assert.deepEqual((await rows()).at(-1), ["unit-g2", "2026-06-05", -2]);
  });

  it("R1 R12 a rehearsal shows by when that year's report is due", async () => {
    const { client } = await handler("g1");
    const rehearsal = new ReportHandler(client, "g1", "2026-03-31");
    assert.deepEqual((await rehearsal.gate()).due, { on: "2027-06-05", left: 362 });
  });

  it("R1 R12 a rehearsal of a year whose report was handed over in time is not told that it is late", async () => {
    const { client } = await handler("g1");
    const rehearsal = new ReportHandler(client, "g1", "2025-09-30");
    const due = { on: "2026-06-05", left: 4 };
    assert.deepEqual((await rehearsal.gate()).due, due);
    assert.deepEqual((await rehearsal.view()).deadlines.at(-1), { duty: "submit", ...due });
  });

  it("R1 R8 print, signature and seal follow the acceptance as the form says", async () => {
    const { client } = await handler("c");
    const superior = new ReportHandler(client, "g1");
    assert.equal(await superior.act("accept", { reason: WHY }), "done");
    assert.equal((await superior.submission()).history[0]?.printUntil, "2026-06-13");
  });
});
