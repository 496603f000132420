import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import type { AccountListed, AccountSlip, MemberAccountsAnswer, UnitListed } from "#core/protocol/accounts.ts";
import { refusalOf, type HttpClient } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";

const LONG = { kind: "long-term", from: null, to: null };
const REASON = { reason: "忘记密码" };

describe("units", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService();
  });
  after(() => service.close());

  const unitLike = (parent: string, kind: string, code: string): object => ({
    ...{ parentId: unitIdOf(parent), code, name: `新设${code}支部`, shortName: `新设${code}`, kind },
  });

  it("A11 lists one's own unit and everything below", async () => {
    const units = await (await service.signIn("g1")).ask<readonly UnitListed[]>("GET", "/units");
    assert.deepEqual(
      units.map(({ code, administered }) => [code, administered]),
      [
        ["g1", false],
        ["b11", true],
        ["b12", true],
      ],
    );
  });

  it("A4 makes units one and two levels down", async () => {
    const committee = await service.signIn("c");
    const general = await committee.ask<UnitListed>("POST", "/units", unitLike("c", "general-branch", "g3"));
    const branch = await committee.ask<UnitListed>("POST", "/units", {
      ...unitLike("c", "branch", "b31"),
      parentId: general.id,
    });
    assert.equal(branch.parentId, general.id);
    const codes = (await committee.ask<readonly UnitListed[]>("GET", "/units")).map(({ code }) => code);
    assert.ok(codes.includes("g3") && codes.includes("b31"));
  });

  it("A4 makes no unit three levels down, beside, above, or in the wrong place", async () => {
    const [committee, general, member] = [
      await service.signIn("c"),
      await service.signIn("g1"),
      await service.signIn("b11-m1"),
    ];
    const group = unitLike("b11", "party-group", "p1");
    assert.equal((await committee.refusal("POST", "/units", group)).code, "forbidden");
    assert.equal((await general.refusal("POST", "/units", unitLike("c", "branch", "bx"))).code, "not-found");
    assert.equal((await general.refusal("POST", "/units", unitLike("g2", "branch", "bx"))).code, "not-found");
    assert.equal((await member.refusal("POST", "/units", group)).code, "forbidden");
    for (const [parent, kind] of [
      ["g1", "party-group"],
      ["b11", "branch"],
    ] as const) {
      assert.equal((await general.refusal("POST", "/units", unitLike(parent, kind, "bx"))).code, "bad-request");
    }
    await general.ask("POST", "/units", group);
  });

  it("refuses a code that another unit has, with a proposal", async () => {
    const refusal = await (await service.signIn("g1")).refusal("POST", "/units", unitLike("g1", "branch", "b21"));
    assert.deepEqual(refusal, { code: "name-taken", name: "b21", proposed: "b21-2" });
  });
});

describe("accounts of members", () => {
  let service: TestService;
  let general: HttpClient;
  before(async () => {
    service = await startTestService();
    general = await service.signIn("g1");
  });
  after(() => service.close());

  const make = (members: readonly object[], term: object = LONG): Promise<MemberAccountsAnswer> =>
    general.ask("POST", "/accounts/members", { branchId: unitIdOf("b11"), members, term });

  it("A4 are made in batch with slips, named by real name, homonyms with a number (A1)", async () => {
    const { slips, refused } = await make([
      { name: "郭子仪", phone: "13911110001" },
      { name: "郭子仪", phone: "13911110002" },
      { name: "单雄信", phone: null },
    ]);
    assert.deepEqual(
      slips.map(({ accountName }) => accountName),
      ["郭子仪", "郭子仪2", "单雄信"],
    );
    assert.deepEqual(refused, []);
    assert.equal(new Set(slips.map(({ oneTimePassword }) => oneTimePassword)).size, 3);
    assert.deepEqual(
      [...new Set(slips.map(({ validUntil, unitName }) => `${unitName} ${validUntil}`))],
      ["机关第一党支部 2026-06-04T01:00:00.000Z"],
    );
    const [first] = slips as readonly [AccountSlip];
    const client = await service.signIn(first.accountName, first.oneTimePassword);
    assert.equal(client.me.passwordChangeRequired, true);
    assert.equal(client.me.unit?.id, unitIdOf("b11"));
    const stored = await service.services.store.read((tx) => tx.audit.entries({ most: 50 }));
    assert.equal(JSON.stringify(stored).includes(first.oneTimePassword), false);
  });

  it("A4 sent again make nobody twice: who has an account is named", async () => {
    const members = [
      { name: "郭子仪", phone: "13911110001" },
      { name: "单雄信", phone: null },
      { name: "程知节", phone: null },
    ];
    const { slips, refused } = await make(members);
    assert.deepEqual(
      slips.map(({ holder }) => holder),
      ["程知节"],
    );
    assert.deepEqual(
      refused.map(({ row, refusal }) => [row, refusal.code]),
      [
        [0, "name-taken"],
        [1, "name-taken"],
      ],
    );
  });

  it("A4 are made for somebody of the branch by id, and for nobody of another branch", async () => {
    const posts = await service.services.store.read((tx) => tx.organisation.posts("2026-06-01" as Day));
    const inBranch = posts.find(({ unitId, kind }) => unitId === unitIdOf("b11") && kind === "member")?.personId;
    const { slips, refused } = await make([
      { personId: inBranch, name: "-", phone: null },
      { personId: "person-b21-m1", name: "-", phone: null },
    ]);
    assert.equal(slips.length, 0);
    assert.deepEqual(refused.map(({ row, refusal }) => [row, refusal.code]).toSorted(), [
      [0, "name-taken"],
      [1, "not-found"],
    ]);
  });

  it("A4 are the general branch's to make, not the branch's own", async () => {
    const body = { branchId: unitIdOf("b11"), members: [{ name: "秦叔宝", phone: null }], term: LONG };
    const branch = await service.signIn("b11-secretary");
    assert.equal((await branch.refusal("POST", "/accounts/members", body)).code, "forbidden");
    const wrongUnit = { ...body, branchId: unitIdOf("g1") };
    assert.equal(
      (await (await service.signIn("c")).refusal("POST", "/accounts/members", wrongUnit)).code,
      "bad-request",
    );
  });

  it("A5 have a term: short-term between two days, temporary until a day", async () => {
    const terms = [
      [{ kind: "short-term", from: "2026-06-01", to: null }, "term.to"],
      [{ kind: "short-term", from: null, to: "2026-06-30" }, "term.from"],
      [{ kind: "temporary", from: null, to: null }, "term.to"],
      [{ kind: "short-term", from: "2026-06-02", to: "2026-06-01" }, "term.to"],
      [{ kind: "long-term", from: null, to: "2026-06-01" }, "term.kind"],
    ] as const;
    for (const [term, path] of terms) {
      const body = { branchId: unitIdOf("b11"), members: [{ name: "罗成", phone: null }], term };
      const refusal = await general.refusal("POST", "/accounts/members", body);
      assert.deepEqual(refusal, { code: "bad-request", problems: [{ path, message: "term" }] });
    }
    const { slips } = await make([{ name: "罗成", phone: null }], { kind: "temporary", from: null, to: "2026-06-02" });
    service.clock.pass({ days: 2 });
    const answer = await service.trySignIn("罗成", slips[0]?.oneTimePassword);
    assert.equal(refusalOf(answer).code, "account-not-active");
    general = await service.signIn("g1");
  });
});

describe("one account", () => {
  let service: TestService;
  let general: HttpClient;
  before(async () => {
    service = await startTestService();
    general = await service.signIn("g1-secretary");
  });
  after(() => service.close());

  const listed = async (name: string, unit = "b11"): Promise<AccountListed> => {
    const accounts = await general.ask<readonly AccountListed[]>("GET", `/units/${unitIdOf(unit)}/accounts`);
    return accounts.find(({ id }) => id === service.accountId(name)) ?? assert.fail(`${name} is not listed`);
  };

  it("A4 is listed with what its maker may do to it", async () => {
    const member = await listed("b11-m1");
    assert.deepEqual([member.posts, member.mayReset, member.mayDisable], [["member"], true, true]);
    const own = await general.ask<readonly AccountListed[]>("GET", `/units/${unitIdOf("g1")}/accounts`);
    assert.ok(own.every(({ mayReset, mayDisable }) => !mayReset && !mayDisable));
    assert.equal((await general.refusal("GET", `/units/${unitIdOf("c")}/accounts`)).code, "not-found");
  });

  it("A2 is reset by its maker with a one-time secret; its sessions are over, its lock too, and the log tells", async () => {
    const before = await service.signIn("b11-m2");
    for (let count = 0; count < 5; count += 1) await service.trySignIn("b11-m2", "wrong");
    const slip = await general.ask<AccountSlip>("POST", `/accounts/${service.accountId("b11-m2")}/reset`, REASON);
    assert.equal((await before.refusal("GET", "/session")).code, "session-over");
    assert.equal(refusalOf(await service.trySignIn("b11-m2")).code, "sign-in-failed");
    assert.equal((await service.signIn("b11-m2", slip.oneTimePassword)).me.passwordChangeRequired, true);
    const record = `account:${service.accountId("b11-m2")}`;
    const entries = await service.services.store.read((tx) => tx.audit.entries({ most: 20, record }));
    const [reset] = entries.filter(({ action }) => action === "reset-account");
    assert.deepEqual([reset?.accountId, reset?.why], [service.accountId("g1-secretary"), REASON.reason]);
  });

  it("A8 is unlocked by its maker", async () => {
    for (let count = 0; count < 5; count += 1) await service.trySignIn("b11", "wrong");
    assert.notEqual((await listed("b11")).lockedUntil, null);
    await general.ask("POST", `/accounts/${service.accountId("b11")}/unlock`, REASON);
    assert.equal((await listed("b11")).lockedUntil, null);
    await service.signIn("b11");
  });

  it("A5 is disabled and enabled; its session ends on the next request", async () => {
    const client = await service.signIn("b12-m1");
    const path = `/accounts/${service.accountId("b12-m1")}`;
    await general.ask("POST", `${path}/disable`, REASON);
    assert.equal((await client.refusal("GET", "/session")).code, "session-over");
    assert.equal(refusalOf(await service.trySignIn("b12-m1")).code, "account-not-active");
    assert.equal((await general.refusal("POST", `${path}/disable`, REASON)).code, "already-decided");
    await general.ask("POST", `${path}/enable`, REASON);
    await service.signIn("b12-m1");
  });

  it("A11 is nobody's to administer beside, above or himself", async () => {
    const cases = [
      ["b21-m1", "not-found"],
      ["c", "not-found"],
      ["officer", "not-found"],
      ["auditor", "not-found"],
    ] as const;
    for (const [name, code] of cases) {
      const refusal = await general.refusal("POST", `/accounts/${service.accountId(name)}/reset`, REASON);
      assert.equal(refusal.code, code, name);
    }
    const self = await general.refusal("POST", `/accounts/${service.accountId("g1-secretary")}/reset`, REASON);
    assert.equal(self.code, "forbidden");
    const deputy = await general.refusal("POST", `/accounts/${service.accountId("g1-deputy")}/reset`, REASON);
    assert.equal(deputy.code, "forbidden");
  });
});
