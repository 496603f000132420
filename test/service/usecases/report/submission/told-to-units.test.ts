import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import type { Duty, Notice } from "#core/protocol/ledgers.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { ReportHandler, WHY } from "./report-handler.ts";

const DEADLINES = ["期限 上报 次年 06-05"];

describe("what an office is told and what waits for it in the annual reports", function () {
  this.timeout(120_000);
  let service: TestService;
  let unit: ReportHandler;
  let superior: ReportHandler;
  let stranger: HttpClient;

  before(async () => {
    const different = { ...withSmallForm(DEADLINES), ...(await withoutRecordChecks()) };
    service = await startTestService({ db: "sqlite", different });
    unit = new ReportHandler(await service.signIn("g1"), "g1");
    superior = new ReportHandler(await service.signIn("c"), "g1");
    stranger = await service.signIn("g2");
  });
  after(() => service.close());

  const notices = (client: HttpClient) => client.ask<readonly Notice[]>("GET", "/notices");
  const told = async (client: HttpClient): Promise<readonly string[]> =>
    (await notices(client)).map(({ kind, record, about, reason, read }) =>
      [kind, record, about, reason, read ? "read" : "new"].join(" | "),
    );
  /** Of the annual reports alone. */
  const waiting = async (client: HttpClient): Promise<readonly string[]> =>
    (await client.ask<readonly Duty[]>("GET", "/duties"))
      .filter(({ kind }) => kind.startsWith("report-"))
      .map(({ kind, count, record, title, due }) => [kind, count, record, title, due].join(" | "));

  it("R1 a report waits from a month before its last day; a branch, which hands in none, has none", async () => {
    // It is 1 June.
    assert.deepEqual(await waiting(unit.client), [`report-due | 1 | ${unit.record} | 小报表 2025-12-31 | 2026-06-05`]);
    assert.deepEqual(await waiting(await service.signIn("b11")), []);
    assert.deepEqual(await waiting(await service.signIn("g1-reader")), [], "who only reads has nothing to do");
  });

  it("R8 R9 handed over, it waits for the superior, who is told of it", async () => {
    await unit.fill();
    assert.equal(await unit.submit(), "done");
    assert.deepEqual(await waiting(unit.client), []);
    const [first] = await waiting(superior.client);
    assert.equal(first, "report-judge | 1 | report:small:unit-c:2025-12-31 | 小报表 2025-12-31 | 2026-06-05");
    assert.deepEqual(await told(superior.client), [`report-submitted | ${unit.record} | 机关党总支 |  | new`]);
  });

  it("R8 given back, its unit is told why, and it waits there with the reason", async () => {
    assert.equal(await superior.act("return", { reason: WHY, remarks: [] }), "done");
    assert.deepEqual(await told(unit.client), [`report-returned | ${unit.record} | 机关党总支 | ${WHY} | new`]);
    assert.deepEqual(await waiting(unit.client), [
      `report-returned | 1 | ${unit.record} | 小报表 2025-12-31　${WHY} | 2026-06-05`,
    ]);
    assert.equal((await unit.view()).returnedWhy, WHY);
    assert.deepEqual(await told(stranger), []);
    assert.deepEqual(await told(await service.signIn("b11")), [], "a branch is another unit");
  });

  it("R8 each account has read for itself; what is another unit's is passed over", async () => {
    const reader = await service.signIn("g1-secretary");
    const ids = (await notices(unit.client)).map(({ id }) => id);
    await stranger.ask("POST", "/notices/read", { ids });
    await unit.client.ask("POST", "/notices/read", { ids: [...ids, ...ids] });
    await unit.client.ask("POST", "/notices/read", { ids });
    assert.match((await told(unit.client)).join(), /\| read$/);
    assert.match((await told(reader)).join(), /\| new$/);
  });

  it("R8 accepted, it waits to be printed within three working days; printed, nothing waits", async () => {
    assert.equal((await unit.view()).returnedWhy, WHY);
    assert.equal(await unit.submit(), "done");
    assert.equal((await unit.view()).returnedWhy, undefined);
    assert.equal(await superior.act("accept"), "done");
    const due = (await unit.submission()).history[0]?.printUntil;
    assert.deepEqual(await waiting(unit.client), [`report-print | 1 | ${unit.record} | 小报表 2025-12-31 | ${due}`]);
    assert.equal(await unit.act("printed", { on: "2026-06-01" }), "done");
    assert.deepEqual(await waiting(unit.client), []);
  });

  it("R1 from July on the report of the year before waits no more", async () => {
    assert.equal((await waiting(stranger)).length, 1);
    service.clock.pass({ days: 28 });
    assert.equal((await waiting(await service.signIn("g2"))).length, 1);
    service.clock.pass({ days: 30 });
    assert.deepEqual(await waiting(await service.signIn("g2")), [], "this year's is next");
  });
});

describe("which reports an office is asked for", function () {
  this.timeout(120_000);
  let service: TestService;

  before(async () => {
    const { reportSets } = withSmallForm(DEADLINES);
    const open: typeof reportSets.open = () => reportSets.open("small");
    service = await startTestService({
      db: "sqlite",
      different: { reportSets: { ...reportSets, ids: ["older", "small"], open } },
    });
    await service.services.store.write(async (tx) => {
      const [record] = await tx.units.records([unitIdOf("g2")]);
      assert.ok(record);
      await tx.units.saveRecords([{ ...record, since: "2026-02-01" as Day, version: record.version + 1 }]);
    });
  });
  after(() => service.close());

  const asked = async (name: string): Promise<readonly (string | undefined)[]> =>
    (await (await service.signIn(name)).ask<readonly Duty[]>("GET", "/duties"))
      .filter(({ kind }) => kind === "report-due")
      .map(({ record }) => record);

  it("R11 the newest form of the period, and none that it took the place of", async () => {
    assert.deepEqual(await asked("g1"), ["report:small:unit-g1:2025-12-31"]);
  });
  it("R8 none of a day before it was founded", async () => {
    assert.deepEqual(await asked("g2"), []);
  });
});
