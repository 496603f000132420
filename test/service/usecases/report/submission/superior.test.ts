import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { strFromU8, unzipSync } from "fflate";
import type { Day } from "#core/kernel/instant.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { aUnitRecord } from "#test/builders/record-world.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { ReportHandler, WHY } from "./report-handler.ts";

const ID_NUMBER = anIdNumber("1990-03-05", 31);

for (const db of ["sqlite", "postgres"] as const) {
  describe(`reports of the units below, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let at: Readonly<Record<"c" | "g1" | "g2", ReportHandler>>;

    before(async () => {
      service = await startTestService({ db, different: { ...withSmallForm(), ...(await withoutRecordChecks()) } });
      const handler = async (name: string) => new ReportHandler(await service.signIn(name), name);
      at = { c: await handler("c"), g1: await handler("g1"), g2: await handler("g2") };
      await addMember("lin", { unit: "b11", idNumber: ID_NUMBER, sex: "2" });
    });
    after(() => service.close());

    const addMember = (
      id: string,
      { unit, idNumber, sex }: { unit: string; idNumber: string; sex: string },
    ): Promise<void> =>
      service.services.store.write(async (tx) => {
        await tx.people.insert([aKnownPerson({ id, unit, idNumber, from: "2025-01-01", facts: { sex } })]);
        tx.record({
          ...{ at: service.clock.now(), accountId: accountIdOf("g1"), from: "test", action: "make" },
          ...{ record: `person:${id}`, outcome: "done", why: "", fields: [] },
        });
      });
    const judgeAs = async (name: "g1" | "g2") => new ReportHandler(at.c.client, name);
    const waiting = async () => (await at.c.gate()).lines.find(({ what }) => what === "children");

    it("R7 R9 children come before parents, and the superior sees who stands where", async () => {
      assert.deepEqual(
        (await waiting())?.places.map(({ key }) => key),
        ["unit-g1", "unit-g2"],
      );
      await at.g1.fill();
      assert.equal(await at.g1.submit(), "done");
      assert.deepEqual(
        (await waiting())?.places.map(({ key }) => key),
        ["unit-g2"],
      );
      const { rows } = await at.c.overview("c");
      assert.deepEqual(
        rows.map(({ unitId, state, hasBelow, manualEmpty, explains, explained }) => [
          unitId,
          state,
          hasBelow,
          manualEmpty,
          explains,
          explained,
        ]),
        [
          ["unit-c", "draft", true, 2, 1, 0],
          ["unit-g1", "submitted", false, 0, 1, 1],
          ["unit-g2", "draft", false, 2, 0, 0],
        ],
      );
      assert.deepEqual(await at.g1.overview("g1").then((own) => own.rows.map(({ unitId }) => unitId)), ["unit-g1"]);
      assert.equal(
        (await at.g1.client.refusal("GET", `/reports/overview?set=small&unit=unit-c&on=2025-12-31`)).code,
        "not-found",
      );
    });

    it("R13 the sum of what was handed in is what the records say; an override and a later change are differences with their unit", async () => {
      assert.deepEqual((await at.c.rollup()).differences, []);
      const total = (await at.g2.view()).tables[1]?.cells["A1"]?.value ?? 0;
      await at.g2.set("2!A1", total + 2, "两名党员的转入手续年底前补办");
      await at.g2.set("1!A4", total + 2, "两名党员的转入手续年底前补办");
      await at.g2.fill();
      await addMember("zhou", { unit: "b12", idNumber: anIdNumber("1990-03-05", 32), sex: "1" });
      const { units, differences } = await at.c.rollup();
      assert.deepEqual(
        units.map(({ unitId, source }) => `${unitId} ${source}`),
        ["unit-g1 submitted", "unit-g2 draft"],
      );
      assert.deepEqual(
        differences.map(({ cell, computed, summed, explained, units: causing }) => [
          cell,
          summed - computed,
          explained,
          causing.map(({ unitId, submitted, computed: now }) => [unitId, submitted - now]),
        ]),
        [
          ["1!A2", -1, 0, [["unit-g1", -1]]],
          [
            "1!A4",
            1,
            2,
            [
              ["unit-g2", 2],
              ["unit-g1", -1],
            ],
          ],
          [
            "2!A1",
            1,
            2,
            [
              ["unit-g2", 2],
              ["unit-g1", -1],
            ],
          ],
        ],
      );
      assert.match(differences[1]?.title ?? "", /本年底/);
      const rows = (await at.c.overview("c")).rows;
      assert.deepEqual(
        rows.map(({ overrides, rollupDifferences }) => [overrides, rollupDifferences]),
        [
          [0, 3],
          [0, 0],
          [2, 0],
        ],
      );
    });

    it("R8 a report of the root is judged by its own office, which enters what the outside superior decided", async () => {
      // What g2 forced makes its tables disagree; it takes it back.
      await at.g2.set("2!A1", null);
      await at.g2.set("1!A4", null);
      assert.equal(await at.g2.submit(), "done");
      await at.c.fill();
      assert.equal(
        (await at.c.gate()).ready,
        true,
        JSON.stringify((await at.c.gate()).lines.filter(({ passed }) => !passed)),
      );
      assert.equal(await at.c.submit(), "done");
      await at.c.view();
      assert.equal(await at.c.act("withdraw"), "done", "its own looking marks nothing");
      // R7: a child that takes its report back at the same moment is before it or after it.
      const [handed, taken] = await Promise.all([at.c.submit(), at.g2.act("withdraw")]);
      assert.ok(["done report-parent-frozen", "report-not-ready done"].includes(`${handed} ${taken}`), handed + taken);
      if (taken === "done") {
        assert.equal(await at.g2.submit(), "done");
        assert.equal(await at.c.submit(), "done");
      }
      assert.equal(await at.c.act("accept"), "done");
    });

    it("R7 R8 the superior's superior judges, too, never below what was summed above, and a unit made meanwhile is waited for", async () => {
      await service.services.store.write(async (tx) => {
        await tx.organisation.saveUnits([{ ...aUnitRecord("unit-g11", "general-branch", "unit-g1"), code: "g11" }]);
        const [g1] = await tx.accounts.byIds([accountIdOf("g1")]);
        assert.ok(g1);
        const account = { ...g1, id: accountIdOf("g11"), name: "g11", unitId: unitIdOf("g11") };
        await tx.accounts.saveAccounts([account]);
        tx.record({
          ...{ at: service.clock.now(), accountId: accountIdOf("c"), from: "test", action: "make-unit" },
          ...{ record: "unit:unit-g11", outcome: "done", why: "", fields: [] },
        });
      });
      const low = new ReportHandler(await service.signIn("g11"), "g11");
      await low.fill();
      assert.equal(await low.submit(), "done");
      const high = new ReportHandler(at.c.client, "g11");
      const back = { reason: WHY, remarks: [] };
      assert.equal(await low.act("withdraw"), "report-parent-frozen");
      assert.equal(await high.act("return", back), "report-parent-frozen");
      const g1 = await judgeAs("g1");
      assert.equal(await g1.act("return", back), "report-parent-frozen");
      assert.equal(await at.c.act("unlock"), "done");
      assert.equal(await g1.act("return", back), "done");
      await high.view();
      assert.equal(await low.act("withdraw"), "report-seen-already");
      assert.equal(await high.act("return", back), "done");
      assert.equal(await new ReportHandler(at.g1.client, "g11").act("accept"), "report-state-wrong");
      assert.equal(await new ReportHandler(at.g2.client, "g11").act("accept"), "not-found");
      assert.deepEqual(
        (await at.g1.gate()).lines.find(({ what }) => what === "children")?.places.map(({ key }) => key),
        ["unit-g11"],
      );
    });

    it("R9 of a unit without the service its superior enters and hands over the report; with an account the unit does", async () => {
      const stood = new ReportHandler(at.c.client, "g2");
      assert.equal(await stood.act("return", { reason: WHY, remarks: [] }), "done");
      assert.equal((await stood.view()).may.submit, false);
      assert.equal(await stood.submit(), "forbidden");
      for (const name of ["g2", "g2-secretary", "g2-deputy"]) await service.alterAccount(name, { state: "disabled" });
      assert.equal((await stood.view()).may.submit, true);
      await stood.set("1!A6", 90);
      assert.equal(await stood.submit(), "done");
      const [latest, returned] = (await stood.submission()).history;
      assert.deepEqual(
        [latest?.number, latest?.state, returned?.state],
        [(returned?.number ?? 0) + 1, "submitted", "returned"],
      );
      assert.equal(await new ReportHandler(at.g1.client, "g2").submit(), "not-found");
      for (const name of ["g2", "g2-secretary", "g2-deputy"]) await service.alterAccount(name, { state: "active" });
    });

    it("R7 a unit that was closed since is no more waited for", async () => {
      const children = async () => (await at.g1.gate()).lines.find(({ what }) => what === "children");
      assert.equal((await children())?.open, 1);
      await service.services.store.write(async (tx) => {
        const [record] = await tx.units.records([unitIdOf("g11")]);
        assert.ok(record);
        const closed = { as: "revoked", on: "2026-05-01" as Day, into: null } as const;
        await tx.units.saveRecords([{ ...record, closed, version: record.version + 1 }]);
        tx.record({
          ...{ at: service.clock.now(), accountId: accountIdOf("c"), from: "test", action: "revoke-unit" },
          ...{ record: "unit:unit-g11", outcome: "done", why: "", fields: [] },
        });
      });
      assert.deepEqual([(await children())?.of, (await children())?.passed], [0, true]);
    });

    it("R8 A12 A13 the two materials: answers point by point, and lists with masked names, explanations and overrides", async () => {
      const points = await documentOf(`${at.g1.path}/materials/points?reason=${WHY}`);
      for (const text of [
        "各表具体审核要点",
        "机关党总支",
        "表1 党员变化",
        "增减是否属实",
        "逐人核对过转接记录",
        "上年报表 无",
        "党组织负责人（签字）",
        "（党组织盖章）",
      ])
        assert.ok(points.includes(text), text);
      await at.g1.set("2!B1", 4, "三名党员的性别档案正在核查");
      const lists = await documentOf(`${at.g1.path}/materials/lists?reason=${WHY}`);
      for (const text of [
        "需要上报的名单和情况说明",
        "有女党员的，应附名单",
        "人lin",
        "三名党员的性别档案正在核查",
        "经上级同意说明的不允许项",
        "填报人（签字）",
      ])
        assert.ok(lists.includes(text), text);
      assert.ok(!lists.includes(ID_NUMBER), "masked");
      assert.ok(lists.includes(ID_NUMBER.slice(0, 3)) && lists.includes(ID_NUMBER.slice(-2)));
      const { lists: named } = await at.g1.materials();
      assert.deepEqual(
        named.map(({ count }) => count),
        [4, 0, 1, 0],
      );
      const entries = await service.services.store.read((tx) => tx.audit.entries({ most: 50, record: at.g1.record }));
      const exported = entries.filter(({ action }) => action === "export");
      assert.equal(exported.length, 2);
      assert.ok(
        exported.every(({ fields, why }) =>
          fields.some(({ field, new: value }) => field === "sha256" && value?.length === 64 && why === WHY),
        ),
      );
      const unasked = await at.g1.client.refusal("GET", `${at.g1.path}/materials/lists`);
      assert.equal(unasked.code, "bad-request");
    });

    const documentOf = async (path: string): Promise<string> => {
      const response = await fetch(`${service.url}/api${path}`, {
        headers: { Authorization: `Bearer ${at.g1.client.token ?? ""}` },
      });
      assert.equal(response.status, 200);
      const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
      return strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]+>/g, "");
    };
  });
}
