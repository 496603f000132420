import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import { loadUnitEntities } from "#service/usecases/report/numbers/load-unit-entities.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

const FIRST = { on: "2023-12-20", term: "3", due: "2026-12-20" };
const AGAIN = { on: "2027-01-08", term: "3", due: "2030-01-08" };

describe("dated lists of units in a report", function () {
  this.timeout(120_000);
  let service: TestService;

  before(async () => {
    service = await startTestService({ db: "sqlite" });
    await service.services.store.write(async (tx) => {
      const [known] = await tx.units.records([unitIdOf("b11")]);
      assert.ok(known);
      const facts = { ...known.facts, electedOn: AGAIN.on, electionTerm: AGAIN.term, electionDue: AGAIN.due };
      const written = { ...known, facts, lists: { elections: [FIRST, AGAIN] }, version: known.version + 1 };
      await tx.units.saveRecords([written]);
    });
  });
  after(() => service.close());

  const dueOn = async (day: string, change?: (record: UnitRecord) => UnitRecord): Promise<string | undefined> =>
    await service.services.store.read(async (tx) => {
      const [known] = await tx.units.records([unitIdOf("b11")]);
      const instead = known && change?.(known);
      const asked = { asks: new Set<string>(), catalogue: service.services.catalogue, ...(instead && { instead }) };
      const units = await loadUnitEntities(tx, day as Day, asked);
      return units.find(({ id }) => id === unitIdOf("b11"))?.facts["electionDue"];
    });

  it("R1 a unit elected anew after the reporting date is due as it was on that day (24!A2)", async () => {
    assert.equal(await dueOn("2026-12-31"), FIRST.due);
    assert.equal(await dueOn("2027-12-31"), AGAIN.due);
  });

  it("R12 a unit's record as it would be is read on the day too", async () => {
    const change = (record: UnitRecord): UnitRecord => ({
      ...record,
      lists: { elections: [{ ...FIRST, due: "2027-06-30" }, AGAIN] },
    });
    assert.equal(await dueOn("2026-12-31", change), "2027-06-30");
    assert.equal(await dueOn("2026-12-31"), FIRST.due);
  });
});
