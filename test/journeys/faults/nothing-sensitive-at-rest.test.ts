import assert from "node:assert/strict";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { Client } from "pg";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { serve } from "#test/environment/command-line.ts";
import { DEMO_PASSWORD, demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { commitImport, RosterImport, strangers } from "./roster-by-import.ts";

const OLD_ID = anIdNumber("1990-03-05", 111);
const NEW_ID = anIdNumber("1990-03-05", 113);
const MADE_ID = anIdNumber("2003-04-05", 114);
const MOBILES = ["13712340001", "13712340002", "13712340003"] as const;
const LANDLINE = "02154320009";
const BRANCH = "机关党政办公室支部";
const UNIT = "unit-0101";
const SEEDED = [OLD_ID, NEW_ID, MADE_ID, ...MOBILES, LANDLINE];

describe("what lies in the service's folder", function () {
  this.timeout(240_000);
  let service: TestService;
  before(async () => {
    service = await startTestService();
  });
  after(() => service.close());

  it("A12 holds no ID number and no phone: not in the database, its journal, the log or a file beside them", async () => {
    const officer = await service.signIn("g1");
    await service.services.store.write((tx) =>
      tx.people.insert([
        aKnownPerson({ id: "lin", unit: "b11", idNumber: OLD_ID, facts: { mobile: MOBILES[0], phone: LANDLINE } }),
      ]),
    );
    const edit = (field: string, value: string, baseRevision = 1) => ({
      ...{ record: "person:lin", field, value, baseRevision },
    });
    const edits = [
      ...[edit("idNumber", NEW_ID), edit("mobile", MOBILES[1]), edit("phone", LANDLINE, 0)],
      // Pasted one column too far: refused, and not remembered either.
      ...[edit("birthDate", OLD_ID), edit("ethnic", MOBILES[0], 0), edit("workStart", ` ${NEW_ID} `, 0)],
    ];
    await officer.ask("POST", "/records/push", { key: "a push of mine", edits });
    await officer.ask("POST", "/records/people/lin/reveal", { field: "idNumber", reason: "介绍信" });
    await officer.ask("POST", "/records/search", { idNumber: NEW_ID, name: "人lin" });
    await officer.ask("POST", "/records/search", { mobile: MOBILES[2] });
    const fields = { name: "新来", idNumber: MADE_ID, mobile: MOBILES[2] };
    const made = { unitId: unitIdOf("b11"), kind: "applicant", from: "2026-01-05", fields };
    await officer.ask("POST", "/records/people", made);
    await officer.refusal("POST", "/records/people", made);
    await officer.ask("GET", `/records/findings?unit=${unitIdOf("g1")}`);

    const names = await holdNone(service.dataFolder, SEEDED);
    assert.ok(names.some((name) => name.endsWith("-wal")));
    for (const value of SEEDED) assert.ok(!service.log.join("\n").includes(value), `the log holds ${value}`);
  });
});

for (const engine of ["sqlite", "postgres"] as const) {
  describe(`what lies there after an import, an export and a crash, on ${engine}`, function () {
    this.timeout(240_000);
    let demo: DemoCopy;
    before(async () => {
      demo = await demoCopy(engine);
    });
    after(() => demo.remove());

    it("A12 holds no ID number and no phone of the roster: not in the database, its journal, the log or a temporary file", async () => {
      const folk = strangers(400_000, { count: 40, branch: BRANCH });
      const seeded = folk.flatMap(({ facts }) => [facts["idNumber"] ?? "-", facts["mobile"] ?? "-"]);
      const temporary = demo.file("temporary");
      await mkdir(temporary);
      const service = await serve({ db: demo.db, environment: { ...demo.environment, TMPDIR: temporary } });
      const client = await service.signIn(demo.account("unit", BRANCH), DEMO_PASSWORD);
      const roster = await RosterImport.of(UNIT, folk.slice(0, 20));
      assert.equal((await commitImport(client, await roster.stage(client))).status, 200);
      const wrong = folk.slice(20, 30).map((one) => ({ ...one, facts: { ...one.facts, birthDate: "1949-10-01" } }));
      const refused = await (await RosterImport.of(UNIT, wrong)).stage(client);
      assert.equal(refused.counts.refused, wrong.length, JSON.stringify(refused.counts));
      const reason = encodeURIComponent("年度核对");
      const list = await client.call("GET", `/records/rosters/members/output?unit=${UNIT}&reason=${reason}`);
      assert.equal(list.status, 200, list.text);
      const open = await (await RosterImport.of(UNIT, folk.slice(30))).stage(client);
      const committing = commitImport(client, open).catch(() => null);
      await service.kill();
      await committing;

      await holdNone(demo.folder, seeded);
      if (engine === "postgres") await databaseHoldsNone(demo.db, seeded);
      const { err } = await service.stop();
      for (const value of seeded) assert.ok(!err.includes(value), `the log holds ${value}`);
    });
  });
}

/** @returns the names of the files that were looked through. */
async function holdNone(folder: string, seeded: readonly string[]): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = all.filter((one) => one.isFile());
  for (const file of files) {
    const bytes = await readFile(join(file.parentPath, file.name));
    for (const value of seeded) assert.ok(!bytes.includes(value), `${file.name} holds ${value}`);
  }
  return files.map(({ name }) => name);
}

/** Every row of every table, as text. */
async function databaseHoldsNone(db: string, seeded: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: db });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    assert.ok(rows.length > 20);
    for (const { name } of rows) {
      const found = await client.query<{ text: string }>(`select t::text as text from "${name}" t`);
      const text = found.rows.map((row) => row.text).join("\n");
      for (const value of seeded) assert.ok(!text.includes(value), `${name} holds ${value}`);
    }
  } finally {
    await client.end();
  }
}
