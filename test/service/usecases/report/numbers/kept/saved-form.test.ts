import assert from "node:assert/strict";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { Store, StoreReads } from "#service/ports/store.ts";
import { createKeptReports } from "#service/usecases/report/numbers/kept/kept-reports.ts";
import { prepareForm } from "#service/usecases/report/numbers/kept/prepare-form.ts";
import type { Services } from "#service/usecases/services.ts";
import { reportedPeople } from "#test/builders/reported-people.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { callerOf, opened, reportOf } from "#test/service/usecases/report/report-asking.ts";

const ON = "2026-12-31";

describe("counted forms over a restart", function () {
  this.timeout(120_000);
  let service: TestService;

  before(async () => {
    service = await startTestService({ different: { worthSaving: 1 } });
    await service.services.store.write((tx) => tx.people.insert([21, 22, 23].flatMap(reportedPeople)));
  });
  after(() => service.close());

  const counted = async (services: Services): Promise<readonly (readonly [string, number])[]> => {
    const caller = await callerOf(service, await service.signIn("g1"));
    const key = reportOf("g1", ON);
    await prepareForm(services, { caller, key });
    return await services.store.read(async (tx) => {
      const { generated } = await opened(tx, services, { caller, key });
      return [...generated].toSorted(([a], [b]) => (a < b ? -1 : 1));
    });
  };
  const anew = (): Services => ({ ...service.services, reports: createKeptReports() });
  const fromScratch = () => counted({ ...anew(), worthSaving: Infinity, populationFiles: NO_FILES });
  const onlyFromFile = (different: Partial<Services> = {}) =>
    counted({ ...anew(), store: closedToPeople(service.services.store), ...different });
  const path = async (): Promise<string> => {
    const folder = join(service.dataFolder, "population");
    const [name = "", ...others] = await readdir(folder);
    assert.deepEqual(others, []);
    return join(folder, name);
  };

  it("R10 A12 columns are kept for the service's user alone, without ID numbers, and renewed by what came since", async () => {
    assert.deepEqual(await counted(service.services), await fromScratch());
    assert.equal((await stat(await path())).mode & 0o777, 0o600);
    assert.doesNotMatch((await readFile(await path())).toString("latin1"), /310101\d{11}[\dX]/);
    assert.deepEqual(await onlyFromFile(), await fromScratch());
    const office = await service.signIn("g1");
    const key = "unit b11 nature";
    const edits = [{ record: `unit:${unitIdOf("b11")}`, field: "nature", baseRevision: 0, value: "90" }];
    const earlier = await fromScratch();
    await office.ask("POST", "/records/push", { key, edits });
    await office.ask("POST", "/records/people", {
      ...{ unitId: unitIdOf("b11"), kind: "applicant", from: "2026-06-01" },
      fields: { name: "新来", appliedOn: "2026-06-01" },
    });
    assert.notDeepEqual(await fromScratch(), earlier);
    assert.deepEqual(await onlyFromFile(), await fromScratch());
  });

  it("R10 a damaged, foreign or shortened file is ignored, and written anew", async () => {
    const file = await path();
    const whole = await readFile(file);
    const right = await fromScratch();
    const places = [0, 3, 20, 400, Math.floor(whole.length / 2), whole.length - 1];
    const damaged = places.map((place) => {
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] ?? 0) ^ 0x15;
      return bytes;
    });
    for (const bytes of [...damaged, whole.subarray(0, 3), whole.subarray(0, -8), Buffer.from("工作簿")]) {
      await writeFile(file, bytes);
      await assert.rejects(onlyFromFile(), /from the store/);
      assert.deepEqual(await counted(anew()), right);
      assert.deepEqual(await onlyFromFile(), right);
    }
  });

  it("R10 a file from before rows were made otherwise is ignored", async () => {
    const { procedureRules } = service.services;
    const [rule] = procedureRules.conversion;
    assert.ok(rule);
    const longer = { ...procedureRules, conversion: [{ ...rule, probationMonths: 18 }] };
    assert.deepEqual(await onlyFromFile(), await fromScratch());
    await assert.rejects(onlyFromFile({ procedureRules: longer }), /from the store/);
  });

  it("R10 a file of another database is nobody's", async () => {
    const other = await startTestService({ different: { worthSaving: 1 } });
    try {
      const [mine, ours] = [await readFile(await path()), await fromScratch()];
      await other.services.store.write((tx) => tx.people.insert(reportedPeople(31)));
      await other.signIn("b11");
      const { populationFiles } = other.services;
      await populationFiles.save("2017 2026-12-31", mine);
      const caller = await callerOf(other, await other.signIn("g1"));
      const numbers = await other.services.store.read(
        async (tx) => (await opened(tx, other.services, { caller, key: reportOf("g1", ON) })).generated,
      );
      assert.ok(numbers.size > 1_000);
      assert.notDeepEqual(
        [...numbers].toSorted(([a], [b]) => (a < b ? -1 : 1)),
        ours,
      );
    } finally {
      await other.close();
    }
  });
});

const NO_FILES: Services["populationFiles"] = { load: async () => undefined, save: async () => false };

/** Whoever would read everybody fails. */
function closedToPeople(store: Store): Store {
  const closed = (tx: StoreReads): StoreReads => ({
    ...tx,
    populations: { ...tx.populations, peopleAfter: () => Promise.reject(new Error("from the store")) },
  });
  return { ...store, read: (work) => store.read((tx) => work(closed(tx))) };
}
