import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import type { OpeningAnswer } from "#core/protocol/report/report-opening.ts";
import { withoutRecordChecks, withSmallForm } from "#test/builders/report-form.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { ReportHandler, WHY } from "../submission/report-handler.ts";

const CHECK = "D-1";
/** Last year's numbers; A5 is what A1 to A3 come to. */
const VALUES = { "1!A1": 10, "1!A2": 2, "1!A3": 1, "1!A4": 11, "1!A5": 99 };

for (const db of ["sqlite", "postgres"] as const) {
  describe(`what a report is checked against, on ${db}`, function () {
    this.timeout(240_000);
    let service: TestService;
    let unit: ReportHandler;
    let superior: ReportHandler;
    let later: ReportHandler;
    let rehearsal: ReportHandler;

    before(async () => {
      service = await startTestService({ db, different: { ...withSmallForm(), ...(await withoutRecordChecks()) } });
      unit = new ReportHandler(await service.signIn("g1"), "g1");
      later = new ReportHandler(unit.client, "g1", "2026-12-31");
      superior = new ReportHandler(await service.signIn("c"), "g1");
      rehearsal = new ReportHandler(superior.client, "g1", "2025-06-01");
    });
    after(() => service.close());

    const opening = (values: object, reason = WHY) => ({ year: 2024, reason, values });
    const replaced = async (values: object) => {
      const path = `${unit.path}/opening`;
      const { base } = await unit.client.ask<OpeningAnswer>("POST", path, { ...opening(values), dryRun: true });
      return await unit.act("opening", { ...opening(values), base });
    };
    const opened = async () =>
      (await service.services.store.read((tx) => tx.reports.openings({ unitId: unitIdOf("g1"), year: 2024 })))[0];
    const logged = async (action: string) => {
      const entries = await service.services.store.read((tx) => tx.audit.entries({ most: 50, record: unit.record }));
      return entries.find((one) => one.action === action)?.fields.map(({ field, old, new: now }) => [field, old, now]);
    };

    it("R14 opening figures are numbers that could have been typed, and what the form computes is computed", async () => {
      for (const wrong of [-1, 1.5, 1e300, 1_000_000_000])
        assert.equal(await unit.act("opening", opening({ "1!A1": wrong })), "report-value-wrong", String(wrong));
      assert.equal(await unit.act("opening", opening({ "1!A5": 1e300 })), "report-value-wrong");
      assert.equal(await unit.act("opening", opening({ "1!A9": 1 })), "report-cell-unknown");
      assert.equal(await unit.act("opening", opening({ "1!A1": 10, "1!A5": 12 })), "done");
      assert.deepEqual((await opened())?.values, { "1!A1": 10, "1!A5": 12 }, "a sum without its parts stays");
      assert.equal(await replaced(VALUES), "done");
      assert.deepEqual((await opened())?.values, { ...VALUES, "1!A5": 11 });
    });

    it("A15 the log tells old and new of opening figures and exemptions", async () => {
      assert.equal(await replaced({ ...VALUES, "1!A4": 12 }), "done");
      assert.deepEqual(await logged("load-opening"), [["opening.2024.1!A4", "11", "12"]]);
      const [first, second] = ["两表口径不同，已核对名册", "合并造成两表不同，已核对"];
      assert.equal(await superior.act("exempt", { check: CHECK, reason: first }), "done");
      assert.equal(await superior.act("exempt", { check: CHECK, reason: second }), "done");
      assert.deepEqual(await logged("exempt"), [[`exemption.${CHECK}`, first, second]]);
      await superior.client.ask("DELETE", `${superior.path}/exempt?check=${CHECK}`);
      assert.deepEqual(await logged("unexempt"), [[`exemption.${CHECK}`, second, null]]);
    });

    it("R8 neither opening figures nor exemptions change under a report that was handed over", async () => {
      await superior.act("exempt", { check: CHECK, reason: "两表口径不同，已核对名册" });
      await unit.fill();
      assert.equal(await unit.submit(), "done");
      assert.equal(await later.act("opening", opening({ "1!A4": 13 })), "report-frozen");
      assert.equal((await opened())?.values["1!A4"], 12);
      for (const one of [superior, rehearsal]) {
        assert.equal(await one.act("exempt", { check: CHECK, reason: WHY }), "report-frozen");
        const dropped = await one.client.refusal("DELETE", `${one.path}/exempt?check=${CHECK}`);
        assert.equal(dropped.code, "report-frozen");
      }
      assert.equal(await later.act("opening", { ...opening({ "1!A4": 13 }), year: 2023 }), "done", "nobody reads it");
      assert.equal(await unit.act("withdraw"), "done");
    });

    it("R8 whatever a superior is shown of it makes it seen, with a read-only account as well", async () => {
      await service.alterAccount("c", { permission: "read-only" });
      for (const shown of [
        "cell?cell=1!A1",
        "compare?year=2024",
        "drill?cell=1!A4",
        "contrast?first=1!A4&second=2!A1",
      ]) {
        assert.equal(await unit.submit(), "done", shown);
        await unit.client.ask("GET", `${unit.path}/${shown}`);
        assert.equal(await unit.act("withdraw"), "done", "its own looking marks nothing");
        assert.equal(await unit.submit(), "done", shown);
        await superior.client.ask("GET", `${superior.path}/${shown}`);
        assert.equal(await unit.act("withdraw"), "report-seen-already", shown);
        await service.alterAccount("c", { permission: "read-write" });
        assert.equal(await superior.act("return", { reason: WHY, remarks: [] }), "done");
        await service.alterAccount("c", { permission: "read-only" });
      }
      await service.alterAccount("c", { permission: "read-write" });
    });

    it("R3 a text that no database keeps is a bad request", async () => {
      for (const text of ["名单附后\u0000，已经核对", "名单附后\ud800，已经核对"]) {
        assert.equal(await unit.act("explain", { check: CHECK, line: "", text }), "bad-request");
        assert.equal(await superior.act("exempt", { check: CHECK, reason: text }), "bad-request");
        assert.equal(await superior.act("return", { reason: WHY, remarks: [{ cell: "1!A1", text }] }), "bad-request");
        assert.equal(await unit.act("opening", opening(VALUES, text)), "bad-request");
        const edit = { record: unit.record, field: "1!A4", baseRevision: 0, value: 3, reason: text };
        const body = { key: `a text of nobody ${text.length} ${text.codePointAt(4) ?? 0}`, edits: [edit] };
        assert.equal((await unit.client.refusal("POST", "/reports/push", body)).code, "bad-request");
        const typed = { ...edit, reason: WHY, value: text };
        const answer = await unit.client.call("POST", "/reports/push", { body: { ...body, edits: [typed] } });
        assert.equal(answer.status, 200);
      }
    });

    it("R9 an account that may only read hands nothing over: the superior does", async () => {
      assert.equal((await superior.view()).may.submit, false);
      for (const name of ["g1", "g1-secretary", "g1-deputy"]) await service.alterAccount(name, { state: "disabled" });
      assert.equal((await superior.view()).may.submit, true);
      for (const name of ["g1", "g1-secretary", "g1-deputy"]) await service.alterAccount(name, { state: "active" });
    });

    it("A5 R9 an account whose term is over hands nothing over any more: the superior does", async () => {
      const [over, lasting] = [
        { kind: "short-term", from: null, to: "2020-01-01" as Day },
        { kind: "long-term", from: null, to: null },
      ] as const;
      for (const name of ["g1", "g1-secretary", "g1-deputy"]) await service.alterAccount(name, { term: over });
      assert.equal((await superior.view()).may.submit, true);
      await service.alterAccount("g1-deputy", { term: lasting });
      assert.equal((await superior.view()).may.submit, false);
      for (const name of ["g1", "g1-secretary"]) await service.alterAccount(name, { term: lasting });
    });
  });
}
