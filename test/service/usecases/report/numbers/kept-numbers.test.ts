import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { Person } from "#core/people/person/person.ts";
import type { DrillView } from "#core/protocol/report/report-tracing.ts";
import { createKeptReports, type KeptReports } from "#service/usecases/report/numbers/kept/kept-reports.ts";
import { prepareForm } from "#service/usecases/report/numbers/kept/prepare-form.ts";
import { aKnownPerson } from "#test/builders/known-people.ts";
import { reportedPeople } from "#test/builders/reported-people.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { accountIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { callerOf, opened, reportOf } from "../report-asking.ts";

const ON = "2026-12-31";
const DAY = "2026-06-01";
const REASON = "年度核对记录";

for (const db of ["sqlite", "postgres"] as const) {
  describe(`numbers of reports that are kept, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let office: HttpClient;

    before(async () => {
      service = await startTestService({ db });
      office = await service.signIn("g1");
      await service.services.store.write((tx) => tx.people.insert([1, 2, 3, 4, 5].flatMap(reportedPeople)));
    });
    after(() => service.close());

    /** As a process of its own would count, with what it has kept. */
    const countedWith = async (reports: KeptReports, unit = "g1"): Promise<ReadonlyMap<string, number>> => {
      const services = { ...service.services, reports };
      const caller = await callerOf(service, await service.signIn(unit === "c" ? "officer" : unit));
      const key = reportOf(unit, ON);
      await prepareForm(services, { caller, key });
      return await services.store.read(async (tx) => (await opened(tx, services, { caller, key })).generated);
    };
    const kept = (unit?: string) => countedWith(service.services.reports, unit);
    const fromScratch = (unit?: string) => countedWith(createKeptReports(), unit);
    const inB11 = async (): Promise<readonly PersonId[]> =>
      await service.services.store.read(async (tx) => {
        const query = { units: [unitIdOf("b11")], on: DAY as never, kinds: ["member"], opened: false } as const;
        return (await tx.people.inUnits(query)).flatMap(({ id }) => (id.startsWith("per_") ? [id] : []));
      });
    const edit = async (id: string, field: string, value: string): Promise<unknown> => {
      const [person] = await service.services.store.read((tx) => tx.people.byIds([toId(id)]));
      const baseRevision = person?.revisions[field] ?? (person?.facts[field] === undefined ? 0 : 1);
      return await office.ask("POST", "/records/push", {
        key: `edit ${id} ${field} ${value}`,
        edits: [{ record: `person:${id}`, field, baseRevision, value }],
      });
    };
    /** As the commit of an import writes it: one entry in the chain for all. */
    const imported = async (person: Person): Promise<void> =>
      await service.services.store.write(async (tx) => {
        const [id, at] = [`imp_${person.id}`, service.clock.now()];
        const by = { accountId: accountIdOf("g1"), at };
        const file = { fileName: "a.xlsx", sha256: "0", summary: "{}", madeAt: at };
        await tx.staging.insertImport({
          id,
          ...file,
          unitId: unitIdOf("g1"),
          accountId: by.accountId,
          state: "staged",
        });
        const row = { importId: id, sheet: "1", row: 2, detail: "{}", personId: person.id };
        await tx.staging.addImportRows([
          { ...row, verdict: "new" },
          { ...row, row: 3, verdict: "refused", personId: null },
        ]);
        await tx.staging.stage(id, [{ person, baseVersion: 0, history: [] }]);
        await tx.staging.commitStaged(id, { ...by, who: "g1", reason: REASON });
        const entry = { action: "import", record: `import:${id}`, outcome: "done", why: REASON, fields: [] } as const;
        tx.record({ ...by, from: "test", ...entry });
      });
    const drill = (cell: string): Promise<DrillView> =>
      office.ask("GET", `/reports/2017/${unitIdOf("g1")}/${ON}/drill?cell=${encodeURIComponent(cell)}`);

    it("R5 R10 a corrected record moves the number and its list at once", async () => {
      const minority = async (): Promise<DrillView> => await drill("2!D1");
      const everybody = await drill("2!A1");
      const record = everybody.rows[0]?.record ?? "";
      const earlier = await minority();
      const among = (view: DrillView): boolean => view.rows.some((row) => row.record === record);
      await edit(record.slice("person:".length), "ethnic", among(earlier) ? "汉族" : "回族");
      const now = await minority();
      assert.equal(now.value, now.rows.length);
      assert.equal(now.value, earlier.value + (among(earlier) ? -1 : 1));
      assert.equal(among(now), !among(earlier));
      assert.equal((await drill("2!A1")).value, everybody.value);
    });

    const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
      ["an edit", async () => await edit((await inB11())[0] ?? "", "education", "博士研究生")],
      [
        "dues paid for the first time in a branch",
        async () =>
          await office.ask("POST", "/records/dues", {
            ...{ from: "2026-01", to: "2026-12", paidOn: "2026-05-10" },
            rows: (await inB11()).slice(0, 2).map((personId) => ({ personId, amount: "10.00" })),
          }),
      ],
      [
        "a move to another branch",
        async () =>
          await office.ask("POST", "/records/transfers/inside", {
            ...{ on: DAY, reason: REASON, people: (await inB11()).slice(0, 1), branchId: unitIdOf("b12") },
          }),
      ],
      [
        "a leaving",
        async () =>
          await office.ask("POST", "/records/leavings", {
            ...{ on: DAY, reason: REASON, people: (await inB11()).slice(0, 1) },
            ...{ kind: "30", authority: "机关党委", ground: "" },
          }),
      ],
      [
        "a new person",
        async () =>
          await office.ask("POST", "/records/people", {
            ...{ unitId: unitIdOf("b11"), kind: "applicant", from: DAY },
            fields: { name: "新来", appliedOn: DAY },
          }),
      ],
      [
        "accounts made for members who are new",
        async () =>
          await office.ask("POST", "/accounts/members", {
            ...{ branchId: unitIdOf("b11"), members: [{ name: "薛仁贵", phone: "13911110009" }] },
            term: { kind: "long-term", from: null, to: null },
          }),
      ],
      ["an import", async () => await imported(aKnownPerson({ id: "imported", unit: "b11" }))],
      [
        "a unit's record",
        async () =>
          await office.ask("POST", "/records/push", {
            key: "unit b11 nature",
            edits: [{ record: `unit:${unitIdOf("b11")}`, field: "nature", baseRevision: 0, value: "90" }],
          }),
      ],
    ];
    for (const [what, step] of steps)
      it(`R2 R10 after ${what} kept numbers are those of a count from scratch, in every unit above`, async () => {
        const earlier = [...sorted(await kept("b11")), ...sorted(await kept())];
        await step();
        for (const unit of ["g1", "c", "b11"])
          assert.deepEqual(sorted(await kept(unit)), sorted(await fromScratch(unit)));
        assert.notDeepEqual([...sorted(await kept("b11")), ...sorted(await kept())], earlier, "nothing came of it");
      });

    it("R2 a change made through another service is in the next answer of this one", async () => {
      const other = createKeptReports();
      const earlier = await countedWith(other);
      await edit((await inB11())[1] ?? "", "ethnic", "回族");
      assert.notDeepEqual(sorted(await countedWith(other)), sorted(earlier));
      assert.deepEqual(sorted(await countedWith(other)), sorted(await fromScratch()));
    });

    it("A9 a stranger's report is not found", async () => {
      const answer = await office.call("GET", `/reports/2017/${unitIdOf("g2")}/${ON}/drill?cell=1!A16`);
      assert.equal(answer.status, 404);
    });
  });
}

function sorted(values: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...values].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
