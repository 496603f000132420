import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { startTestService, type TestService } from "#test/environment/running-service.ts";

describe("sign-in", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService();
  });
  after(() => service.close());
  it("A1 opens", async () => {
    const client = await service.signIn("b11-secretary");
    assert.equal(client.me.posts.length, 2);
    console.log(client.me, await client.ask("GET", "/me"));
  });
});
