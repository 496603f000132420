import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type LedgerId, type PersonId, type TemplateId, type TemplateVersionId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { TransfersAnswer } from "#core/protocol/records/transfers.ts";
import type { ElectionReported, UnitChanged } from "#core/protocol/records/unit-changes.ts";
import { aTemplate } from "#test/builders/ledger-template.ts";
import { anIdNumber, saveRecord } from "#test/builders/member-records.ts";
import { aLedgerRecord, aTemplateVersionRecord } from "#test/builders/records.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { personIdOf, unitIdOf } from "#test/environment/small-organisation.ts";

const TODAY = "2026-06-01";
const BASE = { on: TODAY, reason: "机构调整" };
const LEDGER = toId<LedgerId>("ledger-of-b12");

describe("unit changes over HTTP", function () {
  this.timeout(240_000);
  let service: TestService;
  let c: HttpClient;
  let g1: HttpClient;

  before(async () => {
    service = await startTestService();
    c = await service.signIn("c");
    g1 = await service.signIn("g1");
    const template = aTemplateVersionRecord({
      ...{ id: toId<TemplateVersionId>("tpv_m18"), templateId: toId<TemplateId>("tpl_m18") },
      body: aTemplate({ level: "branch", year: 2026 }),
    });
    const { id: templateVersionId, templateId } = template;
    const owner = { level: "branch", year: 2026, ownerKind: "unit", unitId: unitIdOf("b12"), personId: null } as const;
    await service.services.store.write(async (tx) => {
      await tx.templates.insertVersion(template);
      await tx.ledgers.insertLedger(aLedgerRecord({ id: LEDGER, templateVersionId, templateId, ...owner }));
    });
  });
  after(() => service.close());

  const change = async (client: HttpClient, unit: string, kind: object): Promise<UnitChanged> =>
    await client.ask<UnitChanged>("POST", "/records/unit-changes", { ...BASE, unitId: unitIdOf(unit), change: kind });
  const refused = async (client: HttpClient, unit: string, kind: object): Promise<object> =>
    await client.refusal("POST", "/records/unit-changes", { ...BASE, unitId: unitIdOf(unit), change: kind });
  const parentOn = async (unit: string, on: string): Promise<string | null | undefined> =>
    (await service.services.store.read((tx) => tx.organisation.unitsOn(on as Day))).find(
      ({ id }) => id === unitIdOf(unit),
    )?.parentId;

  it("M18 a unit with people, units or letters is not revoked, and one with any past is not deleted", async () => {
    assert.deepEqual(((await refused(c, "g1", { kind: "revoke" })) as { code: string }).code, "unit-not-empty");
    assert.deepEqual(((await refused(c, "b12", { kind: "delete" })) as { code: string }).code, "unit-not-empty");
  });

  it("M18 a unit never goes below itself, nor where its kind does not stand", async () => {
    assert.deepEqual(await refused(c, "b12", { kind: "move", parentId: unitIdOf("b11") }), { code: "unit-misplaced" });
    assert.deepEqual(await refused(c, "g1", { kind: "move", parentId: unitIdOf("g1") }), { code: "unit-into-itself" });
    assert.deepEqual(await refused(g1, "b12", { kind: "move", parentId: unitIdOf("g2") }), { code: "not-found" });
  });

  it("M18 a branch moves; the day before sees the tree as it was", async () => {
    await change(c, "b22", { kind: "move", parentId: unitIdOf("g1") });
    assert.equal(await parentOn("b22", "2026-05-31"), unitIdOf("g2"));
    assert.equal(await parentOn("b22", TODAY), unitIdOf("g1"));
    const again = (await refused(c, "b22", { kind: "move", parentId: unitIdOf("g2") })) as { code: string };
    assert.equal(again.code, "day-not-possible");
  });

  it("M18 a merger takes members, ledgers and letters along; the merged unit is history", async () => {
    const facts = { idNumber: anIdNumber(1), name: "李并入" };
    const person = await saveRecord(service.services, { id: "per_u1", branch: "b12", facts });
    const rows = [{ personId: person, to: { unitCode: "g2" }, duesPaidUntil: "2026-05" }];
    const letter = await g1.ask<TransfersAnswer>("POST", "/records/transfers", { ...BASE, rows });
    const before = await service.services.store.read((tx) =>
      tx.people.versionsInUnits({ units: [unitIdOf("b12")], on: TODAY as Day, kinds: ["member", "applicant"] }),
    );
    const merged = await change(c, "b12", { kind: "merge", intoId: unitIdOf("b11") });
    assert.deepEqual(merged, { people: before.size, units: 0, ledgers: 1, transfers: 1 });
    await service.services.store.read(async (tx) => {
      const [moved] = await tx.people.byIds([toId<PersonId>(person)]);
      assert.deepEqual(moved?.belongings.at(-1)?.unitId, unitIdOf("b11"));
      assert.equal((await tx.ledgers.byId(LEDGER))?.unitId, unitIdOf("b11"));
      const transfer = await tx.procedures.transfer(letter.done[0]?.transferId ?? "");
      assert.equal(transfer?.fromUnitId, unitIdOf("b11"));
      assert.equal(
        (await tx.organisation.units()).some(({ id }) => id === unitIdOf("b12")),
        false,
      );
    });
    assert.equal(await parentOn("b12", "2026-05-31"), unitIdOf("g1"));
    assert.equal(await parentOn("b12", TODAY), undefined);
  });

  it("M18 a ledger that was open meanwhile goes on in the other unit; the merged unit's account is over", async () => {
    const b11 = await service.signIn("b11");
    assert.equal((await b11.call("GET", `/ledgers/${LEDGER}`)).status, 200);
    const copied = await b11.ask<{ ledgerId: string; made: boolean }>("POST", "/ledgers", {
      templateVersionId: "tpv_m18",
    });
    assert.deepEqual(copied, { ledgerId: LEDGER, made: false });
    await assert.rejects(service.signIn("b12"));
  });

  it("M19 M5 an election is reported upward: term, due date, the new secretary from his record", async () => {
    const election = {
      ...{ unitId: unitIdOf("b11"), electedOn: "2026-05-30", term: 3, way: "1", document: "机关总支〔2026〕1号" },
      secretaryId: personIdOf("b11-m1"),
    };
    const facts = { idNumber: anIdNumber(2), name: "无手机", mobile: "" };
    const secretaryId = await saveRecord(service.services, { id: "per_u2", branch: "b11", facts });
    const without = await g1.refusal("POST", "/records/elections", { ...election, secretaryId });
    assert.deepEqual(without, { code: "person-needs", field: "mobile" });
    const reported = await g1.ask<ElectionReported>("POST", "/records/elections", election);
    assert.equal(reported.due, "2029-05-30");
    await service.services.store.read(async (tx) => {
      const secretaries = (await tx.organisation.posts(TODAY as Day)).filter(
        ({ unitId, kind }) => unitId === unitIdOf("b11") && kind === "secretary",
      );
      assert.deepEqual(
        secretaries.map(({ personId }) => personId),
        [personIdOf("b11-m1")],
      );
      const [record] = await tx.units.records([unitIdOf("b11")]);
      assert.deepEqual([record?.facts["electionDue"], record?.lists.elections?.length], ["2029-05-30", 1]);
      const notices = await tx.procedures.unitNotices([unitIdOf("g1")], 10);
      assert.ok(notices.some(({ kind }) => kind === "election-reported"));
    });
  });
});
