import assert from "node:assert/strict";
import { strFromU8, unzipSync } from "fflate";
import { after, before, describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { personIdOf, postIdOf, unitIdOf } from "#test/environment/small-organisation.ts";
import { ReportHandler, WHY } from "../submission/report-handler.ts";

const TODAY = "2026-06-01" as Day;

for (const db of ["sqlite", "postgres"] as const) {
  describe(`who reported, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let unit: ReportHandler;
    let superior: ReportHandler;

    before(async () => {
      service = await startTestService({ db, different: { ...withSmallForm(), ...(await withoutRecordChecks()) } });
      unit = new ReportHandler(await service.signIn("g1"), "g1");
      superior = new ReportHandler(await service.signIn("c"), "g1");
    });
    after(() => service.close());

    const told = async () => {
      const { unitName, unitCode, furniture } = await superior.view();
      return { unitName, unitCode, maker: furniture.maker, head: furniture.head };
    };

    /** The unit and the committee get other names, and the unit another secretary. */
    const alter = (): Promise<void> =>
      service.services.store.write(async (tx) => {
        const units = (await tx.organisation.unitsOn(TODAY)).filter(({ id }) =>
          [unitIdOf("g1"), unitIdOf("c")].includes(id),
        );
        await tx.organisation.saveUnits(
          units.map((one) => ({ ...one, name: `新${one.name}`, code: `${one.code}-new` })),
        );
        const id = postIdOf("g1-secretary", "secretary");
        const post = (await tx.organisation.posts(TODAY)).find((one) => one.id === id);
        assert.ok(post);
        await tx.organisation.savePosts([{ ...post, personId: personIdOf("b11-m1") }]);
      });

    it("R8 an accepted report names unit, head and maker as they were when it was handed over; opened again it names today's", async () => {
      const then = await told();
      assert.ok(Object.values(then).every((text) => text !== ""));
      await unit.fill();
      assert.equal(await unit.submit(), "done");
      assert.equal(await superior.act("accept"), "done");
      await alter();
      assert.deepEqual(await told(), then);
      assert.deepEqual(await told(), then, "from memory");
      const material = await documentOf("points");
      assert.ok(material.includes(then.unitName) && !material.includes(`新${then.unitName}`));
      assert.equal(await superior.act("unlock"), "done");
      const today = await told();
      assert.deepEqual(
        [today.unitName, today.unitCode, today.maker],
        [`新${then.unitName}`, `${then.unitCode}-new`, `新${then.maker}`],
      );
      assert.notEqual(today.head, then.head);
    });

    const documentOf = async (material: string): Promise<string> => {
      const response = await fetch(`${service.url}/api${unit.path}/materials/${material}?reason=${WHY}`, {
        headers: { Authorization: `Bearer ${unit.client.token ?? ""}` },
      });
      assert.equal(response.status, 200);
      const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
      return strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]+>/g, "");
    };
  });
}
