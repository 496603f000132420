import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { ROUTES } from "#service/http/route-table.ts";
import type { Answer, HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { FOREIGN_LEDGER, saveForeignThings } from "./route-samples.ts";

const WHY = "上级检查需要";
const REASON = `reason=${encodeURIComponent(WHY)}`;
const UNIT = unitIdOf("g1");
const REPORT = `/reports/2017/${UNIT}/2026-12-31`;
const STANDING = `year=2026&level=branch&templateId=template-published&unitId=${UNIT}`;

/** Holds what a page shows, masked as there: whoever may read it takes it out, for a reason. */
const READ: Readonly<Record<string, string>> = {
  "GET /ledgers/:ledger/output/:format": `/ledgers/${FOREIGN_LEDGER.id}/output/xlsx?`,
  "GET /standings/output/:format": `/standings/output/xlsx?${STANDING}&`,
  "GET /records/rosters/:list/output": `/records/rosters/members/output?unit=${UNIT}&`,
  "GET /records/questions/output": `/records/questions/output?unit=${UNIT}&condition=&`,
  "GET /reports/:set/:unit/:on/output": `${REPORT}/output?`,
  "GET /reports/:set/:unit/:on/output/findings": `${REPORT}/output/findings?`,
  "GET /reports/:set/:unit/:on/output/comparison": `${REPORT}/output/comparison?year=2025&`,
  "GET /reports/:set/:unit/:on/materials/points": `${REPORT}/materials/points?`,
  "GET /reports/:set/:unit/:on/materials/lists": `${REPORT}/materials/lists?`,
};

/** Acts of a procedure, full numbers by rule (A12), and a form that is only good for filling in: for whoever works with the unit. */
const WORK: Readonly<Record<string, { readonly path: string; readonly body?: object }>> = {
  "POST /records/archives": { path: "/records/archives", body: { unitId: UNIT, list: "members", reason: WHY } },
  "POST /records/plans/list": { path: "/records/plans/list", body: { unitId: UNIT, year: 2027, reason: WHY } },
  "POST /records/transfers/workbook": {
    path: "/records/transfers/workbook",
    body: { reason: WHY, transfers: ["nothing-has-this-id"] },
  },
  "GET /reports/:set/:unit/:on/opening/book": { path: `${REPORT}/opening/book?year=2025&${REASON}` },
};
/** The letter itself is asked of by its own tests: nobody has one here. */
const LETTER = "GET /records/transfers/:transfer/letter";

describe("what leaves the service", function () {
  this.timeout(120_000);
  let service: TestService;
  let reader: HttpClient;

  before(async () => {
    service = await startTestService();
    await saveForeignThings(service.services);
    reader = await service.signIn("c");
    await service.alterAccount("c", { permission: "read-only" });
  });
  after(() => service.close());

  const taken = (path: string): Promise<Answer> => reader.call("GET", path);

  it("A13 every way out is known, with what it asks of whom", () => {
    const out = /output|opening\/book|\/materials\/|archives|plans\/list|transfers\/workbook|letter$/u;
    const found = ROUTES.map(({ method, path }) => `${method} ${path}`).filter(
      (name) => out.test(name) && name !== "POST /reports/:set/:unit/:on/opening/book",
    );
    assert.deepEqual(found.toSorted(), [...Object.keys(READ), ...Object.keys(WORK), LETTER].toSorted());
  });

  for (const [name, path] of Object.entries(READ))
    it(`A13 A9 ${name}: whoever may read takes out, with a reason, which is logged`, async () => {
      assert.equal((await taken(path.slice(0, -1))).status, 400, "without a reason");
      const answer = await taken(`${path}${REASON}`);
      assert.equal(answer.status, 200, answer.text.slice(0, 200));
      const [entry] = await service.services.store.read((tx) => tx.audit.entries({ most: 1 }));
      assert.deepEqual([entry?.action, entry?.why], ["export", WHY]);
      assert.ok(["filter", "records", "sha256"].every((field) => entry?.fields.some((one) => one.field === field)));
    });

  for (const [name, { path, body }] of Object.entries(WORK))
    it(`A13 A9 ${name}: not for an account that may only read`, async () => {
      const [method = ""] = name.split(" ");
      const answer = await reader.call(method, path, body ? { body } : {});
      assert.deepEqual([answer.status, answer.body], [403, { refusal: { code: "read-only" } }]);
    });
});
