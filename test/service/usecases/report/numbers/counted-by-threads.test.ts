import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { CountingThreads } from "#service/ports/reports/counting-threads.ts";
import { buildKept } from "#service/usecases/report/numbers/kept/build-kept.ts";
import type { KeptForm } from "#service/usecases/report/numbers/kept/kept-form.ts";
import { createKeptReports } from "#service/usecases/report/numbers/kept/kept-reports.ts";
import { openForm } from "#service/usecases/report/numbers/open-form.ts";
import { openReport } from "#service/usecases/report/numbers/open-report.ts";
import { prepareForm } from "#service/usecases/report/numbers/kept/prepare-form.ts";
import type { Services } from "#service/usecases/services.ts";
import { reportedPeople } from "#test/builders/reported-people.ts";
import { anAuditEntry } from "#test/builders/records.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { callerOf, reportOf } from "../report-asking.ts";

const ON = "2026-12-31";
const REPORTED = [1, 2, 3, 4, 5].flatMap(reportedPeople);

for (const db of ["sqlite", "postgres"] as const)
  describe(`a form counted by threads, on ${db}`, function () {
    this.timeout(120_000);
    let service: TestService;
    let office: HttpClient;

    before(async () => {
      service = await startTestService({ db, different: { worthThreads: 1 } });
      office = await service.signIn("g1");
      await service.services.store.write((tx) => tx.people.insert(REPORTED));
      await office.ask("POST", "/records/dues", {
        ...{ from: "2026-01", to: "2026-03", paidOn: "2026-05-10" },
        rows: reportedPeople(1)
          .slice(0, 2)
          .map(({ id }) => ({ personId: id, amount: "10.00" })),
      });
    });
    after(() => service.close());

    const counted = async (threads: CountingThreads | null): Promise<KeptForm> => {
      const form = await openForm(service.services, reportOf("c", ON));
      assert.ok(form.ok);
      return await service.services.store.read((tx) => buildKept(tx, service.services, { form: form.value, threads }));
    };
    const numbers = async (services: Services): Promise<ReadonlyMap<string, number>> => {
      const caller = await callerOf(service, office);
      await prepareForm(services, { caller, key: reportOf("g1", ON) });
      const form = services.reports.kept(`2017 ${ON}`);
      assert.ok(form);
      return form.kept.values(new Set(form.kept.populations.units.records));
    };

    it("R2 R5 R10 has the rows of one that is counted in place, in the same order, whatever the parts", async () => {
      const { countingThreads } = service.services;
      const place = await counted(null);
      for (const most of [1, 2, 3]) {
        const threads = await counted({ most, count: (tasks) => countingThreads.count(tasks) });
        assert.deepEqual(rowsOf(threads), rowsOf(place));
        assert.deepEqual(
          [threads.change, threads.organisation, threads.side],
          [place.change, place.organisation, place.side],
        );
      }
    });

    it("R2 R10 is what is asked for where there are many people, and its numbers are the same", async () => {
      let started = 0;
      const counting = (worthThreads: number): Services => ({
        ...service.services,
        reports: createKeptReports(),
        worthThreads,
        countingThreads: {
          most: 2,
          count: (tasks) => {
            started += tasks.length;
            return service.services.countingThreads.count(tasks);
          },
        },
      });
      const few = await numbers(counting(1_000));
      assert.equal(started, 0);
      assert.deepEqual(sorted(await numbers(counting(1))), sorted(few));
      assert.equal(started, 2);
      assert.ok([...few.values()].some((value) => value > 0));
    });

    it("R2 R10 who opened his transaction before the count gets the numbers of one moment, whatever each thread saw", async () => {
      const services: Services = {
        ...service.services,
        reports: createKeptReports(),
        countingThreads: {
          most: 2,
          count: async (tasks) => {
            const early = await service.services.countingThreads.count(tasks.slice(0, 1));
            await renameAll();
            return [...early, ...(await service.services.countingThreads.count(tasks.slice(1)))];
          },
        },
      };
      const caller = await callerOf(service, office);
      const names = await service.services.store.read(async (tx) => {
        // From here on it sees this moment.
        await tx.audit.head();
        await prepareForm(services, { caller, key: reportOf("g1", ON) });
        const opened = await openReport(tx, services, { caller, key: reportOf("g1", ON) });
        assert.ok(opened.ok);
        const { people } = opened.value.kept.populations;
        return REPORTED.flatMap(({ id }) => people.rowsOf(id).map((row) => people.text("name", row)));
      });
      assert.ok(names.length > 1);
      assert.deepEqual(new Set(names), new Set(["新名"]));
    });

    const renameAll = (): Promise<void> =>
      service.services.store.write(async (tx) => {
        const people = await tx.people.byIds(REPORTED.map(({ id }) => id));
        await tx.people.update(
          people.map((one) => ({ ...one, facts: { ...one.facts, name: "新名" }, version: one.version + 1 })),
        );
        for (const { id } of people) tx.record(anAuditEntry({ action: "edit", record: `person:${id}` }));
      });

    it("R10 a thread that fails leaves nothing kept, and the next count is whole", async () => {
      const broken: CountingThreads = {
        most: 2,
        count: (tasks) =>
          service.services.countingThreads.count(
            tasks.map((task, index) => (index === 1 ? { ...task, keys: JSON.parse("null") as never } : task)),
          ),
      };
      const services: Services = { ...service.services, reports: createKeptReports(), countingThreads: broken };
      await assert.rejects(() => numbers(services));
      assert.equal(services.reports.kept(`2017 ${ON}`), undefined);
      const { countingThreads } = service.services;
      assert.ok((await numbers({ ...services, countingThreads })).size > 0);
    });
  });

function rowsOf({ kept }: KeptForm): unknown {
  return Object.entries(kept.populations).map(([name, population]) => [
    name,
    population.keys,
    Array.from({ length: population.size }, (_, row) => population.at(row)),
  ]);
}

function sorted(values: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...values].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
