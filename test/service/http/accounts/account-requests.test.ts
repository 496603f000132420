import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { AccountRequestListed, AccountSlip } from "#core/protocol/accounts.ts";
import { refusalOf, type HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { personIdOf, unitIdOf } from "#test/environment/small-organisation.ts";

const TERM = { kind: "long-term", from: null, to: null };
const FORM = {
  ...{ action: "make", reason: "支部换届，新任书记需要账号", kind: "person", unitId: unitIdOf("b11"), term: TERM },
  ...{ permission: "read-write", holder: "郭子仪", post: "secretary", contact: "13911112222" },
};
const UNIT_FORM = { ...FORM, kind: "unit", post: null };

describe("an application for an account that administers", () => {
  let service: TestService;
  let general: HttpClient;
  let officer: HttpClient;
  before(async () => {
    service = await startTestService();
    general = await service.signIn("g1");
    officer = await service.signIn("officer");
  });
  after(() => service.close());

  const request = (form: object, by = general): Promise<AccountRequestListed> =>
    by.ask("POST", "/account-requests", form);
  const decide = (id: string, approve = true, by = officer): Promise<AccountRequestListed> =>
    by.ask("POST", `/account-requests/${id}/decision`, { approve, remark: approve ? "同意" : "不同意" });
  const refusedDecision = async (id: string, by: HttpClient): Promise<string> =>
    (await by.refusal("POST", `/account-requests/${id}/decision`, { approve: true, remark: "" })).code;

  it("A4 is asked for by one and approved by another one level up; the slip is the requester's, once", async () => {
    const asked = await request(FORM);
    assert.deepEqual([asked.state, asked.mayDecide, asked.maySeeSlip, asked.level], ["open", false, false, "branch"]);
    assert.equal(asked.request.contact, "139****2222");
    const waiting = await officer.ask<readonly AccountRequestListed[]>("GET", "/account-requests");
    assert.equal(waiting.find(({ id }) => id === asked.id)?.mayDecide, true);
    const approved = await decide(asked.id);
    assert.deepEqual([approved.state, approved.maySeeSlip], ["approved", false]);
    assert.equal((await officer.refusal("POST", `/account-requests/${asked.id}/slip`)).code, "forbidden");
    const slip = await general.ask<AccountSlip>("POST", `/account-requests/${asked.id}/slip`);
    assert.equal(slip.accountName, "13911112222");
    assert.equal((await general.refusal("POST", `/account-requests/${asked.id}/slip`)).code, "already-decided");
    const holder = await service.signIn(slip.accountName, slip.oneTimePassword);
    assert.deepEqual(
      holder.me.posts.map(({ kind, unitId }) => [kind, unitId]),
      [["secretary", unitIdOf("b11")]],
    );
    assert.equal(holder.me.accountName, "139****2222");
  });

  it("A4 opens nothing before the slip is made, and only once decided", async () => {
    const asked = await request({ ...FORM, contact: "13911113333", holder: "李光弼" });
    await decide(asked.id);
    assert.equal(refusalOf(await service.trySignIn("13911113333", "")).code, "bad-request");
    assert.equal(await refusedDecision(asked.id, officer), "already-decided");
  });

  it("A4 two decisions at once lead to one account", async () => {
    const asked = await request({ ...UNIT_FORM, unitId: unitIdOf("b12"), accountName: "jgdezb" });
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        officer.call("POST", `/account-requests/${asked.id}/decision`, { body: { approve: true, remark: "" } }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409]);
  });

  it("A4 is approved neither by the requester, nor by a unit's account, nor from further up or beside", async () => {
    const secretary = await service.signIn("g1-secretary");
    const asked = await request(FORM, secretary);
    assert.equal(await refusedDecision(asked.id, secretary), "forbidden");
    assert.equal(await refusedDecision(asked.id, general), "forbidden");
    assert.equal(await refusedDecision(asked.id, await service.signIn("c")), "forbidden");
    assert.equal(await refusedDecision(asked.id, await service.signIn("g2-secretary")), "not-found");
    assert.equal(await refusedDecision(asked.id, await service.signIn("security")), "not-found");
    assert.equal((await decide(asked.id, false)).state, "refused");
  });

  it("A4 is not approved by the beneficiary, known by his phone", async () => {
    const person = await service.services.store.read((tx) => tx.organisation.person(personIdOf("officer")));
    const asked = await request({ ...FORM, holder: "别名", contact: person?.phone ?? "" });
    assert.equal(await refusedDecision(asked.id, officer), "own-request");
  });

  it("A11 by the root is approved by the security administration", async () => {
    const asked = await request({ ...FORM, unitId: unitIdOf("g1"), contact: "13911114444" }, officer);
    assert.equal(await refusedDecision(asked.id, await service.signIn("c")), "forbidden");
    const security = await service.signIn("security");
    assert.equal((await decide(asked.id, true, security)).state, "approved");
    assert.deepEqual(
      (await general.ask<readonly AccountRequestListed[]>("GET", "/account-requests")).filter(
        ({ id }) => id === asked.id,
      ),
      [],
    );
  });

  it("A4 for one's own unit is approved above it like any other", async () => {
    const branch = await service.signIn("b12-secretary");
    const form = { ...FORM, unitId: unitIdOf("b12"), post: "information-officer", contact: "13911115555" };
    const asked = await request(form, branch);
    await decide(asked.id, true, await service.signIn("g1-secretary"));
    const slip = await branch.ask<AccountSlip>("POST", `/account-requests/${asked.id}/slip`);
    assert.equal((await service.signIn(slip.accountName, slip.oneTimePassword)).me.can.administer, false);
  });

  it("A4 cannot reach an account of somebody who holds a post elsewhere: a password opens all his posts", async () => {
    const person = await service.services.store.read((tx) => tx.organisation.person(personIdOf("g2-secretary")));
    const form = { ...FORM, holder: person?.name, contact: person?.phone, unitId: unitIdOf("b12") };
    assert.equal((await general.refusal("POST", "/account-requests", form)).code, "forbidden");
    const branch = await service.signIn("b12-secretary");
    assert.equal((await branch.refusal("POST", "/account-requests", form)).code, "forbidden");
  });

  it("A0 gives a person who has an account the post and no second account", async () => {
    const person = await service.services.store.read((tx) => tx.organisation.person(personIdOf("b12-m1")));
    const form = { ...FORM, unitId: unitIdOf("b12"), post: "organiser", holder: person?.name, contact: person?.phone };
    const before = await service.signIn("b12-m1");
    const asked = await request(form);
    await decide(asked.id);
    assert.equal((await before.refusal("GET", "/session")).code, "session-over");
    assert.deepEqual(
      (await service.signIn("b12-m1")).me.posts.map(({ kind }) => kind),
      ["organiser", "member"],
    );
    assert.equal((await general.refusal("POST", `/account-requests/${asked.id}/slip`)).code, "already-decided");
  });

  it("A6 hands a unit's account over: new holder, new password, sessions over, and the log keeps both", async () => {
    const before = await service.signIn("b11");
    const old = await service.account("b11");
    const asked = await request({ ...UNIT_FORM, action: "hand-over", accountId: old.id, holder: "新信息员" });
    await decide(asked.id);
    assert.equal((await before.refusal("GET", "/session")).code, "session-over");
    assert.equal(refusalOf(await service.trySignIn("b11")).code, "sign-in-failed");
    const slip = await general.ask<AccountSlip>("POST", `/account-requests/${asked.id}/slip`);
    assert.equal(slip.holder, "新信息员");
    await service.signIn("b11", slip.oneTimePassword);
    const record = `account:${old.id}`;
    const entries = await service.services.store.read((tx) => tx.audit.entries({ most: 20, record }));
    const handedOver = entries.find(({ action }) => action === "hand-over-account");
    assert.deepEqual(handedOver?.fields, [{ field: "holder", old: old.holder, new: "新信息员" }]);
  });

  it("A6 hands a secretary's account over together with the post", async () => {
    const accountId = service.accountId("b12-deputy");
    const form = { ...FORM, action: "hand-over", accountId, unitId: unitIdOf("b12"), post: "deputy-secretary" };
    const asked = await request({ ...form, holder: "仆固怀恩", contact: "13911116666" });
    await decide(asked.id);
    const slip = await general.ask<AccountSlip>("POST", `/account-requests/${asked.id}/slip`);
    const successor = await service.signIn("b12-deputy", slip.oneTimePassword);
    assert.deepEqual(
      [successor.me.personName, successor.me.posts.map(({ kind }) => kind)],
      ["仆固怀恩", ["deputy-secretary"]],
    );
  });

  it("A5 changes permission and state by application; each ends the sessions", async () => {
    const account = service.accountId("b12");
    for (const action of ["change-permission", "disable", "enable"]) {
      const form = { ...UNIT_FORM, action, accountId: account, unitId: unitIdOf("b12"), permission: "read-only" };
      const client = action === "enable" ? undefined : await service.signIn("b12");
      await decide((await request(form)).id);
      if (client) assert.equal((await client.refusal("GET", "/session")).code, "session-over", action);
    }
    assert.equal((await service.signIn("b12")).me.permission, "read-only");
  });

  it("A1 may name the account, as long as the name is free; otherwise one is proposed", async () => {
    const form = { ...UNIT_FORM, unitId: unitIdOf("b11"), accountName: "B21" };
    assert.deepEqual(await general.refusal("POST", "/account-requests", form), {
      ...{ code: "name-taken", name: "b21", proposed: "jgdydzb" },
    });
  });

  it("answers an application that lacks its account or its post with the place", async () => {
    const cases = [
      [{ ...FORM, action: "disable" }, "accountId"],
      [{ ...FORM, accountId: "x" }, "accountId"],
      [{ ...FORM, post: null }, "post"],
      [{ ...FORM, kind: "unit" }, "post"],
      [{ ...FORM, term: { ...TERM, kind: "temporary" } }, "term.to"],
    ] as const;
    for (const [form, path] of cases) {
      const refusal = await general.refusal("POST", "/account-requests", form);
      assert.deepEqual(refusal.code === "bad-request" && refusal.problems.map((problem) => problem.path), [path]);
    }
  });

  it("A4 prints: one application opens with everything on the form", async () => {
    const asked = await request({ ...FORM, contact: "13911117777" });
    const opened = await general.ask<AccountRequestListed>("GET", `/account-requests/${asked.id}`);
    assert.match(opened.number, /^20260601-[0-9A-F]{6}$/);
    assert.equal(opened.unitName, "机关第一党支部");
    assert.deepEqual(opened, asked);
  });
});
