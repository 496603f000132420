import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { resetTopAccount } from "#service/usecases/account/reset-top-account.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";

describe("a forgotten password at the top", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService();
  });
  after(async () => {
    await service.close();
  });

  const reset = (accountName: string) =>
    resetTopAccount(service.services, { accountName, reason: "密码遗失，经主管领导批准" });

  it("A0 a root account gets a one-time password, and its sessions end", async () => {
    const before = await service.signIn("officer");
    const slip = await reset("officer");
    assert.ok(slip.ok);
    assert.equal((await before.call("GET", "/session")).status, 401);
    assert.equal((await service.trySignIn("officer", slip.value.oneTimePassword)).status, 201);
  });

  it("A4 nobody else is reset past his maker, and an unknown account looks the same", async () => {
    for (const name of ["b11-m1", "g1", "nobody"]) {
      assert.deepEqual(await reset(name), { ok: false, refusal: { code: "not-found" } });
    }
  });

  it("A15 it is in the audit with its reason", async () => {
    const entries = await service.services.store.read((tx) => tx.audit.entries({ most: 50 }));
    assert.ok(
      entries.some(({ action, why, from }) => action === "reset-account" && from === "cli" && why.includes("批准")),
    );
  });
});
