import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type LedgerId, type TemplateId, type TemplateVersionId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { UnitListed } from "#core/protocol/accounts.ts";
import type { LedgerList } from "#core/protocol/ledgers.ts";
import type { RecordHistoryEntry } from "#core/protocol/records/records.ts";
import type { UnitCard, UnitChanged, UnitInTree } from "#core/protocol/records/unit-changes.ts";
import { aTemplate } from "#test/builders/ledger-template.ts";
import { aLedgerRecord, aTemplateVersionRecord } from "#test/builders/records.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

const TODAY = "2026-06-01";
const BASE = { on: TODAY, reason: "机构调整" };

describe("units and their records over HTTP", function () {
  this.timeout(240_000);
  let service: TestService;
  let c: HttpClient;

  before(async () => {
    service = await startTestService();
    c = await service.signIn("c");
  });
  after(() => service.close());

  const change = async (unit: string, kind: object, on = TODAY): Promise<UnitChanged> =>
    await c.ask<UnitChanged>("POST", "/records/unit-changes", { ...BASE, on, unitId: unit, change: kind });
  const tree = async (): Promise<readonly UnitInTree[]> =>
    await c.ask<readonly UnitInTree[]>("GET", `/records/unit-tree?unit=${unitIdOf("c")}`);
  const nameOn = async (unit: string, on: string): Promise<string | undefined> =>
    (await service.services.store.read((tx) => tx.organisation.unitsOn(on as Day))).find(({ id }) => id === unit)?.name;
  const made = async (code: string, foundedOn?: string): Promise<UnitListed> =>
    await c.ask<UnitListed>("POST", "/units", {
      ...{ parentId: unitIdOf("g1"), code, name: `新设党支部${code}`, shortName: `新支${code}`, kind: "branch" },
      ...(foundedOn === undefined ? {} : { foundedOn }),
    });

  it("M17 M18 a new unit is there from the day it was founded, not before", async () => {
    const { id } = await made("new-1", "2026-03-01");
    assert.equal(await nameOn(id, "2026-02-28"), undefined);
    assert.equal(await nameOn(id, "2026-03-01"), "新设党支部new-1");
    const listed = (await tree()).find((unit) => unit.id === id);
    assert.deepEqual(
      [listed?.foundedOn, listed?.since, listed?.members, listed?.mayChange],
      ["2026-03-01", "2026-03-01", 0, true],
    );
    const ahead = {
      parentId: unitIdOf("g1"),
      code: "new-2",
      name: "新支部",
      shortName: "新支",
      kind: "branch",
      foundedOn: "2027-01-01",
    };
    const refusal = await c.refusal("POST", "/units", ahead);
    assert.equal(refusal.code, "day-not-possible");
  });

  it("M18 a unit made by mistake is deleted the same day", async () => {
    const { id } = await made("slip");
    await change(id, { kind: "delete" });
    assert.equal(await nameOn(id, TODAY), undefined);
  });

  it("M17 M18 a unit is renamed from a day on; the history keeps both names, and the day before sees the old one", async () => {
    const unit = unitIdOf("b22");
    await change(unit, { kind: "rename", name: "基础第二联合党支部", shortName: "基础二支" });
    assert.equal(await nameOn(unit, "2026-05-31"), "基础第二党支部");
    assert.equal(await nameOn(unit, TODAY), "基础第二联合党支部");
    const card = await c.ask<UnitCard>("GET", `/records/units/${unit}`);
    assert.deepEqual(
      card.earlier.map(({ name, until }) => [name, until]),
      [["基础第二党支部", TODAY]],
    );
    const history = await c.ask<readonly RecordHistoryEntry[]>(
      "GET",
      `/records/history?record=unit:${unit}&field=name`,
    );
    assert.deepEqual(
      history.map(({ value, reason }) => [value, reason]),
      [["基础第二联合党支部", BASE.reason]],
    );
    await change(unit, { kind: "rename", name: "基础第二党支部", shortName: "基础二支" });
    assert.equal(await nameOn(unit, TODAY), "基础第二党支部");
  });

  it("M18 what hangs on a unit is told before it is changed", async () => {
    const { contents } = await c.ask<UnitCard>("GET", `/records/units/${unitIdOf("g1")}`);
    assert.deepEqual([contents.units, contents.members, (contents.accounts ?? 0) > 0], [3, 0, true]);
  });

  it("M18 L3 where both units have a ledger of the year, the one that comes stays under its unit's name, to be read only", async () => {
    const template = aTemplateVersionRecord({
      ...{ id: toId<TemplateVersionId>("tpv_two"), templateId: toId<TemplateId>("tpl_two") },
      body: aTemplate({ level: "branch", year: 2026 }),
    });
    const { id: templateVersionId, templateId } = template;
    const ledgerOf = (branch: string, year: number) =>
      aLedgerRecord({
        ...{
          id: toId<LedgerId>(`led-${branch}-${String(year)}`),
          templateVersionId,
          templateId,
          level: "branch",
          year,
        },
        ...{ ownerKind: "unit", unitId: unitIdOf(branch), personId: null, name: `${String(year)}年台账` },
      });
    await service.services.store.write(async (tx) => {
      await tx.templates.insertVersion(template);
      for (const ledger of [ledgerOf("b11", 2026), ledgerOf("b12", 2026), ledgerOf("b12", 2025)])
        await tx.ledgers.insertLedger(ledger);
    });
    const { ledgers } = await change(unitIdOf("b12"), { kind: "merge", intoId: unitIdOf("b11") });
    assert.equal(ledgers, 2);
    const b11 = await service.signIn("b11");
    const listed = await b11.ask<LedgerList>("GET", "/ledgers?relation=own");
    assert.deepEqual(listed.ledgers.map(({ name, state }) => [name, state]).toSorted(), [
      ["2025年台账（原机关第二党支部）", "merged"],
      ["2026年台账", "open"],
      ["2026年台账（原机关第二党支部）", "merged"],
    ]);
    assert.equal((await b11.call("GET", "/ledgers/led-b12-2026")).status, 200);
    const reason = "不再需要";
    assert.deepEqual(await b11.refusal("POST", "/ledgers/led-b12-2026/void", { reason }), { code: "ledger-merged" });
    const standing = await c.call(
      "GET",
      `/standings?year=2026&level=branch&templateId=${templateId}&unitId=${unitIdOf("c")}`,
    );
    assert.equal(standing.text.includes("led-b11-2026"), true);
    assert.equal(standing.text.includes("led-b12-2026"), false);
  });
});
