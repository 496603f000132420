import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import type { PersonalCentre } from "#core/protocol/session.ts";
import type { HttpClient } from "#test/environment/http-client.ts";
import { refusalOf } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";

const NEW_PASSWORD = "Harbour-Violin-58";
import { changePassword } from "./change-password.ts";

describe("the personal centre", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService();
  });
  after(() => service.close());

  it("A3 shows one's own sign-ins, good and bad, and one's open sessions", async () => {
    await service.trySignIn("b11-m1", "wrong");
    await service.signIn("b11-m1");
    const client = await service.signIn("b11-m1");
    const centre = await client.ask<PersonalCentre>("GET", "/me");
    assert.deepEqual(
      centre.signIns.map(({ outcome }) => outcome),
      ["done", "done", "refused"],
    );
    assert.deepEqual(centre.sessions.map(({ current }) => current).toSorted(), [false, true]);
  });

  it("A3 ends another session of one's own, and nobody else's", async () => {
    const [desk, other, stranger] = [
      await service.signIn("b12"),
      await service.signIn("b12"),
      await service.signIn("b21"),
    ];
    const sessionOf = async (client: HttpClient): Promise<string> => {
      const { sessions } = await client.ask<PersonalCentre>("GET", "/me");
      return sessions.find(({ current }) => current)?.id ?? "";
    };
    const foreign = await sessionOf(stranger);
    assert.deepEqual(await desk.refusal("DELETE", `/me/sessions/${foreign}`), { code: "not-found" });
    await desk.ask("DELETE", `/me/sessions/${await sessionOf(other)}`);
    assert.equal((await other.refusal("GET", "/session")).code, "session-over");
    await desk.ask("GET", "/session");
    await stranger.ask("GET", "/session");
  });

  it("A3 changes the phone, shown masked (A12)", async () => {
    const client = await service.signIn("b11-m1");
    await client.ask("PATCH", "/me", { phone: "13912345678" });
    assert.equal((await client.ask<PersonalCentre>("GET", "/me")).phone, "139****5678");
    const unit = await service.signIn("b11");
    assert.equal((await unit.refusal("PATCH", "/me", { phone: "13912345678" })).code, "forbidden");
  });

  it("A12 shows an account name that is a phone masked", async () => {
    await service.alterAccount("b22-secretary", { name: "13812340000" });
    assert.equal((await service.signIn("13812340000")).me.accountName, "138****0000");
  });

  it("A2 changes the password: the old one opens no more, every other session is over", async () => {
    const [desk, other] = [await service.signIn("b21"), await service.signIn("b21")];
    const next = await changePassword(desk, KNOWN_PASSWORD, NEW_PASSWORD);
    assert.equal((await desk.refusal("GET", "/session")).code, "session-over");
    assert.equal((await other.refusal("GET", "/session")).code, "session-over");
    await next.ask("GET", "/me");
    assert.equal(refusalOf(await service.trySignIn("b21")).code, "sign-in-failed");
    await service.signIn("b21", NEW_PASSWORD);
  });

  it("A8 guessing the old password locks like guessing at sign-in", async () => {
    const client = await service.signIn("b22");
    const body = { old: "wrong", new: NEW_PASSWORD };
    for (let count = 0; count < 5; count += 1) {
      assert.deepEqual(await client.refusal("POST", "/me/password", body), { code: "password-wrong" });
    }
    assert.equal((await client.refusal("POST", "/me/password", body)).code, "locked-out");
  });

  it("A2 refuses a password that is too short or long, common, the holder's own data, or one of the last five", async () => {
    let client = await service.signIn("b12-secretary");
    const refused = async (next: string): Promise<unknown> =>
      client.refusal("POST", "/me/password", { old: KNOWN_PASSWORD, new: next });
    const own = (what: string): object => ({ code: "password-contains-own-data", what });
    assert.deepEqual(await refused("Short-1+"), { code: "password-too-short", least: 10 });
    assert.deepEqual(await refused("x1".repeat(65)), { code: "password-too-long", most: 128 });
    assert.deepEqual(await refused("1234567890"), { code: "password-common" });
    assert.deepEqual(await refused("my-b12-SECRETARY-1"), own("account"));
    const { holder } = await service.account("b12-secretary");
    assert.deepEqual(await refused(`${holder}-and-something`), own("name"));
    assert.deepEqual(await refused(`${service.services.pinyin.fullOf(holder)}-19+49`), own("name"));
    assert.deepEqual(await refused("机关第二党支部-2026!"), own("unit"));
    assert.deepEqual(await refused("Jgdedzb-9184-xy"), own("unit"));
    assert.deepEqual(await refused(KNOWN_PASSWORD), { code: "password-used-before" });
    const used = [KNOWN_PASSWORD, "Harbour-Violin-1", "Harbour-Violin-2", "Harbour-Violin-3", "Harbour-Violin-4"];
    for (const [index, next] of used.slice(1).entries()) client = await changePassword(client, used[index] ?? "", next);
    const again = { old: used.at(-1), new: used[1] };
    assert.deepEqual(await client.refusal("POST", "/me/password", again), { code: "password-used-before" });
  });

  it("A2 refuses one's phone inside the password", async () => {
    const client = await service.signIn("b21-m1");
    const person = await service.services.store.read((tx) => tx.organisation.person(toId<PersonId>("person-b21-m1")));
    const body = { old: KNOWN_PASSWORD, new: `call-${person?.phone ?? ""}-me` };
    const what = { code: "password-contains-own-data", what: "phone" };
    assert.deepEqual(await client.refusal("POST", "/me/password", body), what);
  });
});
