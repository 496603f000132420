import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { AccountSlip } from "#core/protocol/accounts.ts";
import { jsonOf, refusalPrinted, taizhangHere, type Place } from "#test/environment/command-line.ts";

const PHONE = "13800000000";
const HOLDERS = ["--officer", "周正", "--phone", PHONE, "--system", "吴系", "--security", "郑安", "--auditor", "王审"];
const INSTALL = ["install", "--committee", "中共某大学委员会", "--short-name", "校党委", ...HOLDERS];

describe("taizhang in a new office, as docs/manual/07 goes", function () {
  this.timeout(240_000);
  let folder: string;
  let office: Place;
  let slips: readonly AccountSlip[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "taizhang-office-"));
    office = { db: `sqlite:${join(folder, "taizhang.db")}` };
    slips = jsonOf(await taizhangHere(office, ...INSTALL, "--json"));
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  it("A0 makes the first officer and the three duty accounts", () => {
    assert.deepEqual(
      slips.map(({ accountName }) => accountName),
      [PHONE, "xtgly", "aqgly", "sjgly"],
    );
  });

  it("L1 drafts a template that comes along, for the organisation department", async () => {
    const draft = jsonOf<{ readonly name: string; readonly year: number }>(
      await taizhangHere(office, "template", "draft", "--as", PHONE, "branch", "--json"),
    );
    assert.deepEqual([draft.name, draft.year], ["党支部工作考核台账", 2026]);
  });

  it("names the templates that come along when there is none of that name", async () => {
    const { code, out } = await taizhangHere(office, "template", "draft", "--as", PHONE, "../../package");
    assert.equal(code, 1);
    assert.match(out, /^not-found: .*branch, general-branch, member/);
  });

  it("L1 refuses everybody who does not publish templates", async () => {
    const ran = await taizhangHere(office, "template", "draft", "--as", "xtgly", "branch", "--json");
    assert.match(refusalPrinted(ran).code, /^(forbidden|not-found)$/);
  });
});
