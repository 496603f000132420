import assert from "node:assert/strict";
import fc from "fast-check";
import { after, before, describe, it } from "mocha";
import type { ReportCellCard } from "#core/protocol/report/report-tracing.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { OfficerAtReport } from "./officer-at-report.ts";

/** Two that are filled by hand and one that is generated. */
const CELLS = ["40!B1", "40!I1", "1!A16"] as const;
const REASON = "年底前补办手续的党员计入本年";

interface Typed {
  readonly by: number;
  readonly cell: (typeof CELLS)[number];
  readonly value: number | null;
  /** Based on what the cell was when its officer last looked, or on something older. */
  readonly fresh: boolean;
}

const TYPED: fc.Arbitrary<Typed> = fc.record({
  by: fc.nat(1),
  cell: fc.constantFrom(...CELLS),
  value: fc.option(fc.integer({ min: 500, max: 509 })),
  fresh: fc.boolean(),
});

for (const db of ["sqlite", "postgres"] as const) {
  describe(`pushes in any order, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let officers: readonly OfficerAtReport[];
    before(async () => {
      service = await startTestService({ db });
      const clients = await Promise.all(["g1", "c"].map((name) => service.signIn(name)));
      officers = clients.map((client) => new OfficerAtReport(client, "g1"));
    });
    after(() => service.close());

    const officer = (by: number): OfficerAtReport => officers[by] ?? assert.fail(`no officer ${by}`);
    const card = (cell: string) => officer(0).client.ask<ReportCellCard>("GET", `${officer(0).path}/cell?cell=${cell}`);

    it("W3 W9 every accepted number has a revision of its own and a line in the history; nothing else is written", async () => {
      let accepted = 0;
      const revisions = new Map<string, number>();
      const play = async (batch: readonly Typed[]): Promise<void> => {
        const outcomes = await Promise.all(
          batch.map(({ by, cell, value, fresh }) => {
            const base = revisions.get(cell) ?? 0;
            const baseRevision = fresh ? base : Math.max(0, base - 1);
            return officer(by).push(officer(by).edit(cell, value, { baseRevision, reason: REASON }));
          }),
        );
        for (const [index, [outcome]] of outcomes.entries()) {
          const { cell, fresh } = batch[index] ?? assert.fail("an outcome too many");
          const base = revisions.get(cell) ?? 0;
          if (outcome?.result === "accepted") {
            assert.ok(fresh || base === 0, `${cell} was written over a revision that its officer had not seen`);
            assert.ok(outcome.revision > base);
            accepted += 1;
          }
        }
        for (const cell of CELLS) revisions.set(cell, (await card(cell)).revision);
      };
      await fc.assert(
        fc.asyncProperty(fc.array(TYPED, { minLength: 1, maxLength: 4 }), play),
        // A run goes on where the last one ended, so nothing can be made smaller.
        { numRuns: 25, endOnFailure: true },
      );
      const written = [...revisions.values()].reduce((sum, revision) => sum + revision, 0);
      assert.equal(written, accepted);
      for (const cell of CELLS) {
        const { history, revision } = await card(cell);
        assert.equal(history.length, revision, cell);
        const shown = await officer(0).cell(cell);
        const last = history[0]?.value ?? null;
        if (last !== null) assert.equal(String(shown.value), last);
        assert.equal((await officer(0).cell(cell)).override !== undefined, cell === "1!A16" && last !== null);
      }
    });
  });
}
