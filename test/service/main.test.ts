import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { refusalOf } from "#test/environment/http-client.ts";
import { startTestService } from "#test/environment/running-service.ts";

describe("the service", () => {
  it("lets requests under way end before it stops, and takes no new ones", async () => {
    const service = await startTestService();
    const underWay = service.trySignIn("b11", "wrong");
    // The request has arrived when argon2 is at work.
    await new Promise((resolve) => setTimeout(resolve, 10));
    const [answer] = await Promise.all([underWay, service.close()]);
    assert.equal(refusalOf(answer).code, "sign-in-failed");
    await assert.rejects(fetch(`${service.url}/api/health`));
  });

  it("A7 remembers sessions over a restart, and A15 its chain", async () => {
    const service = await startTestService();
    const client = await service.signIn("b11");
    await service.restart();
    const again = await fetch(`${service.url}/api/session`, {
      headers: { Authorization: `Bearer ${client.token ?? ""}` },
    });
    assert.equal(again.status, 200);
    assert.equal((await service.services.store.verifyChain()).code, "intact");
    await service.close();
  });

  it("A10 listens on this machine only unless told otherwise", async () => {
    const service = await startTestService({ empty: true });
    assert.equal(new URL(service.url).hostname, "127.0.0.1");
    await service.close();
  });
});
