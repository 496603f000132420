/**
 * The 43 tables of 2017 over 100,000 invented people as the service counts them (R10): from the store, in place and by threads, from
 * the file of an earlier run, and again after one record was corrected; on SQLite and PostgreSQL. Limits against reading everybody
 * without counting, in processor time of this process with its threads, because others may be using the machine. About two minutes.
 * Run: npx mocha --timeout 900000 test/bench/report-rebuild.bench.ts
 */
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type PersonId, type PostId, type UnitId } from "#core/kernel/ids.ts";
import type { Person } from "#core/people/person/person.ts";
import { seededRandom, type SeededRandom } from "#service/demo/seeded-random.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { reportStanding } from "#service/usecases/report/entry/report-standing.ts";
import { createKeptReports } from "#service/usecases/report/numbers/kept/kept-reports.ts";
import { openReport } from "#service/usecases/report/numbers/open-report.ts";
import { prepareForm } from "#service/usecases/report/numbers/kept/prepare-form.ts";
import type { Services } from "#service/usecases/services.ts";
import { aUnitRecord } from "#test/builders/record-world.ts";
import { anAuditEntry } from "#test/builders/records.ts";
import { REPORT_DAY } from "#test/builders/report.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { callerOf } from "#test/service/usecases/report/report-asking.ts";
import { median } from "./median.ts";
import { reportPerson } from "./report-people.ts";

const PEOPLE = 100_000;
const BRANCHES = 2_000;
const AT_ONCE = 5_000;
const CHANGES = 40;
/** So many times reading everybody, and milliseconds in the best round. */
const MOST = { store: 6, threads: 8, file: 1, changeMs: 25 } as const;
const KEY = { setId: "2017", unitId: unitIdOf("c"), on: REPORT_DAY } as const;

interface Took {
  readonly wall: number;
  readonly processor: number;
}

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const [used, from] = [process.cpuUsage(), performance.now()];
  await work();
  const wall = performance.now() - from;
  const { user, system } = process.cpuUsage(used);
  return { wall, processor: (user + system) / 1000 };
}

async function best(times: number, work: () => Promise<unknown>): Promise<Took> {
  const all: Took[] = [];
  for (let round = 0; round < times; round += 1) all.push(await timed(work));
  return {
    wall: Math.min(...all.map(({ wall }) => wall)),
    processor: Math.min(...all.map(({ processor }) => processor)),
  };
}

function say(what: string, { wall, processor }: Took): void {
  console.log(`      ${what}: ${wall.toFixed(1)} ms, processor ${processor.toFixed(1)} ms`);
}

function personOf(random: SeededRandom, serial: number): Person {
  const person = reportPerson(random, serial);
  const { mobile: _mobile, idNumber: _idNumber, phone: _phone, ...facts } = person.facts;
  const place = { id: toId<PostId>(`bel_${serial}`), unitId: toId<UnitId>(`unit_${random.between(0, BRANCHES - 1)}`) };
  return { ...person, facts, belongings: person.belongings.map((one) => ({ ...one, ...place })) };
}

for (const db of ["sqlite", "postgres"] as const)
  describe(`a report over 100,000 people counted by the service, on ${db}`, function () {
    this.timeout(600_000);
    let service: TestService;
    let caller: Caller;
    let scan: Took;

    before(async () => {
      service = await startTestService({ db });
      const { store } = service.services;
      const branches = Array.from({ length: BRANCHES }, (_, index) =>
        aUnitRecord(`unit_${index}`, "branch", KEY.unitId),
      );
      await store.write((tx) => tx.organisation.saveUnits(branches));
      const random = seededRandom(PEOPLE);
      for (let from = 0; from < PEOPLE; from += AT_ONCE) {
        const people = Array.from({ length: AT_ONCE }, (_, index) => personOf(random, from + index));
        await store.write((tx) => tx.people.insert(people));
      }
      caller = await callerOf(service, await service.signIn("officer"));
      scan = await best(2, () => store.read((tx) => tx.populations.peopleAfter(KEY.on, async () => undefined)));
      say("everybody read, nothing counted", scan);
    });
    after(() => service.close());

    const anew = (different: Partial<Services> = {}): Services => ({
      ...service.services,
      reports: createKeptReports(),
      ...different,
    });
    const prepared = (services: Services): Promise<void> => prepareForm(services, { caller, key: KEY });
    const numbers = async (services: Services): Promise<ReadonlyMap<string, number>> =>
      await services.store.read(async (tx) => {
        const report = await openReport(tx, services, { caller, key: KEY });
        assert.ok(report.ok);
        const { values, findings } = await reportStanding(tx, report.value);
        assert.ok(findings.length > 0);
        return values;
      });

    it("R10 from the store, and from the file of an earlier run", async () => {
      const fromStore = { worthSaving: Infinity, populationFiles: NO_FILES } as const;
      const place = await best(2, () => prepared(anew({ ...fromStore, worthThreads: Infinity })));
      const threads = await best(2, () => prepared(anew(fromStore)));
      await prepared(service.services);
      const file = await best(3, () => prepared(anew()));
      say(`counted from the store in place (${(place.processor / scan.processor).toFixed(1)} x)`, place);
      say(
        `by ${service.services.countingThreads.most} threads (${(threads.processor / scan.processor).toFixed(1)} x)`,
        threads,
      );
      say(`read from the file (${(file.processor / scan.processor).toFixed(2)} x)`, file);
      assert.deepEqual(await numbers(anew()), await numbers(anew({ populationFiles: NO_FILES })));
      assert.ok(place.processor < MOST.store * scan.processor);
      assert.ok(threads.processor < MOST.threads * scan.processor);
      assert.ok(file.processor < MOST.file * scan.processor);
    });

    it("R10 one corrected record: every table and check through the service", async () => {
      await numbers(service.services);
      const took: Took[] = [];
      for (let round = 0; round < CHANGES; round += 1) {
        await correct(toId<PersonId>(`per_${round * 997}`));
        took.push(await timed(() => numbers(service.services)));
      }
      const walls = took.slice(CHANGES / 4).map(({ wall }) => wall);
      say("one corrected record, median", { wall: median(walls), processor: median(took.map((one) => one.processor)) });
      say("the same, best", { wall: Math.min(...walls), processor: Math.min(...took.map((one) => one.processor)) });
      assert.ok(Math.min(...took.map((one) => Math.min(one.wall, one.processor))) < MOST.changeMs);
      assert.deepEqual(await numbers(service.services), await numbers(anew({ populationFiles: NO_FILES })));
    });

    const correct = (id: PersonId): Promise<void> =>
      service.services.store.write(async (tx) => {
        const [person] = await tx.people.byIds([id]);
        assert.ok(person);
        const facts = { ...person.facts, ethnic: person.facts["ethnic"] === "01" ? "03" : "01" };
        await tx.people.update([{ ...person, facts, version: person.version + 1 }]);
        tx.record(anAuditEntry({ action: "edit", record: `person:${id}` }));
      });
  });

const NO_FILES: Services["populationFiles"] = { load: async () => undefined, save: async () => false };
