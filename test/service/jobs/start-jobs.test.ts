import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { startJobs } from "#service/jobs/start-jobs.ts";
import type { Store } from "#service/ports/store.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";

describe("the jobs", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService();
  });
  after(() => service.close());

  it("A5 delete temporary accounts after their last day, caught up at the next start", async () => {
    await service.alterAccount("b11-m1", { term: { kind: "temporary", from: null, to: "2026-06-03" as Day } });
    await service.alterAccount("b11-m2", { term: { kind: "short-term", from: null, to: "2026-06-03" as Day } });
    await service.signIn("b11-m1");
    service.clock.pass({ days: 2 });
    await service.restart();
    await service.account("b11-m1");
    service.clock.pass({ days: 1 });
    await service.restart();
    const left = await service.services.store.read((tx) =>
      tx.accounts.byIds([service.accountId("b11-m1"), service.accountId("b11-m2")]),
    );
    assert.deepEqual(
      left.map(({ name }) => name),
      ["b11-m2"],
    );
    const [entry] = await service.services.store.read((tx) => tx.audit.entries({ most: 1 }));
    assert.deepEqual(
      [entry?.action, entry?.from, entry?.record],
      ["delete-account", "job", `account:${service.accountId("b11-m1")}`],
    );
    assert.deepEqual(JSON.parse(service.log.at(-1) ?? ""), { job: "delete-ended-accounts", done: 1 });
  });

  it("W8 sweep an import that nobody confirmed for two days", async () => {
    const id = "import-left-alone";
    const begin = service.clock.now();
    await service.services.store.write((tx) =>
      tx.staging.insertImport({
        ...{ id, unitId: unitIdOf("b11"), accountId: service.accountId("b11"), fileName: "名册.xlsx", sha256: "" },
        ...{ madeAt: begin, state: "staged", summary: "{}" },
      }),
    );
    const isThere = async () => (await service.services.store.read((tx) => tx.staging.importById(id))) !== undefined;
    service.clock.pass({ days: 1 });
    await service.restart();
    assert.ok(await isThere());
    service.clock.pass({ days: 2 });
    await service.restart();
    assert.ok(!(await isThere()));
  });

  it("A12 log a failure by its kind and go on with the next job", async () => {
    const lines: string[] = [];
    const { store } = service.services;
    const broken: Store = {
      read: (work) => store.read(work),
      write: () => Promise.reject(new TypeError("about 13812345678")),
      verifyChain: () => store.verifyChain(),
      close: () => store.close(),
    };
    const jobs = await startJobs({ ...service.services, store: broken }, (line) => void lines.push(line));
    await jobs.stop();
    assert.deepEqual(
      lines.map((line) => JSON.parse(line) as unknown),
      [
        { job: "delete-ended-accounts", failed: "TypeError" },
        { job: "forget-pushes", failed: "TypeError" },
        { job: "sweep-imports", failed: "TypeError" },
      ],
    );
  });
});
