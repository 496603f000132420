import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import type { Me } from "#core/protocol/session.ts";
import { refusalOf } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { postIdOf } from "#test/environment/small-organisation.ts";

describe("a session", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService();
  });
  after(() => service.close());

  it("A7 is over after 15 idle minutes", async () => {
    const client = await service.signIn("b11");
    service.clock.pass({ minutes: 14 });
    await client.ask("GET", "/session");
    service.clock.pass({ minutes: 14 });
    await client.ask("GET", "/session");
    service.clock.pass({ minutes: 15 });
    assert.deepEqual(await client.refusal("GET", "/session"), { code: "session-over", why: "idle" });
  });

  it("A7 is over after 8 hours, however busy", async () => {
    const client = await service.signIn("b11");
    for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
      service.clock.pass({ minutes: 10 });
      await client.ask("GET", "/session");
    }
    service.clock.pass({ minutes: 10 });
    assert.deepEqual(await client.refusal("GET", "/session"), { code: "session-over", why: "absolute" });
  });

  it("A7 has a new token of 256 bits every time, and the store holds only its hash", async () => {
    const [one, other] = [await service.signIn("b11"), await service.signIn("b11")];
    assert.notEqual(one.token, other.token);
    assert.equal(Buffer.from(one.token ?? "", "base64url").length, 32);
    const stored = await service.services.store.read((tx) => tx.accounts.sessionsOf(service.accountId("b11")));
    assert.equal(JSON.stringify(stored).includes(one.token ?? ""), false);
  });

  it("A7 is not opened by a cookie or an address", async () => {
    const { token = "" } = await service.signIn("b11");
    const anonymous = service.anonymous();
    const cookie = await anonymous.call("GET", "/session", {
      headers: { Cookie: `token=${token}; Authorization=${token}` },
    });
    assert.equal(refusalOf(cookie).code, "not-signed-in");
    assert.equal((await anonymous.refusal("GET", `/session?access_token=${token}`)).code, "not-signed-in");
  });

  it("ends when its holder signs out", async () => {
    const client = await service.signIn("b11");
    await client.ask("DELETE", "/session");
    assert.deepEqual(await client.refusal("GET", "/session"), { code: "session-over", why: "ended" });
  });

  it("A5 is over on the next request after any change of the account", async () => {
    const changes = [{ state: "disabled" }, { generation: 100 }] as const;
    for (const change of changes) {
      const client = await service.signIn("b12");
      const before = await service.account("b12");
      await service.alterAccount("b12", change);
      assert.deepEqual(await client.refusal("GET", "/session"), { code: "session-over", why: "account-changed" });
      await service.alterAccount("b12", before);
    }
  });

  it("A0 acts for one post at a time, and for another when asked", async () => {
    const client = await service.signIn("b11-secretary");
    assert.equal(client.me.actingPostId, postIdOf("b11-secretary", "secretary"));
    const postId = postIdOf("b11-secretary", "member");
    const me = await client.ask<Me>("POST", "/session/post", { postId });
    assert.equal(me.actingPostId, postId);
    assert.equal((await client.ask<Me>("GET", "/session")).actingPostId, postId);
    assert.equal(me.can.administer, false);
  });

  it("A0 never acts for a post that somebody else holds", async () => {
    const client = await service.signIn("b11-m1");
    const postId = postIdOf("b11-secretary", "secretary");
    assert.deepEqual(await client.refusal("POST", "/session/post", { postId }), { code: "no-such-post" });
  });

  it("A5 is over when the post it acts for is", async () => {
    const client = await service.signIn("b12-deputy");
    await service.services.store.write(async (tx) => {
      const posts = await tx.organisation.posts("2026-06-01" as Day);
      const left = posts.filter(({ id }) => id === postIdOf("b12-deputy", "deputy-secretary"));
      await tx.organisation.savePosts(left.map((post) => ({ ...post, until: "2026-06-01" as Day })));
    });
    assert.deepEqual(await client.refusal("GET", "/session"), { code: "session-over", why: "account-changed" });
    assert.equal((await service.signIn("b12-deputy")).me.posts.length, 1);
  });
});
