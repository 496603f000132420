import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import type { ContrastView, DrillView, WhatIfView } from "#core/protocol/report/report-tracing.ts";
import type { PushAnswer } from "#core/protocol/push.ts";
import type { CompiledCell } from "#core/report/compile/compiled-set.ts";
import { cellsByKey, signedLeaves, type SignedCell } from "#core/report/tracing/signed-terms.ts";
import type { SubmissionRecord } from "#service/ports/reports/reports.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { ReportSets } from "#service/ports/reports/report-sets.ts";
import { createKeptReports } from "#service/usecases/report/numbers/kept/kept-reports.ts";
import { createFrozenReports } from "#service/usecases/report/tracing/frozen-reports.ts";
import { drillView } from "#service/usecases/report/tracing/drill-cell.ts";
import { freezeReport } from "#service/usecases/report/tracing/freeze-report.ts";
import { openTraced } from "#service/usecases/report/tracing/open-traced.ts";
import { aKnownPerson } from "#test/builders/known-people.ts";
import { reportedPeople } from "#test/builders/reported-people.ts";
import { refusalOf, type HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { callerOf, opened, reportOf } from "../report-asking.ts";

const ON = "2025-12-31";
const DAY = "2026-06-01";
/** A group of the list of ethnic groups. */
const MINORITY = { zh: "少数民族", en: "minority" };
/** A member whose post begins after the reporting date. */
const LATE = aKnownPerson({
  ...{ id: "late", unit: "b11", facts: { sex: "1", occupation: "22", occupationFrom: "2026-01-05" } },
});

describe("who is behind the numbers of a report", function () {
  this.timeout(240_000);
  let service: TestService;
  let office: HttpClient;
  let caller: Caller;

  before(async () => {
    service = await startTestService({ db: "sqlite" });
    const people = [11, 12, 13, 14, 15, 16].flatMap(reportedPeople);
    await service.services.store.write((tx) => tx.people.insert([...people, LATE]));
    office = await service.signIn("g1");
    caller = await callerOf(service, office);
  });
  after(() => service.close());

  const path = (unit = "g1", on = ON): string => `/reports/2017/${unitIdOf(unit)}/${on}`;
  const drill = (cell: string, more = ""): Promise<DrillView> =>
    office.ask("GET", `${path()}/drill?cell=${encodeURIComponent(cell)}${more}`);
  const contrast = (first: string, second: string, on = ON): Promise<ContrastView> =>
    office.ask("GET", `${path("g1", on)}/contrast?first=${first}&second=${second}`);
  const revisionOf = async (id: string, field: string): Promise<number> => {
    const [person] = await service.services.store.read((tx) => tx.people.byIds([toId<PersonId>(id)]));
    return person?.revisions[field] ?? (person?.facts[field] === undefined ? 0 : 1);
  };
  const edit = async (record: string, field: string, value: string): Promise<void> => {
    const { outcomes } = await office.ask<PushAnswer>("POST", "/records/push", {
      key: `edit ${record} ${field} ${value}`,
      edits: [{ record, field, baseRevision: await revisionOf(record.slice("person:".length), field), value }],
    });
    assert.deepEqual(
      outcomes.map(({ result }) => result),
      ["accepted"],
      JSON.stringify(outcomes),
    );
  };

  it("R5b every number is as long as its list, with signs in formula cells, and its units add up to it", async () => {
    const { services } = service;
    let [lists, formulas] = [0, 0];
    await services.store.read(async (tx) => {
      const key = reportOf("g1", ON);
      const traced = await openTraced(tx, services, { caller, key });
      if (!traced.ok) return assert.fail(traced.refusal.code);
      const { generated, compiled } = await opened(tx, services, { caller, key });
      for (const [name, cell] of cellsByKey(compiled)) {
        if (cell.rule.kind !== "formula" && !cell.counted) continue;
        const drilled = await drillView(services, traced.value, { cell: name });
        if (!drilled.ok) return assert.fail(`${name}: ${drilled.refusal.code}`);
        compareWithList(drilled.value, cell, generated.get(name));
        if (drilled.value.value === 0) continue;
        if (cell.counted) lists += 1;
        else formulas += 1;
      }
    });
    assert.ok(lists > 500 && formulas > 2, `${lists} lists, ${formulas} formulas`);
  });

  it("R5 a list names unit, masked ID number and what was looked at, and a sum goes down to its units", async () => {
    const whole = await drill("2!C1");
    assert.ok(whole.rows.length > 0 && whole.looked.some(({ key }) => key === "occupation"));
    for (const row of whole.rows) {
      assert.match(row.idNumber, /^\d{3}\*{11}\d{3}[\dX]$/);
      assert.match(row.record, /^person:per_/);
      assert.equal(row.sex, "女");
      assert.match(row.unitName, /党支部$/);
      assert.ok((row.facts["occupation"] ?? "").length > 1, "shown by its name");
    }
    assert.equal(
      whole.units.reduce((sum, unit) => sum + unit.value, 0),
      whole.value,
    );
    for (const unit of whole.units) {
      const part = await drill("2!C1", `&unit=${unit.unitId}`);
      assert.equal(part.value, unit.value);
      assert.ok(part.rows.every(({ unitName }) => unitName === unit.name));
    }
    const foreign = await office.call("GET", `${path()}/drill?cell=2!C1&unit=${unitIdOf("b21")}`);
    assert.equal(foreign.status, 404);
  });

  it("R5 a formula cell has its cells with their signs", async () => {
    const { terms, value } = await drill("1!A2");
    assert.deepEqual(
      terms.map(({ cell, sign }) => [cell, sign]),
      [
        ["1!A3", 1],
        ["1!A5", 1],
        ["1!A7", 1],
      ],
    );
    assert.equal(
      value,
      terms.reduce((sum, term) => sum + term.value, 0),
    );
    const difference = await drill("1!A17");
    assert.deepEqual(
      difference.terms.map(({ cell, sign }) => [cell, sign]),
      [
        ["1!A16", 1],
        ["1!A15", -1],
      ],
    );
    assert.ok(difference.rows.some(({ sign, from }) => sign === -1 && from === "1!A1"));
  });

  it("R5 what was filled in for the whole report is no part of a sum of a unit below", async () => {
    const { services } = service;
    await services.store.read(async (tx) => {
      const traced = await openTraced(tx, services, { caller, key: reportOf("g1", ON) });
      if (!traced.ok) return assert.fail(traced.refusal.code);
      const cells = cellsByKey(traced.value.compiled);
      const isFilled = ({ cell }: SignedCell): boolean => cells.get(cell)?.rule.kind === "manual";
      const [sum, leaf] =
        [...cells.keys()].flatMap((cell) => {
          const leaves = cells.get(cell)?.rule.kind === "formula" ? signedLeaves(cells, { cell, sign: 1 }) : null;
          const manual = leaves?.find(isFilled);
          return manual ? [[cell, manual] as const] : [];
        })[0] ?? assert.fail("no sum over a manual cell");
      const valueIn = async (filled: number, unit: string): Promise<number> => {
        const report = { ...traced.value, filled: new Map([[leaf.cell, filled]]) };
        const drilled = await drillView(services, report, { cell: sum, unit: unitIdOf(unit) });
        return drilled.ok ? drilled.value.value : assert.fail(drilled.refusal.code);
      };
      assert.equal((await valueIn(7, "g1")) - (await valueIn(0, "g1")), leaf.sign * 7);
      assert.equal(await valueIn(7, "b11"), await valueIn(0, "b11"));
    });
  });

  it("R5a who is in one number and not in the other is told with the condition that failed, in both languages", async () => {
    const { onlyFirst, onlySecond, first, second, both } = await contrast("1!A16", "2!A1");
    assert.equal(onlyFirst.length - onlySecond.length, first.value - second.value);
    assert.equal(both + onlyFirst.length, first.value);
    const { why, looked } = onlyFirst.find(({ record }) => record === "person:late") ?? assert.fail("not late");
    assert.match(why.zh, /2026-01-05，晚于/u);
    assert.match(why.en, /2026-01-05, after/u);
    assert.equal(looked.length, 1);
    assert.equal((await office.call("GET", `${path()}/contrast?first=1!A16&second=2!Z99`)).status, 404);
  });

  it("R5a R5b a cell that adds and takes off counted cells is contrasted by who stands in it after plus and minus", async () => {
    const { first, second, both, onlyFirst, onlySecond } = await contrast("1!A15", "1!A16");
    assert.ok(both > 0);
    assert.equal(first.value - second.value, onlyFirst.length - onlySecond.length);
    const back = await contrast("1!A16", "1!A15");
    assert.deepEqual(
      back.onlyFirst.map(({ record }) => record).toSorted(),
      onlySecond.map(({ record }) => record).toSorted(),
    );
    const mixed = await office.call("GET", `${path()}/contrast?first=1!A16&second=31!A1`);
    assert.equal(refusalOf(mixed).code, "report-cell-no-list");
  });

  it("R12 what a correction would move is what it moves when it is saved, and nothing moves before", async () => {
    const { record, ethnic: was } = (await drill("2!A1")).rows[0] ?? assert.fail("nobody");
    const ethnic = was === "汉族" ? "回族" : "汉族";
    const numbers = async (): Promise<ReadonlyMap<string, number>> =>
      await service.services.store.read(
        async (tx) => (await opened(tx, service.services, { caller, key: reportOf("g1", ON) })).generated,
      );
    const earlier = await numbers();
    const told = await office.ask<WhatIfView>("POST", `${path()}/what-if`, { record, fields: { ethnic } });
    assert.deepEqual([...(await numbers())], [...earlier]);
    await edit(record, "ethnic", ethnic);
    const now = await numbers();
    const moved = told.cells.filter(({ cell }) => earlier.has(cell));
    assert.ok(moved.length > 3);
    for (const { cell, before: from, after: to } of moved)
      assert.deepEqual([earlier.get(cell), now.get(cell)], [from, to], cell);
    const changed = [...now].filter(([cell, value]) => earlier.get(cell) !== value).map(([cell]) => cell);
    assert.deepEqual(changed.toSorted(), moved.map(({ cell }) => cell).toSorted());
    const refused = await office.call("POST", `${path()}/what-if`, { body: { record, fields: { ethnic: "紫" } } });
    assert.equal(refused.status, 422, refused.text);
  });

  it("R8 A12 a submitted report lists the people of that day for ever, and keeps no plain ID number", async () => {
    const { services } = service;
    const key = reportOf("g1", ON);
    const frozen = await services.store.write(async (tx) => {
      const report = await opened(tx, services, { caller, key });
      const bytes = await freezeReport(tx, services, { caller, opened: report });
      assert.ok(await tx.reports.insertSubmission(aSubmission(report.generated), bytes));
      return bytes;
    });
    const plain = Buffer.from(await services.packing.unpack(frozen)).toString("latin1");
    assert.doesNotMatch(plain, /310101\d{11}[\dX]/);
    const then = await drill("2!C1");
    assert.ok(then.frozen && then.rows.length > 1);
    assert.equal((await contrast("1!A16", "2!A1")).frozen, true);
    const [record = "", other = ""] = then.rows.map((row) => row.record);
    await edit(record, "ethnic", "土家族");
    await edit(record, "name", "改名");
    await office.ask("POST", "/records/transfers/inside", {
      ...{ on: DAY, reason: "年度核对记录", people: [other.slice("person:".length)], branchId: unitIdOf("b12") },
    });
    const forgetful = { ...services, frozenReports: createFrozenReports() };
    const again = await forgetful.store.read(async (tx) => {
      const traced = await openTraced(tx, forgetful, { caller, key });
      return traced.ok ? await drillView(forgetful, traced.value, { cell: "2!C1" }) : traced;
    });
    assert.deepEqual(again, { ok: true, value: then });
    assert.deepEqual(await drill("2!C1"), then);
    const { first, second, onlyFirst, onlySecond } = await contrast("1!A16", "2!A1");
    assert.equal(onlyFirst.length - onlySecond.length, first.value - second.value);
  });

  it("R8 a group of codes that is changed after a report was submitted moves none of its lists", async () => {
    const then = await drill("2!D1");
    assert.ok(then.frozen && (await drill("2!A1")).value > then.value, "not all of them are of the group");
    const sets = service.services.reportSets;
    const { data } = sets;
    const codeLists = data.codeLists.map((list) =>
      list.name === "ethnic"
        ? { ...list, groups: [{ ...MINORITY, codes: list.values.map(({ code }) => code) }] }
        : list,
    );
    const reportSets: ReportSets = {
      ...{ ids: sets.ids, data: { ...data, codeLists } },
      open: async (id) => await sets.open(id),
    };
    const later = { ...service.services, reportSets, reports: createKeptReports() };
    const frozenReports = createFrozenReports();
    const again = await later.store.read(async (tx) => {
      const traced = await openTraced(tx, { ...later, frozenReports }, { caller, key: reportOf("g1", ON) });
      return traced.ok ? await drillView(later, traced.value, { cell: "2!D1" }) : traced;
    });
    assert.deepEqual(again, { ok: true, value: then });
  });

  it("R8 last year's numbers that come after a report was submitted move none of those it was submitted with", async () => {
    const { services } = service;
    const key = reportOf("b11", ON);
    const by = { accountId: accountIdOf("g1"), who: "g1", at: "2026-06-01T01:00:00.000Z" as Instant };
    const opening = { setId: key.setId, unitId: key.unitId, year: 2024, reason: "年度核对记录", ...by };
    const lastYears = async (): Promise<number | undefined> => {
      const forgetful = { ...services, frozenReports: createFrozenReports() };
      const traced = await forgetful.store.read((tx) => openTraced(tx, forgetful, { caller, key }));
      return traced.ok ? traced.value.lastYear.get("1!A16") : assert.fail(traced.refusal.code);
    };
    await services.store.write(async (tx) => {
      await tx.reports.saveOpening({ ...opening, values: { "1!A16": 5 } });
      const report = await opened(tx, services, { caller, key });
      const bytes = await freezeReport(tx, services, { caller, opened: report });
      const submission = { ...aSubmission(report.generated), id: "sub_b11", key };
      assert.ok(await tx.reports.insertSubmission(submission, bytes));
    });
    assert.equal(await lastYears(), 5);
    await services.store.write((tx) => tx.reports.saveOpening({ ...opening, values: { "1!A16": 9 } }));
    assert.equal(await lastYears(), 5);
  });

  function aSubmission(values: ReadonlyMap<string, number>): SubmissionRecord {
    const at = "2026-06-01T01:00:00.000Z" as Instant;
    return {
      ...{ id: "sub_1", key: { ...reportOf("g1", ON), on: ON as Day }, number: 1, state: "submitted", submittedAt: at },
      ...{ accountId: accountIdOf("g1"), who: "g1", change: 1, definition: "", values: Object.fromEntries(values) },
      ...{ seenAt: null, decidedAt: null, decidedBy: "", decisionReason: "", printedOn: null, revision: 1 },
    };
  }
});

function compareWithList(drilled: DrillView, { counted }: CompiledCell, generated: number | undefined): void {
  const { cell, value, rows, terms } = drilled;
  assert.equal(value, counted ? generated : sumOf(terms), cell);
  if (!counted?.sumOf) assert.equal(sumOf(rows.map(({ sign }) => ({ sign, value: 1 }))), value, cell);
}

function sumOf(terms: readonly { readonly sign: number; readonly value: number }[]): number {
  return terms.reduce((sum, { sign, value }) => sum + sign * value, 0);
}
