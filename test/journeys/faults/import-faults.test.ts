/**
 * An import that meets what can happen to it: killed while it is read and while it is committed, committed from two desks at
 * once, and a disk without room. Everything of a roster is in the records or nothing, and the same file completes it.
 */
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { after, before, describe, it } from "mocha";
import type { ImportView } from "#core/protocol/records/imports.ts";
import { serve, taizhangHere } from "#test/environment/command-line.ts";
import { DEMO_PASSWORD, demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { refusalOf, type Answer } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { commitImport, RosterImport, strangers } from "./roster-by-import.ts";

const BRANCH = "机关党政办公室支部";
const UNIT = "unit-0101";
const PEOPLE = 800;
/** For the journal: enough to sign in, too little for so many people. */
const ROOM = 512 * 1_024;

for (const engine of ["sqlite", "postgres"] as const) {
  describe(`an import that is killed, on ${engine}`, function () {
    this.timeout(300_000);
    let demo: DemoCopy;
    let account: string;
    before(async () => {
      demo = await demoCopy(engine);
      account = demo.account("unit", BRANCH);
    });
    after(() => demo.remove());

    const recorded = (roster: RosterImport): Promise<number> => demo.behind(({ store }) => roster.recorded(store));
    const intact = async (): Promise<void> =>
      assert.match((await taizhangHere(demo, "audit", "verify")).out, /^intact/);

    it("W8 while it is read: nothing is in the records, and the same file completes", async () => {
      const roster = await RosterImport.of(UNIT, strangers(100_000, { count: PEOPLE, branch: BRANCH }));
      for (const delay of [100, 400]) {
        const service = await serve(demo);
        const client = await service.signIn(account, DEMO_PASSWORD);
        await roster.inspect(client);
        const staging = roster.stage(client).catch(() => null);
        await wait(delay);
        await service.kill();
        // However fast the machine is: so many are not read in so little time.
        if (delay === 100) assert.equal(await staging, null);
        await staging;
        assert.equal(await recorded(roster), 0);
      }
      const again = await serve(demo);
      try {
        const client = await again.signIn(account, DEMO_PASSWORD);
        const staged = await roster.stage(client);
        assert.equal(staged.counts.new, PEOPLE, JSON.stringify(staged.counts));
        assert.equal((await commitImport(client, staged)).status, 200);
      } finally {
        await again.stop();
      }
      assert.equal(await recorded(roster), PEOPLE);
      await intact();
    });

    it("W8 while it is committed: all of it is in the records or nothing, and asking again completes it once", async () => {
      let service = await serve(demo);
      try {
        for (const [round, delay] of [10, 90].entries()) {
          const folk = strangers(200_000 + round * PEOPLE, { count: PEOPLE, branch: BRANCH });
          const roster = await RosterImport.of(UNIT, folk);
          const client = await service.signIn(account, DEMO_PASSWORD);
          const staged = await roster.stage(client);
          const committing = commitImport(client, staged).catch(() => null);
          await wait(delay);
          await service.kill();
          const answer = await committing;
          const found = await recorded(roster);
          assert.ok(found === 0 || found === PEOPLE, `${String(found)} of ${String(PEOPLE)} after ${String(delay)} ms`);
          if (answer !== null) assert.equal(found, PEOPLE, "acknowledged and lost");
          service = await serve(demo);
          const again = await commitImport(await service.signIn(account, DEMO_PASSWORD), staged);
          assert.deepEqual([again.status, (again.body as ImportView).state], [200, "committed"], again.text);
          await doneOnce(staged, roster);
        }
      } finally {
        await service.stop();
      }
      await intact();
    });

    async function doneOnce({ id }: ImportView, roster: RosterImport): Promise<void> {
      const record = `import:${id}`;
      await demo.behind(async ({ store }) => {
        assert.equal(await roster.recorded(store), PEOPLE);
        const entries = await store.read((tx) => tx.audit.entries({ most: 10, record }));
        assert.equal(entries.filter(({ outcome }) => outcome === "done").length, 1);
      });
    }
  });

  describe(`one import from two desks at once, on ${engine}`, function () {
    this.timeout(240_000);
    let service: TestService;
    before(async () => {
      service = await startTestService({ db: engine });
    });
    after(() => service.close());

    const folk = (first: number) => strangers(first, { count: 30, branch: "机关第一党支部" });

    it("W8 the same roster staged twice: one desk has it, the other is told who was first, and nobody is doubled", async () => {
      const roster = await RosterImport.of(unitIdOf("g1"), folk(1));
      const desks = [await service.signIn("g1"), await service.signIn("g1")] as const;
      const staged = [await roster.stage(desks[0]), await roster.stage(desks[1])] as const;
      const answers: readonly Answer[] = await Promise.all([
        commitImport(desks[0], staged[0]),
        commitImport(desks[1], staged[1]),
      ]);
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
      const late = answers.find(({ status }) => status === 409);
      assert.deepEqual(late && refusalOf(late), { code: "import-overtaken", changed: 0, doubled: 30 });
      assert.equal(await roster.recorded(service.services.store), 30);
    });

    it("W8 one staged import confirmed twice: done once, and both desks see it done", async () => {
      const roster = await RosterImport.of(unitIdOf("g1"), folk(1_001));
      const desks = [await service.signIn("g1"), await service.signIn("g1")] as const;
      const staged = await roster.stage(desks[0]);
      const answers = await Promise.all(desks.map((desk) => commitImport(desk, staged)));
      assert.deepEqual(
        answers.map(({ status, body }) => [status, (body as ImportView).state]),
        [
          [200, "committed"],
          [200, "committed"],
        ],
      );
      const record = `import:${staged.id}`;
      const entries = await service.services.store.read((tx) => tx.audit.entries({ most: 10, record }));
      assert.equal(entries.length, 1);
    });
  });
}

describe("an import that finds the disk full", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  before(async () => {
    demo = await demoCopy();
  });
  after(() => demo.remove());

  it("is refused with disk-full, nothing of it is in the records, and completes when there is room again", async () => {
    const account = demo.account("unit", BRANCH);
    const roster = await RosterImport.of(UNIT, strangers(300_000, { count: PEOPLE, branch: BRANCH }));
    const wide = await serve(demo);
    const staged = await roster.stage(await wide.signIn(account, DEMO_PASSWORD));
    await wide.stop();

    const narrow = await serve({ db: demo.db, environment: demo.environment, mostFileBytes: ROOM });
    try {
      const cramped = await narrow.signIn(account, DEMO_PASSWORD);
      const refused = await commitImport(cramped, staged);
      assert.deepEqual([refused.status, refusalOf(refused).code], [507, "disk-full"], refused.text);
      assert.equal((await cramped.call("GET", "/health")).status, 200);
    } finally {
      await narrow.stop();
    }
    assert.equal(await demo.behind(({ store }) => roster.recorded(store)), 0);

    const again = await serve(demo);
    try {
      const done = await commitImport(await again.signIn(account, DEMO_PASSWORD), staged);
      assert.deepEqual([done.status, (done.body as ImportView).state], [200, "committed"], done.text);
    } finally {
      await again.stop();
    }
    assert.equal(await demo.behind(({ store }) => roster.recorded(store)), PEOPLE);
    assert.match((await taizhangHere(demo, "audit", "verify")).out, /^intact/);
  });
});
