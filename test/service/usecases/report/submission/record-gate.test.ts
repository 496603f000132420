import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { FindingsPage, RequiredPage } from "#core/protocol/records/records.ts";
import type { GateLine, GateView } from "#core/protocol/report/reports.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { withSmallForm } from "#test/builders/report-form.ts";
import { aTransferRecord } from "#test/builders/transfer.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { ON, ReportHandler } from "./report-handler.ts";

describe("what the gate asks of the records", function () {
  this.timeout(240_000);
  let service: TestService;
  let unit: ReportHandler;
  let lines: ReadonlyMap<GateLine["what"], GateLine>;

  before(async () => {
    service = await startTestService({ different: withSmallForm() });
    unit = new ReportHandler(await service.signIn("g1"), "g1");
    await service.services.store.write(async (tx) => {
      const late = { joinedOn: "2024-10-01", convertedOn: "" };
      await tx.people.insert([
        aKnownPerson({
          id: "late",
          unit: "b11",
          idNumber: anIdNumber("1999-03-05", 1),
          from: "2024-10-01",
          facts: late,
        }),
        aKnownPerson({
          ...{ id: "due", unit: "b11", idNumber: anIdNumber("1999-03-05", 2), from: "2025-04-01" },
          facts: { joinedOn: "2025-04-01", convertedOn: "" },
        }),
        aKnownPerson({
          ...{ id: "done-since", unit: "b11", idNumber: anIdNumber("1999-03-05", 3), from: "2024-10-01" },
          facts: { joinedOn: "2024-10-01", convertedOn: "2026-03-01", conversionResult: "1" },
        }),
        aKnownPerson({ id: "going", unit: "b11", idNumber: anIdNumber("1999-03-05", 4) }),
      ]);
      const sides = { fromUnitId: unitIdOf("b11"), toUnitId: unitIdOf("b21") };
      const letter = aTransferRecord({ personId: toId<PersonId>("going"), ...sides, issuedOn: "2025-11-03" as Day });
      await tx.procedures.insertTransfers([letter]);
    });
    lines = linesOf(await unit.gate());
  });
  after(() => service.close());

  const linesOf = (gate: GateView) => new Map(gate.lines.map((line) => [line.what, line]));

  it("R7 M2 required fields: as many as the page of required fields says, the emptiest record first", async () => {
    const page = await unit.client.ask<RequiredPage>("GET", `/records/required?unit=${unitIdOf("g1")}&on=${ON}`);
    const line = lines.get("required-fields");
    assert.deepEqual([line?.of, line?.open], [page.total.required, page.total.required - page.total.maintained]);
    assert.equal(line?.passed, page.total.percentage >= page.line);
    assert.deepEqual(
      new Set(line.places.map(({ key }) => key)),
      new Set(
        page.missing.map(({ record }) => record).filter((record) => line.places.some(({ key }) => key === record)),
      ),
    );
    assert.match(line.places[0]?.label ?? "", /：.+、/);
  });

  it("R7 M21 record checks: all errors, and every explain that is not explained", async () => {
    const page = await unit.client.ask<FindingsPage>("GET", `/records/findings?unit=${unitIdOf("g1")}&on=${ON}`);
    const of = (severity: string) => page.findings.filter((finding) => finding.severity === severity);
    const [errors, explains] = [of("error"), of("explain")];
    assert.ok(errors.length > 0);
    assert.equal(lines.get("record-errors")?.open, errors.length);
    assert.equal(
      lines.get("record-explains")?.open,
      explains.filter(({ explanation }) => explanation === undefined).length,
    );
    assert.equal(lines.get("record-explains")?.of, explains.length);
  });

  it("R7 M12 letters that nobody took in in time, as of today", async () => {
    const line = lines.get("overdue-transfers");
    assert.deepEqual([line?.open, line?.places.map(({ kind, label }) => `${kind} ${label}`)], [1, ["letter 人going"]]);
    const other = new ReportHandler(await service.signIn("g2"), "g2");
    assert.equal(linesOf(await other.gate()).get("overdue-transfers")?.open, 1, "the receiver is asked, too");
  });

  it("R7 M10 probations whose result is overdue: not those within the time, nor those that were decided since", () => {
    const line = lines.get("overdue-conversions");
    assert.deepEqual(
      line?.places.map(({ key }) => key),
      ["person:late"],
    );
    assert.equal(line.open, 1);
  });

  it("R7 a record that was put right is asked for no more", async () => {
    await service.services.store.write(async (tx) => {
      const [late] = await tx.people.byIds([toId<PersonId>("late")]);
      assert.ok(late);
      const facts = { ...late.facts, convertedOn: "2026-05-01" };
      await tx.people.update([{ ...late, facts, version: late.version + 1 }]);
      tx.record({
        ...{ at: service.clock.now(), accountId: accountIdOf("g1"), from: "test", action: "convert" },
        ...{ record: "person:late", outcome: "done", why: "", fields: [] },
      });
    });
    assert.equal(linesOf(await unit.gate()).get("overdue-conversions")?.open, 0);
  });
});
