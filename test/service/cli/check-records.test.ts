import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { FindingsPage } from "#core/protocol/records/records.ts";
import { demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { jsonOf, refusalPrinted, taizhangHere, type Ran } from "#test/environment/command-line.ts";

const BRANCH = "机关党政办公室支部";

describe("taizhang check records", function () {
  this.timeout(240_000);
  let demo: DemoCopy;

  before(async () => {
    demo = await demoCopy();
  });
  after(async () => {
    await demo.remove();
  });

  const run = (...args: readonly string[]): Promise<Ran> => taizhangHere(demo, "check", "records", ...args);

  it("M21 prints findings with counts per check and unit, for a unit and everything below it", async () => {
    const branch = jsonOf<FindingsPage>(await run("--unit", "yz0101", "--json", "--as", demo.account("unit", BRANCH)));
    const college = jsonOf<FindingsPage>(await run("--unit", "yz01", "--json"));
    assert.ok(college.findings.length > branch.findings.length);
    for (const { counts, findings } of [branch, college]) {
      const counted = counts.reduce((sum, { count }) => sum + count, 0);
      assert.equal(counted, findings.length);
    }
    assert.doesNotMatch(JSON.stringify(college), /\d{17}[\dX]|"1\d{10}"/);
  });

  it("M21 says them in words without --json", async () => {
    const { out, code } = await run("--unit", "yz01");
    assert.equal(code, 0);
    assert.match(out, /提示|需说明|不允许/);
  });

  it("A11 refuses a unit on which the account does not work, and one that nobody has, alike", async () => {
    for (const unit of ["yz0201", "no-such-unit"]) {
      const ran = await run("--unit", unit, "--json", "--as", demo.account("unit", BRANCH));
      assert.deepEqual([ran.code, refusalPrinted(ran).code], [1, "not-found"], unit);
    }
  });

  it("refuses a day that is none", async () => {
    assert.equal((await run("--unit", "yz01", "--on", "2026-13-01")).code, 2);
  });
});
