import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { AuditListed, AuditVerdict } from "#core/protocol/audit.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";

describe("the audit, for the auditor", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService();
  });
  after(() => service.close());

  it("A15 lists who did what, newest first, page by page", async () => {
    await service.signIn("b11");
    const auditor = await service.signIn("auditor");
    const [latest, earlier] = await auditor.ask<readonly AuditListed[]>("GET", "/audit?most=2");
    assert.deepEqual(
      [latest?.action, latest?.accountId, latest?.holder],
      ["sign-in", service.accountId("auditor"), "auditor 管理员"],
    );
    assert.equal(earlier?.accountId, service.accountId("b11"));
    const page = await auditor.ask<readonly AuditListed[]>("GET", `/audit?from=${(latest?.number ?? 0) - 1}&most=1`);
    assert.deepEqual(page, [earlier]);
    const ofOne = await auditor.ask<readonly AuditListed[]>("GET", `/audit?accountId=${service.accountId("b11")}`);
    assert.deepEqual(ofOne, [earlier]);
  });

  it("A12 shows that a sensitive value changed and never the value", async () => {
    const client = await service.signIn("b11-m1");
    await client.ask("PATCH", "/me", { phone: "13912345678" });
    const auditor = await service.signIn("auditor");
    const answer = await auditor.call("GET", "/audit?most=5");
    const changed = (answer.body as readonly AuditListed[]).find(({ action }) => action === "change-phone");
    assert.deepEqual(changed?.fields, [{ field: "phone", old: null, new: null, hidden: true }]);
    assert.equal(answer.text.includes("13912345678"), false);
  });

  it("A15 verifies the chain, and that somebody looked is an entry itself", async () => {
    const auditor = await service.signIn("auditor");
    const verdict = await auditor.ask<AuditVerdict>("POST", "/audit/verify");
    assert.equal(verdict.code, "intact");
    const [entry] = await auditor.ask<readonly AuditListed[]>("GET", "/audit?most=1");
    assert.deepEqual([entry?.action, entry?.why], ["verify-audit", "intact"]);
  });
});
