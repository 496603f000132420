import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type UnitId } from "#core/kernel/ids.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { DrillView, WhatIfView } from "#core/protocol/report/report-tracing.ts";
import { cellsByKey } from "#core/report/tracing/signed-terms.ts";
import type { EndedUnit } from "#service/ports/records/unit-records.ts";
import { withEnded } from "#service/usecases/report/numbers/ended-units.ts";
import { createKeptReports } from "#service/usecases/report/numbers/kept/kept-reports.ts";
import { decodeFrozen } from "#service/usecases/report/tracing/frozen-bytes.ts";
import { freezeReport } from "#service/usecases/report/tracing/freeze-report.ts";
import { reportedPeople } from "#test/builders/reported-people.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { callerOf, opened, reportOf } from "../report-asking.ts";

const ON = "2026-12-31";
const ORDER = { on: "2026-06-01", reason: "机构调整年度核对" };
const UNITS = ["c", "g1", "g2"];

describe("units that ended in the year of a report", function () {
  this.timeout(240_000);
  let service: TestService;

  before(async () => {
    service = await startTestService({ db: "sqlite" });
    await service.services.store.write((tx) => tx.people.insert([21, 22, 23, 24].flatMap(reportedPeople)));
  });
  after(() => service.close());

  const signedInFor = (unit: string) => service.signIn(unit === "c" ? "officer" : unit);
  /** Numbers of people: a unit that ends is no longer counted among units. */
  const numbersOf = async (
    unit: string,
    reports = service.services.reports,
  ): Promise<readonly (readonly [string, number])[]> => {
    const services = { ...service.services, reports };
    const caller = await callerOf(service, await signedInFor(unit));
    const { compiled, generated } = await services.store.read((tx) =>
      opened(tx, services, { caller, key: reportOf(unit, ON) }),
    );
    const cells = cellsByKey(compiled);
    return [...generated].filter(([cell]) => cells.get(cell)?.counted?.population !== "units");
  };
  const drill = async (unit: string, cell: string): Promise<DrillView> =>
    (await signedInFor(unit)).ask("GET", `/reports/2017/${unitIdOf(unit)}/${ON}/drill?cell=${cell}`);
  /** Last year's, came, went and now: 1!A17 is what does not come to it. */
  const accounts = async (unit: string): Promise<readonly number[]> =>
    await Promise.all(["1!A1", "1!A2", "1!A16", "1!A17"].map(async (cell) => (await drill(unit, cell)).value));

  const inside = async (from: string, to: string): Promise<void> => {
    const query = {
      units: [unitIdOf(from)],
      on: ORDER.on as never,
      kinds: ["member", "applicant"],
      opened: false,
    } as const;
    const people = await service.services.store.read((tx) => tx.people.inUnits(query));
    await (
      await service.signIn("g2")
    ).ask("POST", "/records/transfers/inside", {
      ...{ ...ORDER, people: people.map(({ id }) => id), branchId: unitIdOf(to) },
    });
  };
  const change = async (unit: string, kind: object): Promise<void> => {
    const order = { ...ORDER, unitId: unitIdOf(unit), change: kind };
    await (await service.signIn("c")).ask("POST", "/records/unit-changes", order);
  };

  const ends: readonly (readonly [string, string, () => Promise<void>])[] = [
    ["a merger of two branches", "b12", () => change("b12", { kind: "merge", intoId: unitIdOf("b11") })],
    [
      "revoking a branch that everybody had left",
      "b22",
      async () => {
        await inside("b22", "b21");
        await change("b22", { kind: "revoke" });
      },
    ],
  ];
  for (const [what, ended, end] of ends)
    it(`R2 R13 after ${what} the general branch and the root count the year's people as before`, async () => {
      const earlier = await Promise.all(UNITS.map((unit) => numbersOf(unit)));
      const balance = await Promise.all(UNITS.map(accounts));
      await end();
      for (const [index, unit] of UNITS.entries()) {
        assert.deepEqual(await numbersOf(unit), earlier[index], unit);
        assert.deepEqual(await numbersOf(unit, createKeptReports()), earlier[index], `${unit} from scratch`);
        assert.deepEqual(await accounts(unit), balance[index], unit);
      }
      const above = ended === "b12" ? "g1" : "g2";
      const { rows, value, units } = await drill(above, "1!A1");
      assert.ok(rows.some(({ unitName }) => unitName.endsWith("第二党支部")));
      assert.ok(rows.every(({ unitName }) => unitName !== ""));
      assert.equal(
        units.reduce((sum, { value: each }) => sum + each, 0),
        value,
      );
    });

  it("R8 the units that ended are frozen with the report that counts them", async () => {
    const { services } = service;
    const caller = await callerOf(service, await service.signIn("g1"));
    const bytes = await services.store.read(async (tx) =>
      freezeReport(tx, services, {
        caller,
        opened: await opened(tx, services, { caller, key: reportOf("g1", ON) }),
      }),
    );
    const { units } = decodeFrozen(await services.packing.unpack(bytes)).head;
    assert.equal(units.find(({ id }) => id === unitIdOf("b12"))?.parentId, unitIdOf("b11"));
  });

  it("R12 what a unit's correction would move is undone with the ended units as they were", async () => {
    const earlier = await numbersOf("g1");
    const asked = { record: `unit:${unitIdOf("b11")}`, fields: { nature: "90" } };
    const path = `/reports/2017/${unitIdOf("g1")}/${ON}/what-if`;
    const told = await (await service.signIn("g1")).ask<WhatIfView>("POST", path, asked);
    assert.ok(told.cells.length > 0);
    assert.deepEqual(await numbersOf("g1"), earlier);
    const ended = service.services.reports.kept(`2017 ${ON}`)?.kept.populations.units.records ?? [];
    assert.ok(ended.includes(unitIdOf("b11")) && !ended.includes(unitIdOf("b12")));
  });

  it("R2 a unit that went into one that ended later is counted where that one went, and none of another tree", () => {
    const unit = (id: string, parentId: string | null): Unit => ({
      ...{ id: toId<UnitId>(id), code: id, name: id, shortName: id, kind: "branch", position: 0 },
      parentId: parentId === null ? null : toId<UnitId>(parentId),
    });
    const ended = (id: string, parentId: string, into: string | null): EndedUnit => ({
      unit: unit(id, parentId),
      into: into === null ? null : toId<UnitId>(into),
    });
    const open = new Map([unit("g", "root"), unit("a", "g")].map((one) => [one.id, one]));
    const all = withEnded(open, [
      ended("first", "g", "second"),
      ended("second", "elsewhere", "a"),
      ended("revoked", "g", null),
      ended("gone", "g", "elsewhere"),
      ended("round", "g", "about"),
      ended("about", "g", "round"),
    ]);
    assert.deepEqual(
      [...all.values()].map(({ id, parentId }) => [id, parentId]),
      [
        ["g", "root"],
        ["a", "g"],
        ["second", "a"],
        ["revoked", "g"],
        ["first", "second"],
      ],
    );
  });
});
