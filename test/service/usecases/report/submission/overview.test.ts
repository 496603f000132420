import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { ReportOverviewRow } from "#core/protocol/reports.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf } from "#test/environment/small-organisation.ts";
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
        tx.record({
          ...{ at: service.clock.now(), accountId: accountIdOf("c"), from: "test", action: "make" },
          ...{ record: `person:${id}`, outcome: "done", why: "", fields: [] },
        });
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
