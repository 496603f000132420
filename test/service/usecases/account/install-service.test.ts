import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { callerOfAccount } from "#service/usecases/load-caller.ts";
import { installService, type Installation } from "#service/usecases/account/install-service.ts";
import { startTestService, type TestService } from "#test/environment/running-service.ts";

const INSTALLATION: Installation = {
  committeeName: "中共江南医科大学委员会",
  committeeShortName: "校党委",
  admin: { name: "郭子仪", phone: "13911112222" },
  holders: { "system-administration": "张三", "security-administration": "李四", audit: "王五" },
};

describe("an installation", () => {
  let service: TestService;
  before(async () => {
    service = await startTestService({ empty: true });
  });
  after(() => service.close());

  it("A11 gives the duties to three different people, none of them the officer", async () => {
    for (const holders of [
      { ...INSTALLATION.holders, audit: "李四" },
      { ...INSTALLATION.holders, audit: "郭子仪" },
    ]) {
      const result = await installService(service.services, { ...INSTALLATION, holders });
      assert.deepEqual(result.ok ? "installed" : result.refusal.code, "duties-not-separate");
    }
  });

  it("A0 makes the committee, its first officer and the three duty accounts, once", async () => {
    const result = await installService(service.services, INSTALLATION);
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.map(({ accountName, holder }) => [accountName, holder]),
      [
        ["13911112222", "郭子仪"],
        ["xtgly", "张三"],
        ["aqgly", "李四"],
        ["sjgly", "王五"],
      ],
    );
    const [officer, , , auditor] = result.value;
    const client = await service.signIn(officer?.accountName ?? "", officer?.oneTimePassword);
    assert.deepEqual(
      [client.me.passwordChangeRequired, client.me.can.publishTemplates, client.me.can.administer],
      [true, true, true],
    );
    const duty = await service.signIn(auditor?.accountName ?? "", auditor?.oneTimePassword);
    assert.deepEqual([duty.me.duty, duty.me.can.audit, duty.me.can.administer], ["audit", true, false]);
    const again = await installService(service.services, INSTALLATION);
    assert.equal(again.ok ? "installed" : again.refusal.code, "changed-meanwhile");
  });

  it("A15 is in the log with its accounts, from the command line", async () => {
    const entries = await service.services.store.read((tx) => tx.audit.entries({ most: 20 }));
    const made = entries.filter(({ action }) => action === "make-account");
    assert.deepEqual([...new Set(made.map(({ from, accountId }) => `${from} ${accountId}`))], ["cli null"]);
    assert.equal(made.length, 4);
  });

  it("lets the command line act for an account, and says so", async () => {
    const caller = await callerOfAccount(service.services, "13911112222");
    assert.ok(caller.ok);
    assert.deepEqual([caller.value.who, caller.value.from], ["郭子仪", "cli"]);
    const unknown = await callerOfAccount(service.services, "nobody");
    assert.equal(unknown.ok ? "" : unknown.refusal.code, "not-found");
    await service.alterAccount("13911112222", { state: "disabled" });
    const disabled = await callerOfAccount(service.services, "13911112222");
    assert.equal(disabled.ok ? "" : disabled.refusal.code, "account-not-active");
  });
});
