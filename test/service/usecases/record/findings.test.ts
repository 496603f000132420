import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { FindingsPage, FindingView, RequiredPage } from "#core/protocol/records/records.ts";
import { loadCaller } from "#service/usecases/load-caller.ts";
import { createFindingsCache, type FindingsCache } from "#service/usecases/record/check/findings-cache.ts";
import { listFindings } from "#service/usecases/record/check/list-findings.ts";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

const DAY = "2026-06-01";
const REASON = "年度核对记录";
const TOLD = "档案材料遗失，已向上级申请补办";

for (const db of ["sqlite", "postgres"] as const) {
  describe(`what the record checks say of a unit, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let office: HttpClient;

    before(async () => {
      service = await startTestService({ db });
      office = await service.signIn("g1");
      const number = (sequence: number) => anIdNumber("1990-03-05", sequence);
      await service.services.store.write((tx) =>
        tx.people.insert([
          aKnownPerson({ id: "lin", unit: "b11", idNumber: number(11), facts: { name: "林清", bookNumber: "ZG1" } }),
          aKnownPerson({ id: "he", unit: "b12", idNumber: number(13), facts: { name: "何远", bookNumber: "ZG2" } }),
          aKnownPerson({ id: "undated", unit: "b11", facts: { joinedOn: "", convertedOn: "" } }),
          aKnownPerson({ id: "vanished", unit: "b12", until: "2026-03-01" }),
          aKnownPerson({ id: "gone", unit: "b12", until: "2026-03-01", facts: { leftOn: "2026-03-01", leftKind: "" } }),
          aKnownPerson({ id: "long-gone", unit: "b12", until: "2024-03-01" }),
          aKnownPerson({ id: "far", unit: "b21", until: "2026-03-01" }),
        ]),
      );
    });
    after(() => service.close());

    const asked = (unit = "g1"): Promise<FindingsPage> => office.ask("GET", `/records/findings?unit=${unitIdOf(unit)}`);
    /** As a process of its own would answer, with what it has kept. */
    const askedOf = async (findings: FindingsCache): Promise<FindingsPage> => {
      const { services } = service;
      const caller = await loadCaller(services, { token: office.token ?? "", from: "test" });
      assert.ok(caller.ok);
      const page = await listFindings({ ...services, findings }, caller.value.caller, { unit: unitIdOf("g1") });
      return page.ok ? page.value : assert.fail(JSON.stringify(page.refusal));
    };
    const fromScratch = (): Promise<FindingsPage> => askedOf(createFindingsCache());
    const of = (page: FindingsPage, id: string): readonly string[] =>
      page.findings.filter(({ record }) => record === `person:${id}`).map(({ check }) => check);
    const sorted = (page: FindingsPage): readonly FindingView[] =>
      page.findings.toSorted((a, b) => (`${a.record} ${a.check}` < `${b.record} ${b.check}` ? -1 : 1));

    it("M21-18 M1b who vanished this year or left without his papers is found, under the unit that kept him last", async () => {
      const page = await asked();
      assert.ok(of(page, "vanished").includes("M21-18"));
      assert.ok(of(page, "gone").includes("M1b-2"));
      const [vanished] = page.findings.filter(({ record }) => record === "person:vanished");
      assert.equal(vanished?.unitId, unitIdOf("b12"));
      for (const id of ["long-gone", "far"]) assert.deepEqual(of(page, id), [], id);
      assert.deepEqual(of(await asked("b11"), "vanished"), []);
      assert.ok(of(await asked("b12"), "vanished").includes("M21-18"));
    });

    it("M2 the page of required fields and the hint M2-1 ask the same of everybody, of who has no date yet too", async () => {
      const { missing } = await office.ask<RequiredPage>("GET", `/records/required?unit=${unitIdOf("g1")}`);
      const lacking = missing.flatMap(({ record }) => (record.startsWith("person:") ? [record] : [])).toSorted();
      const hinted = (await asked()).findings.flatMap(({ check, record }) => (check === "M2-1" ? [record] : []));
      assert.deepEqual(lacking, hinted.toSorted());
      const undated = missing.find(({ record }) => record === "person:undated");
      assert.ok(undated?.fields.includes("joinedOn"));
    });

    const edit = (id: string, field: string, [baseRevision, value]: readonly [number, string]): Promise<unknown> =>
      office.ask("POST", "/records/push", {
        key: `edit ${id} ${field} ${String(baseRevision)}`,
        edits: [{ record: `person:${id}`, field, baseRevision, value }],
      });
    const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
      ["an edit", () => edit("lin", "joinedOn", [1, "2003-06-01"])],
      ["a book number that becomes somebody else's too", () => edit("he", "bookNumber", [1, "ZG1"])],
      ["a book number that is one person's again", () => edit("lin", "bookNumber", [1, "ZG9"])],
      [
        "dues paid for the first time in a branch",
        () =>
          office.ask("POST", "/records/dues", {
            ...{ from: "2025-01", to: "2025-02", paidOn: "2025-02-10" },
            rows: [{ personId: "lin", amount: "10.00" }],
          }),
      ],
      [
        "an explanation",
        async () => {
          const found = (await asked()).findings.find(
            ({ severity, record }) => severity === "explain" && record !== "",
          );
          const { record, check } = found ?? assert.fail("nothing asks for an explanation");
          return await office.ask("POST", "/records/findings/explain", { record, check, text: TOLD });
        },
      ],
      [
        "a letter",
        () =>
          office.ask("POST", "/records/transfers", {
            ...{ on: DAY, reason: REASON },
            rows: [{ personId: "he", to: { unitCode: "g2" }, duesPaidUntil: "2026-06" }],
          }),
      ],
      [
        "a move to another branch",
        () =>
          office.ask("POST", "/records/transfers/inside", {
            ...{ on: DAY, reason: REASON, people: ["undated"], branchId: unitIdOf("b12") },
          }),
      ],
      [
        "a leaving",
        () =>
          office.ask("POST", "/records/leavings", {
            ...{ on: DAY, reason: REASON, people: ["lin"], kind: "30", authority: "机关党委", ground: "" },
          }),
      ],
      [
        "a new person",
        () =>
          office.ask("POST", "/records/people", {
            ...{ unitId: unitIdOf("b11"), kind: "applicant", from: DAY },
            fields: { name: "新来", appliedOn: DAY },
          }),
      ],
    ];
    for (const [what, step] of steps)
      it(`M21 after ${what} what is kept and renewed is what a run from scratch says`, async () => {
        const before = await asked();
        await step();
        const [now, anew] = [await asked(), await fromScratch()];
        assert.deepEqual(sorted(now), sorted(anew));
        assert.deepEqual(now.counts.length, anew.counts.length);
        // A letter is found when it is overdue, and that is another day.
        if (what !== "a letter") assert.notDeepEqual(before, now, "nothing came of it");
      });

    it("M21 a change made by another process is seen", async () => {
      const other = createFindingsCache();
      const before = await askedOf(other);
      await edit("he", "appliedOn", [0, "2016-01-01"]);
      const after = await askedOf(other);
      assert.notDeepEqual(sorted(after), sorted(before));
      assert.deepEqual(sorted(after), sorted(await fromScratch()));
    });
  });
}

describe("findings that are kept", () => {
  it("M21 are those of the scopes asked for last, within a bound", () => {
    const cache = createFindingsCache(5);
    const scope = (id: string) => ({ unit: { id }, day: DAY, units: new Map() }) as never;
    const people = (number: number) => new Map(Array.from({ length: number }, (_, index) => [`${index}`, {}])) as never;
    for (const id of ["a", "b", "c"]) cache.keep(scope(id), { change: 1, people: people(2) });
    assert.deepEqual(
      ["a", "b", "c"].map((id) => cache.kept(scope(id)) !== undefined),
      [false, true, true],
    );
    cache.keep(scope("d"), { change: 1, people: people(6) });
    assert.equal(cache.kept(scope("d")), undefined, "more than may be kept at all");
  });
});
