import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { deflatePacking } from "#service/population/deflate-packing.ts";
import type { Store } from "#service/ports/store.ts";
import { handOver } from "#service/usecases/report/submission/hand-over.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { callerOf } from "../report-asking.ts";
import { ON, ReportHandler } from "./report-handler.ts";

const BRANCHES = ["b11", "b12"].map(unitIdOf);

describe("handing a report over while the world goes on", function () {
  this.timeout(240_000);

  const addMember = (service: TestService, number: number): Promise<void> =>
    service.services.store.write(async (tx) => {
      const idNumber = anIdNumber("1990-03-05", number);
      const id = `new-${number}`;
      await tx.people.insert([aKnownPerson({ id, unit: "b11", idNumber, from: "2025-01-01", facts: { sex: "1" } })]);
      tx.record({
        ...{ at: service.clock.now(), accountId: accountIdOf("g1"), from: "test", action: "make" },
        ...{ record: `person:${id}`, outcome: "done", why: "", fields: [] },
      });
    });

  it("R8 when it breaks in between nothing was handed over, and the same key hands it over afterwards", async () => {
    let isBroken = true;
    const pack: typeof deflatePacking.pack = async (bytes) => {
      if (isBroken) throw new Error("the machine stopped");
      return await deflatePacking.pack(bytes);
    };
    const different = { ...withSmallForm(), ...(await withoutRecordChecks()), packing: { ...deflatePacking, pack } };
    const service = await startTestService({ different });
    try {
      const unit = new ReportHandler(await service.signIn("g1"), "g1");
      await unit.fill();
      assert.equal(await unit.submit("the very same key"), "internal");
      assert.deepEqual([(await unit.submission()).state, (await unit.submission()).history], ["draft", []]);
      await unit.set("1!A6", 7);
      isBroken = false;
      assert.equal(await unit.submit("the very same key"), "done");
      assert.equal(await unit.submit("the very same key"), "done");
      assert.equal((await unit.submission()).history.length, 1);
    } finally {
      await service.close();
    }
  });

  it("R7 R8 what was taken back between asking the gate and writing is seen", async () => {
    const service = await startTestService({ different: { ...withSmallForm(), ...(await withoutRecordChecks()) } });
    try {
      const unit = new ReportHandler(await service.signIn("g1"), "g1");
      await unit.fill();
      const { store } = service.services;
      const write: Store["write"] = async (work) => {
        assert.equal(await unit.answer("P-1", ""), "done");
        return await store.write(work);
      };
      const between: Store = {
        ...{ write, read: (work) => store.read(work) },
        ...{ verifyChain: () => store.verifyChain(), close: () => store.close() },
      };
      const caller = await callerOf(service, unit.client);
      const key = { setId: "small", unitId: unitIdOf("g1"), on: ON as Day };
      const handed = await handOver({ ...service.services, store: between }, caller, { key, pushKey: "just before" });
      assert.deepEqual(handed, { ok: false, refusal: { code: "report-not-ready", open: 1 } });
      assert.equal((await unit.submission()).state, "draft");
    } finally {
      await service.close();
    }
  });

  for (const db of ["sqlite", "postgres"] as const)
    it(`R8 records that change meanwhile are counted with their people, or listed as changes since, on ${db}`, async () => {
      const service = await startTestService({
        db,
        different: { ...withSmallForm(), ...(await withoutRecordChecks()) },
      });
      try {
        const unit = new ReportHandler(await service.signIn("g1"), "g1");
        await unit.fill();
        for (let round = 0; round < 4; round += 1) {
          const adding = [1, 2, 3].map(async (each) => addMember(service, round * 10 + each));
          const [handed] = await Promise.all([unit.submit(), ...adding]);
          assert.ok(handed === "done" || handed === "busy", handed);
          if (handed === "busy") assert.equal(await unit.submit(), "done");
          const number = (await unit.view()).tables[1]?.cells["A1"]?.value ?? 0;
          const { rows, frozen } = await unit.drill("2!A1");
          assert.equal(frozen, true);
          assert.equal(rows.length, number);
          const since = (await unit.submission()).changes.find(({ cell }) => cell === "2!A1");
          const now = service.services.store.read((tx) => tx.people.memberCounts(BRANCHES, ON as Day));
          const total = [...(await now).values()].reduce((sum, count) => sum + count, 0);
          assert.equal(number + (since ? since.now - since.submitted : 0), total);
          assert.equal(await unit.act("withdraw"), "done");
        }
      } finally {
        await service.close();
      }
    });
});
