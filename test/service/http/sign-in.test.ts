import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";
import { argon2Hasher } from "#service/crypto/password-hasher.ts";
import type { PasswordHasher } from "#service/ports/surroundings.ts";
import { refusalOf } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { KNOWN_PASSWORD } from "#test/environment/small-organisation.ts";

const NEW_PASSWORD = "Harbour-Violin-58";
import { changePassword } from "./change-password.ts";

/** The real hasher, counting what it is asked. */
function countingHasher(): PasswordHasher & { readonly verified: (string | undefined)[] } {
  const real = argon2Hasher();
  const verified: (string | undefined)[] = [];
  return {
    verified,
    hash: (password) => real.hash(password),
    verify: (password, hash) => {
      verified.push(hash);
      return real.verify(password, hash);
    },
  };
}

describe("sign-in", () => {
  const hasher = countingHasher();
  let service: TestService;
  beforeEach(async () => {
    service = await startTestService({ different: { hasher } });
    hasher.verified.length = 0;
  });
  afterEach(() => service.close());

  it("A1 takes a name and a password, however the name is typed", async () => {
    for (const name of ["b11-secretary", " B11-Secretary ", "ｂ11-secretary"]) {
      assert.equal((await service.signIn(name)).me.accountId, "account-b11-secretary");
    }
  });

  it("A8 an unknown account and a wrong password are answered alike, after the same work", async () => {
    const wrong = await service.trySignIn("b11-secretary", "not this one");
    const unknown = await service.trySignIn("nobody-at-all", "not this one");
    assert.equal(wrong.status, 401);
    assert.deepEqual([wrong.status, wrong.text], [unknown.status, unknown.text]);
    assert.equal(hasher.verified.length, 2);
    assert.deepEqual(
      hasher.verified.map((hash) => typeof hash),
      ["string", "undefined"],
    );
  });

  it("A8 five failures lock a name for 15 minutes, a name that nobody has like any other", async () => {
    for (const name of ["b11-secretary", "nobody-at-all"]) {
      for (let count = 0; count < 5; count += 1) {
        assert.equal(refusalOf(await service.trySignIn(name, "wrong")).code, "sign-in-failed");
      }
      const answer = await service.trySignIn(name);
      assert.deepEqual(refusalOf(answer), { code: "locked-out", until: "2026-06-01T01:15:00.000Z" });
      assert.equal(answer.status, 429);
    }
    service.clock.pass({ minutes: 15 });
    await service.signIn("b11-secretary");
  });

  it("A8 each lock in a row takes twice as long, also after a restart", async () => {
    const lengths: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 5; count += 1) await service.trySignIn("b12", "wrong");
      await service.restart();
      const refusal = refusalOf(await service.trySignIn("b12")) as Extract<AccessRefusal, { code: "locked-out" }>;
      const minutes = (Date.parse(refusal.until) - Date.parse(service.clock.now())) / 60_000;
      lengths.push(minutes);
      service.clock.pass({ minutes });
    }
    assert.deepEqual(lengths, [15, 30, 60]);
  });

  it("A8 old failures are forgotten after 15 minutes, and a good sign-in forgives all", async () => {
    for (let count = 0; count < 4; count += 1) await service.trySignIn("b12", "wrong");
    service.clock.pass({ minutes: 15, seconds: 1 });
    assert.equal(refusalOf(await service.trySignIn("b12", "wrong")).code, "sign-in-failed");
    await service.signIn("b12");
    for (let count = 0; count < 4; count += 1) await service.trySignIn("b12", "wrong");
    await service.signIn("b12");
  });

  it("A8 guesses sent all at once do not get past the lock", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => service.trySignIn("b12", "wrong")));
    const failed = answers.filter((answer) => refusalOf(answer).code === "sign-in-failed");
    assert.equal(failed.length, 5);
  });

  it("A8 an address is locked by itself, whatever names it tries", async () => {
    for (let count = 0; count < 60; count += 1) await service.trySignIn(`guess-${count}`, "wrong");
    assert.equal(refusalOf(await service.trySignIn("b12")).code, "locked-out");
    service.clock.pass({ minutes: 15 });
    await service.signIn("b12");
  });

  it("A5 a disabled account, and one outside its days, does not open", async () => {
    const day = (text: string): Day => text as Day;
    await service.alterAccount("b11", { state: "disabled" });
    await service.alterAccount("b12", { term: { kind: "short-term", from: day("2026-06-02"), to: day("2026-06-03") } });
    await service.alterAccount("b21", { term: { kind: "temporary", from: null, to: day("2026-05-31") } });
    for (const name of ["b11", "b12", "b21"]) {
      assert.equal(refusalOf(await service.trySignIn(name)).code, "account-not-active", name);
    }
    service.clock.pass({ days: 1 });
    await service.signIn("b12");
  });

  it("A5 a temporary account ends with its last day, without any job, in the middle of a session", async () => {
    await service.alterAccount("b21", { term: { kind: "temporary", from: null, to: "2026-06-01" as Day } });
    service.clock.pass({ hours: 14, minutes: 50 }); // 23:50 in Shanghai
    const client = await service.signIn("b21");
    await client.ask("GET", "/session");
    service.clock.pass({ minutes: 10 });
    assert.deepEqual(await client.refusal("GET", "/session"), { code: "session-over", why: "account-changed" });
  });

  it("A2 a first password opens for 72 hours, and nothing else is answered until it is changed", async () => {
    const until = "2026-06-04T01:00:00.000Z" as Instant;
    await service.alterAccount("b11-m1", { firstPasswordUntil: until });
    const client = await service.signIn("b11-m1");
    assert.equal(client.me.passwordChangeRequired, true);
    assert.deepEqual(await client.refusal("GET", "/me"), { code: "password-change-required" });
    const next = await changePassword(client, KNOWN_PASSWORD, NEW_PASSWORD);
    assert.equal(next.me.passwordChangeRequired, false);
    await next.ask("GET", "/me");
    await service.alterAccount("b11-m2", { firstPasswordUntil: until });
    service.clock.pass({ hours: 72 });
    assert.equal(refusalOf(await service.trySignIn("b11-m2")).code, "first-password-expired");
  });

  it("A2 after 90 days the password must be changed, with a warning 14 days ahead", async () => {
    service.clock.pass({ days: 77 });
    assert.equal((await service.signIn("b11")).me.passwordDaysLeft, 13);
    service.clock.pass({ days: 13 });
    const client = await service.signIn("b11");
    assert.equal(client.me.passwordChangeRequired, true);
    assert.deepEqual(await client.refusal("GET", "/units"), { code: "password-change-required" });
  });

  it("A15 every sign-in, good or bad, is an entry; what was typed as a name is not in it", async () => {
    await service.signIn("b11");
    await service.trySignIn("b11", "wrong");
    await service.trySignIn("my secret, typed into the wrong field", "x");
    const entries = await service.services.store.read((tx) => tx.audit.entries({ most: 3 }));
    assert.deepEqual(
      entries.map(({ action, accountId, record, outcome, why }) => [action, accountId, record, outcome, why]),
      [
        ["sign-in", null, "account:unknown", "refused", "sign-in-failed"],
        ["sign-in", null, "account:account-b11", "refused", "sign-in-failed"],
        ["sign-in", "account-b11", "account:account-b11", "done", ""],
      ],
    );
  });
});
