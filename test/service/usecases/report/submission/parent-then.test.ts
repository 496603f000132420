import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { aUnitRecord } from "#test/builders/record-world.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { ReportHandler, WHY } from "./report-handler.ts";

describe("a report's superior of the reporting day", function () {
  this.timeout(240_000);
  let service: TestService;

  before(async () => {
    service = await startTestService({
      db: "sqlite",
      different: { ...withSmallForm(), ...(await withoutRecordChecks()) },
    });
    await service.services.store.write(async (tx) => {
      await tx.organisation.saveUnits([{ ...aUnitRecord("unit-g11", "general-branch", "unit-g1"), code: "g11" }]);
      const [g1] = await tx.accounts.byIds([accountIdOf("g1")]);
      assert.ok(g1);
      await tx.accounts.saveAccounts([{ ...g1, id: accountIdOf("g11"), name: "g11", unitId: unitIdOf("g11") }]);
      tx.record({
        ...{ at: service.clock.now(), accountId: accountIdOf("c"), from: "test", action: "make-unit" },
        ...{ record: "unit:unit-g11", outcome: "done", why: "", fields: [] },
      });
    });
  });
  after(() => service.close());

  it("R7 R8 a unit that moved after the day gives back where its people were summed first, not where it stands today", async () => {
    const handlers = ["g11", "g1", "g2"].map(async (name) => new ReportHandler(await service.signIn(name), name));
    const [moved, then, now] = await Promise.all(handlers);
    assert.ok(moved && then && now);
    for (const handler of [moved, then, now]) {
      await handler.fill();
      assert.equal(await handler.submit(), "done");
    }
    const order = { on: "2026-06-01", reason: WHY, unitId: unitIdOf("g11") };
    const office = await service.signIn("c");
    const change = { kind: "move", parentId: unitIdOf("g2") };
    await office.ask("POST", "/records/unit-changes", { ...order, change });
    assert.equal(await moved.act("withdraw"), "report-parent-frozen");
    assert.equal(await then.act("withdraw"), "done");
    assert.equal(await moved.act("withdraw"), "done", "the report of its superior of today stands on other units");
  });

  it("R7 R8 a superior of the day that was closed with its report handed in holds nobody: who stands above gives back", async () => {
    const handlers = ["g11", "g1", "c"].map(async (name) => new ReportHandler(await service.signIn(name), name));
    const [moved, then, root] = await Promise.all(handlers);
    assert.ok(moved && then && root);
    assert.equal(await moved.submit(), "done");
    assert.equal(await then.submit(), "done");
    const change = { kind: "merge", intoId: unitIdOf("g2") };
    const order = { on: "2026-06-01", reason: WHY, unitId: unitIdOf("g1"), change };
    await root.client.ask("POST", "/records/unit-changes", order);
    await root.fill();
    assert.equal(await root.submit(), "done");
    const above = new ReportHandler(root.client, "g11");
    const back = { reason: WHY, remarks: [] };
    assert.equal(await above.act("return", back), "report-parent-frozen", "the root's report stands on it");
    assert.equal(await root.act("return", back), "done");
    assert.equal(await above.act("return", back), "done");
    assert.equal(await moved.submit(), "done");
  });
});
