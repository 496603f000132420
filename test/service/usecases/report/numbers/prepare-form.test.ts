import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Store, StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { viewReport } from "#service/usecases/report/entry/view-report.ts";
import { createKeptReports } from "#service/usecases/report/numbers/kept-reports.ts";
import type { Services } from "#service/usecases/services.ts";
import { reportedPeople } from "#test/builders/reported-people.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { callerOf, reportOf } from "../report-asking.ts";

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
