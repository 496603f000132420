import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import type { ReportOverviewRow } from "#core/protocol/report/reports.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import type { AuditEntry } from "#service/ports/audit.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { aUnitRecord } from "#test/builders/record-world.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { ReportHandler, WHY } from "./report-handler.ts";

const UNITS = ["c", "g1", "g2"] as const;

for (const db of ["sqlite", "postgres"] as const) {
  describe(`the overview of the units below, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let at: Readonly<Record<(typeof UNITS)[number], ReportHandler>>;

    before(async () => {
      service = await startTestService({ db, different: { ...withSmallForm(), ...(await withoutRecordChecks()) } });
      const handler = async (unit: string) => new ReportHandler(await service.signIn(unit), unit);
      at = { c: await handler("c"), g1: await handler("g1"), g2: await handler("g2") };
      for (const [index, unit] of ["b11", "b11", "b12", "b21"].entries()) await addMember(`p${index}`, unit, index + 1);
    });
    after(() => service.close());

    const addMember = (id: string, unit: string, number: number): Promise<void> =>
      service.services.store.write(async (tx) => {
        await tx.people.insert([aKnownPerson({ id, unit, idNumber: anIdNumber("1990-03-05", number) })]);
        tx.record(entryOf(`person:${id}`, "make"));
      });
    const entryOf = (record: string, action: string): AuditEntry => ({
      ...{ at: service.clock.now(), accountId: accountIdOf("c"), from: "test", action, record },
      ...{ outcome: "done", why: "", fields: [] },
    });

    /** What every row says, asked of each unit's own report. */
    const opened = async (): Promise<readonly Partial<ReportOverviewRow>[]> => {
      const rows: Partial<ReportOverviewRow>[] = [];
      for (const unit of UNITS) {
        const view = await at[unit].view();
        const { differences } = await at[unit].rollup();
        const unexplained = differences.filter(({ summed, computed, explained }) => summed - computed !== explained);
        rows.push({ ...countsIn(view), rollupDifferences: unexplained.length });
      }
      return rows;
    };
    const asRows = async (): Promise<readonly Partial<ReportOverviewRow>[]> =>
      (await at.c.overview("c")).rows.map(
        ({ unitCode: _code, hasBelow: _below, due: _due, submittedAt: _at, ...row }) => row,
      );

    it("R9 says of every unit what its own report says: drafts, overrides, what was handed in and what moved since", async () => {
      assert.deepEqual(await asRows(), await opened());
      const total = (await at.g2.view()).tables[1]?.cells["A1"]?.value ?? 0;
      await at.g2.set("2!A1", total + 2, WHY);
      assert.deepEqual(await asRows(), await opened(), "forced");
      await at.g1.fill();
      assert.equal(await at.g1.submit(), "done");
      await addMember("later", "b12", 40);
      await addMember("moved", "b21", 41);
      const rows = await asRows();
      assert.deepEqual(rows, await opened(), "handed in");
      assert.deepEqual(
        rows.map(({ state, overrides, stale }) => [state, overrides, stale]),
        [
          ["draft", 0, 0],
          ["submitted", 0, 0],
          ["draft", 1, 1],
        ],
      );
      assert.ok((rows[0]?.rollupDifferences ?? 0) > 0, "somebody came after it was handed in");
    });

    it("R8 R13 a look at the sums is one at the reports below whose numbers stand there, not at the report it is asked for", async () => {
      const above = new ReportHandler(at.c.client, "g1");
      const mayWithdraw = async () => (await at.g1.view()).may.withdraw;
      assert.equal(await above.act("return", { reason: WHY, remarks: [] }), "done");
      await at.g1.fill();
      assert.equal(await at.g1.submit(), "done");
      await above.rollup();
      assert.ok(await mayWithdraw(), "the sums of g1 tell of those below g1");
      const causing = async () =>
        (await at.c.rollup()).differences.flatMap(({ units }) => units).map((one) => one.unitId);
      assert.deepEqual(new Set(await causing()), new Set([unitIdOf("g2")]));
      assert.ok(await mayWithdraw(), "none of its numbers was shown");
      await addMember("last", "b12", 42);
      assert.ok((await causing()).includes(unitIdOf("g1")));
      assert.ok(!(await mayWithdraw()));
      assert.equal(await at.g1.act("withdraw"), "report-seen-already");
    });

    it("A9 A11 R7 R13 a unit that was closed, or moved to another superior, after the day is not told of; its people stay in the sum", async () => {
      const { store } = service.services;
      await store.write(async (tx) => {
        await tx.organisation.saveUnits([
          ...["unit-moved", "unit-closed", "unit-stays"].map((id) => aUnitRecord(id, "general-branch", "unit-g1")),
          ...["moved", "closed"].map((name) => aUnitRecord(`unit-in-${name}`, "branch", `unit-${name}`)),
        ]);
        await tx.people.insert([
          aKnownPerson({ id: "in1", unit: "in-moved", idNumber: anIdNumber("1990-03-05", 51) }),
          aKnownPerson({ id: "in2", unit: "in-closed", idNumber: anIdNumber("1990-03-05", 52), until: "2026-05-01" }),
        ]);
        for (const record of ["unit:unit-moved", "person:in1", "person:in2"]) tx.record(entryOf(record, "make"));
      });
      const told = async () => [
        (await at.g1.overview("g1")).rows.map(({ unitId }) => unitId),
        (await at.g1.rollup()).units.map(({ unitId }) => unitId),
      ];
      const below = ["unit-closed", "unit-moved", "unit-stays"];
      assert.deepEqual(await told(), [["unit-g1", ...below], below]);
      const move = { kind: "move", parentId: unitIdOf("g2") };
      const order = { on: "2026-06-01", reason: WHY, unitId: unitIdOf("moved"), change: move };
      await at.c.client.ask("POST", "/records/unit-changes", order);
      await store.write(async (tx) => {
        const records = await tx.units.records(["closed", "in-closed"].map(unitIdOf));
        const closed = { as: "revoked", on: "2026-05-01" as Day, into: null } as const;
        await tx.units.saveRecords(records.map((one) => ({ ...one, closed, version: one.version + 1 })));
        tx.record(entryOf("unit:unit-closed", "revoke-unit"));
      });
      assert.deepEqual(await told(), [["unit-g1", "unit-stays"], ["unit-stays"]]);
      const waited = (await at.g1.gate()).lines.find(({ what }) => what === "children");
      assert.deepEqual([waited?.of, waited?.places.map(({ key }) => key)], [1, ["unit-stays"]], "R7");
      await new ReportHandler(at.g1.client, "stays").set("2!A1", 3, WHY);
      assert.deepEqual(
        (await at.g1.rollup()).differences.map(({ cell, computed, summed, explained }) => [
          cell,
          summed - computed,
          explained,
        ]),
        [["2!A1", 3, 3]],
      );
      assert.equal((await at.g1.overview("g1")).rows[0]?.rollupDifferences, 0);
    });
  });
}

function countsIn({ ask, unitName, state, findings, tables }: ReportView): Partial<ReportOverviewRow> {
  const cells = tables.flatMap((table) => Object.values(table.cells));
  const explains = findings.filter(({ severity }) => severity === "explain");
  const overrides = cells.filter(({ override }) => override !== undefined);
  return {
    ...{ unitId: ask.unitId, unitName, state },
    errors: findings.filter(({ severity, explanation }) => severity === "error" && explanation === null).length,
    explains: explains.length,
    explained: explains.filter(({ explanation }) => explanation !== null).length,
    overrides: overrides.length,
    stale: overrides.filter(({ override }) => override?.stale === true).length,
    manualEmpty: cells.filter(({ kind, value }) => kind === "manual" && value === null).length,
  };
}
