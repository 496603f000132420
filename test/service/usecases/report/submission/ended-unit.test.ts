import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { ReportHandler, WHY } from "./report-handler.ts";

for (const db of ["sqlite", "postgres"] as const) {
  describe(`the report of a unit that has ended, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let committee: ReportHandler;

    const readBy = async (account: string): Promise<ReportHandler> =>
      new ReportHandler(await service.signIn(account), "g2");

    before(async () => {
      service = await startTestService({ db, different: { ...withSmallForm(), ...(await withoutRecordChecks()) } });
      committee = await readBy("c");
      const unit = await readBy("g2");
      await unit.fill();
      assert.equal(await unit.submit(), "done");
      await committee.view();
      assert.equal(await committee.act("accept"), "done");
    });
    after(() => service.close());

    it("R8 is read on by who has its people, and by who stood above it; nobody changes it", async () => {
      const before = await committee.view();
      const change = { kind: "merge", intoId: unitIdOf("g1") };
      const order = { on: "2026-02-01", reason: WHY, unitId: unitIdOf("g2"), change };
      await committee.client.ask("POST", "/records/unit-changes", order);
      for (const reader of [committee, await readBy("g1")]) {
        const now = await reader.view();
        assert.deepEqual([now.state, now.unitName], ["accepted", before.unitName]);
        assert.deepEqual(numbersIn(now), numbersIn(before));
        assert.deepEqual((await reader.submission()).history.length, 1);
        await reader.drill("1!A1");
        await reader.materials();
        assert.equal(await reader.act("unlock"), "not-found");
        assert.equal(await reader.submit(), "not-found");
      }
      const stranger = await service.signIn("b11");
      assert.equal((await stranger.refusal("GET", committee.path)).code, "not-found");
    });
  });
}

function numbersIn({ tables }: Awaited<ReturnType<ReportHandler["view"]>>): unknown {
  return tables.map(({ no, cells }) => [no, Object.entries(cells).map(([name, { value }]) => [name, value])]);
}
