import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { aKnownPerson, anIdNumber } from "#test/builders/known-people.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

const OLD_ID = anIdNumber("1990-03-05", 111);
const NEW_ID = anIdNumber("1990-03-05", 113);
const MADE_ID = anIdNumber("2003-04-05", 114);
const MOBILES = ["13712340001", "13712340002", "13712340003"] as const;
const LANDLINE = "02154320009";
const SEEDED = [OLD_ID, NEW_ID, MADE_ID, ...MOBILES, LANDLINE];

describe("what lies in the service's folder", function () {
  this.timeout(60_000);
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

    const files = (await readdir(service.dataFolder, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    assert.ok(files.some(({ name }) => name.endsWith("-wal")));
    for (const file of files) {
      const bytes = await readFile(join(file.parentPath, file.name));
      for (const value of SEEDED) assert.ok(!bytes.includes(value), `${file.name} holds ${value}`);
    }
    for (const value of SEEDED) assert.ok(!service.log.join("\n").includes(value), `the log holds ${value}`);
  });
});
