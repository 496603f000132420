import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import type { PushAnswer } from "#core/protocol/push.ts";
import type { WhatIfView } from "#core/protocol/report/report-tracing.ts";
import type { GateView } from "#core/protocol/report/reports.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { ReportHandler } from "../submission/report-handler.ts";

const LINES = ["open", "of", "passed"] as const;

describe("what a correction would move of a report's standing", function () {
  this.timeout(240_000);
  let service: TestService;
  let unit: ReportHandler;

  before(async () => {
    service = await startTestService({ db: "sqlite", different: withSmallForm() });
    unit = new ReportHandler(await service.signIn("g1"), "g1");
    const person = (id: string, sequence: number, facts: Readonly<Record<string, string>>) =>
      aKnownPerson({ id, unit: "b11", idNumber: anIdNumber("1990-03-05", sequence), facts });
    await service.services.store.write((tx) =>
      tx.people.insert([
        person("one", 1, { bookNumber: "A1", sex: "1", ethnic: "01" }),
        person("two", 3, { bookNumber: "A1" }),
        person("three", 5, { bookNumber: "A3" }),
        aKnownPerson({ id: "four", unit: "b11", facts: { sex: "1" } }),
      ]),
    );
  });
  after(() => service.close());

  const revisionOf = async (record: string, field: string): Promise<number> => {
    const [kind, id = ""] = record.split(":");
    return await service.services.store.read(async (tx) => {
      const [found] =
        kind === "person" ? await tx.people.byIds([toId<PersonId>(id)]) : await tx.units.records([toId<UnitId>(id)]);
      return found?.revisions[field] ?? (found?.facts[field] === undefined ? 0 : 1);
    });
  };
  const save = async (record: string, field: string, value: string): Promise<void> => {
    const { outcomes } = await unit.client.ask<PushAnswer>("POST", "/records/push", {
      key: `correct ${record} ${field} ${value}`,
      edits: [{ record, field, baseRevision: await revisionOf(record, field), value }],
    });
    assert.equal(outcomes[0]?.result, "accepted", JSON.stringify(outcomes));
  };
  const standings = ({ lines }: GateView) =>
    new Map(lines.map((line) => [line.what, LINES.map((name) => line[name]).join(" ")]));

  /** What was told, what the gate said before and says after: the same. @returns the lines that moved */
  const correct = async (record: string, field: string, value: string): Promise<readonly string[]> => {
    const earlier = await unit.gate();
    const told = await unit.client.ask<WhatIfView>("POST", `${unit.path}/what-if`, {
      record,
      fields: { [field]: value },
    });
    assert.deepEqual(await unit.gate(), earlier, "nothing is saved");
    const tables = told.cells.map(({ cell }) => Number(cell.slice(0, cell.indexOf("!"))));
    assert.deepEqual(
      tables,
      tables.toSorted((a, b) => a - b),
      "as they stand in the form",
    );
    await save(record, field, value);
    const later = await unit.gate();
    const [before, after] = [standings(earlier), standings(later)];
    const moved = earlier.lines.map(({ what }) => what).filter((what) => before.get(what) !== after.get(what));
    assert.deepEqual(
      told.standings.map((each) => [
        each.what,
        ...[each.before, each.after].map((at) => LINES.map((name) => at[name]).join(" ")),
      ]),
      moved.map((what) => [what, before.get(what), after.get(what)]),
      `${record} ${field}`,
    );
    assert.deepEqual(told.ready, { before: earlier.ready, after: later.ready });
    return moved;
  };

  it("R12 required fields and record checks are told as they stand after it is saved, of people and of units", async () => {
    assert.deepEqual(await correct("person:one", "nativePlace", "上海"), ["required-fields"]);
    assert.deepEqual(await correct("person:one", "appliedOn", "2014-12-01"), ["required-fields"]);
    assert.deepEqual(await correct("person:one", "appliedOn", ""), ["required-fields"]);
    const ofUnit = await correct(`unit:${unitIdOf("b11")}`, "foundedOn", "2001-07-01");
    assert.ok(ofUnit.includes("required-fields"), ofUnit.join());
  });

  it("R12 a book number that is another's counts for both, and no more when it is put right", async () => {
    const lines = [
      ...(await correct("person:two", "bookNumber", "A2")),
      ...(await correct("person:two", "bookNumber", "A3")),
    ];
    assert.ok(lines.length >= 2 && lines.every((what) => what.startsWith("record-")), lines.join());
  });

  it("R12 table checks move with the numbers", async () => {
    const moved = await correct("person:four", "sex", "2");
    assert.ok(moved.includes("table-explains"), moved.join());
  });
});
