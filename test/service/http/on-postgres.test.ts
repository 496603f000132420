import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { AccountRequestListed, AccountSlip, MemberAccountsAnswer } from "#core/protocol/accounts.ts";
import { refusalOf } from "#test/environment/http-client.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";
import { unitIdOf } from "#test/environment/small-organisation.ts";
import { changePassword } from "./change-password.ts";

const TERM = { kind: "long-term", from: null, to: null };

describe("accounts on PostgreSQL", () => {
  let service: TestService;
  before(async function () {
    this.timeout(240_000);
    service = await startTestService({ db: "postgres" });
  });
  after(() => service.close());

  it("A4 are made, handed their slip, signed in and given a password of their own", async () => {
    const general = await service.signIn("g1");
    const members = [{ name: "郭子仪", phone: "13911110001" }];
    const { slips } = await general.ask<MemberAccountsAnswer>("POST", "/accounts/members", {
      branchId: unitIdOf("b11"),
      members,
      term: TERM,
    });
    const { accountName, oneTimePassword } = slips[0] as AccountSlip;
    const first = await service.signIn(accountName, oneTimePassword);
    await changePassword(first, oneTimePassword, "Harbour-Violin-58");
    await service.signIn(accountName, "Harbour-Violin-58");
  });

  it("A4 two decisions at once lead to one account", async () => {
    const [general, officer] = [await service.signIn("g1"), await service.signIn("officer")];
    const form = {
      ...{ action: "make", reason: "新设支部需要账号", kind: "unit", unitId: unitIdOf("b12"), term: TERM, post: null },
      ...{ permission: "read-write", holder: "信息员", contact: "13911112222" },
    };
    const { id } = await general.ask<AccountRequestListed>("POST", "/account-requests", form);
    const body = { approve: true, remark: "" };
    const answers = await Promise.all(
      [1, 2, 3].map(() => officer.call("POST", `/account-requests/${id}/decision`, { body })),
    );
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409]);
  });

  it("A8 locks out, also when guesses come all at once", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => service.trySignIn("b22", "wrong")));
    const failed = answers.filter((answer) => refusalOf(answer).code === "sign-in-failed");
    assert.equal(failed.length, 5);
    assert.equal(refusalOf(await service.trySignIn("b22")).code, "locked-out");
  });
});
