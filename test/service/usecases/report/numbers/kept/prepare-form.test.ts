import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { PushEdit } from "#core/protocol/push.ts";
import { reportRecord } from "#core/report/key/report-key.ts";
import type { Store, StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { pushReportEdits } from "#service/usecases/report/entry/push-report-edits.ts";
import { viewReport } from "#service/usecases/report/entry/view-report.ts";
import { createKeptReports } from "#service/usecases/report/numbers/kept/kept-reports.ts";
import { handOver } from "#service/usecases/report/submission/hand-over.ts";
import type { Services } from "#service/usecases/services.ts";
import { reportedPeople } from "#test/builders/reported-people.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { callerOf, reportOf } from "#test/service/usecases/report/report-asking.ts";

const ON = "2026-12-31";
/** More than SQLite has connections for those who read. */
const MANY = 9;

for (const db of ["sqlite", "postgres"] as const)
  describe(`reports that nobody counted yet, on ${db}`, function () {
    this.timeout(120_000);
    let service: TestService;
    let caller: Caller;

    before(async () => {
      service = await startTestService({ db });
      caller = await callerOf(service, await service.signIn("g1"));
      await service.services.store.write((tx) => tx.people.insert([1, 2].flatMap(reportedPeople)));
    });
    after(() => service.close());

    /** A process that has counted nothing, whose counts wait for `door`. */
    const cold = (door: Door): Services => ({
      ...service.services,
      reports: createKeptReports(),
      store: behindDoor(service.services.store, door),
    });
    const view = async (services: Services, on = ON): Promise<unknown> => {
      const answer = await viewReport(services, caller, reportOf("g1", on));
      assert.ok(answer.ok);
      return answer.value.tables;
    };

    it("R2 R10 many who ask at once get the same numbers, counted once; who reads and writes meanwhile does not wait", async () => {
      const door = new Door();
      const services = cold(door);
      const asking = Array.from({ length: MANY }, () => view(services));
      await door.reached;
      const head = await services.store.read((tx) => tx.audit.head());
      await services.store.write((tx) => tx.people.insert(reportedPeople(3)));
      assert.ok((await services.store.read((tx) => tx.audit.head())).number >= head.number);
      door.open();
      const answers = await Promise.all(asking);
      assert.equal(door.passed, 1);
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
      assert.deepEqual(await view(services), answers[0]);
      assert.equal(door.passed, 1);
    });

    it("R10 R12 forms of different days are counted one after the other", async () => {
      const door = new Door();
      const services = cold(door);
      door.open();
      await Promise.all([ON, "2026-06-01", "2026-06-02"].map((on) => view(services, on)));
      assert.deepEqual([door.passed, door.most], [3, 1]);
    });

    it("R3 R8 R10 nothing is counted for who may not change or hand over the report, nor for a push over many reports", async () => {
      const door = new Door();
      door.open();
      const services = cold(door);
      const reader = await callerOf(service, await service.signIn("g1-reader"));
      const edits = Array.from({ length: 9 }, (_, day): PushEdit => {
        const record = reportRecord(reportOf("g1", `2026-06-1${day}`));
        return { record, field: "40!B1", baseRevision: 0, value: 1 };
      });
      const push = (by: Caller, some: readonly PushEdit[]) =>
        pushReportEdits(services, by, { key: `a push of ${by.account.id}`, edits: [...some] });
      const refused = await push(reader, edits.slice(0, 1));
      assert.ok(refused.ok && refused.value.outcomes[0]?.result === "refused");
      const tooMany = await push(caller, edits);
      assert.ok(!tooMany.ok && tooMany.refusal.code === "bad-request");
      const handed = await handOver(services, reader, {
        key: reportOf("g1", "2026-06-19"),
        pushKey: "hand over by a reader",
      });
      assert.ok(!handed.ok && handed.refusal.code === "read-only");
      assert.equal(door.passed, 0);
      const done = await push(caller, edits.slice(0, 1));
      assert.deepEqual([done.ok && done.value.outcomes[0]?.result, door.passed], ["accepted", 1]);
    });

    it("R10 a count that fails fails for those who waited, and is begun anew by the next", async () => {
      const door = new Door();
      const services = cold(door);
      const asking = [view(services), view(services)];
      await door.reached;
      door.fail(new Error("the connection broke"));
      for (const { status } of await Promise.allSettled(asking)) assert.equal(status, "rejected");
      door.open();
      assert.ok(await view(services));
      assert.equal(door.passed, 1);
    });
  });

/** In front of everybody's records. */
class Door {
  passed = 0;
  most = 0;
  #inside = 0;
  #reach: () => void = () => undefined;
  #let: () => void = () => undefined;
  #refuse: (why: Error) => void = () => undefined;
  readonly reached = new Promise<void>((resolve) => (this.#reach = resolve));
  #opened = this.#shut();

  open(): void {
    this.#let();
    this.#opened = Promise.resolve();
  }

  fail(why: Error): void {
    this.#refuse(why);
    this.#opened = this.#shut();
  }

  async pass(work: () => Promise<void>): Promise<void> {
    this.#reach();
    await this.#opened;
    this.#inside += 1;
    this.most = Math.max(this.most, this.#inside);
    await work();
    this.#inside -= 1;
    this.passed += 1;
  }

  #shut(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#let = resolve;
      this.#refuse = reject;
    });
  }
}

function behindDoor(store: Store, door: Door): Store {
  const behind = (tx: StoreReads): StoreReads => ({
    ...tx,
    populations: {
      ...tx.populations,
      peopleAfter: (day, visit) => door.pass(() => tx.populations.peopleAfter(day, visit)),
    },
  });
  return { ...store, read: (work) => store.read((tx) => work(behind(tx))) };
}
