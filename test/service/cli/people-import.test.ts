import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { after, before, describe, it } from "mocha";
import type { Day } from "#core/kernel/instant.ts";
import type { ImportView } from "#core/protocol/records/imports.ts";
import { drawRecord } from "#service/demo/people/draw-record.ts";
import { UNIVERSITY_SHARES } from "#service/demo/people/population-shares.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";
import { demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { jsonOf, refusalPrinted, taizhangHere, type Ran } from "#test/environment/command-line.ts";
import { collegeRoster, type RosterPerson } from "#test/fakes/rosters/messy-rosters.ts";

interface Printed {
  readonly tables: readonly { readonly sheet: string; readonly import: ImportView }[];
}

const BRANCH = "机关党政办公室支部";

describe("taizhang people import", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  let account: string;
  let file: string;
  const random = seededRandom(3);
  const folk = [800_000, 800_001, 800_002].map((serial): RosterPerson => ({
    branch: BRANCH,
    facts: drawRecord(random, {
      ...{ name: "沈立春", mobile: `139000${String(serial).slice(1)}`, stage: "full", setting: "university" },
      ...{ shares: UNIVERSITY_SHARES, today: "2026-01-01" as Day, serial },
    }),
  }));

  before(async () => {
    demo = await demoCopy();
    account = demo.account("unit", BRANCH);
    file = demo.file("roster.xlsx");
    await writeFile(file, (await collegeRoster(folk)).bytes);
  });
  after(async () => {
    await demo.remove();
  });

  const run = (...args: readonly string[]): Promise<Ran> =>
    taizhangHere(demo, "people", "import", "--as", account, ...args, file);
  const counts = (printed: Printed) => printed.tables[0]?.import.counts;

  it("W8 tells what it would do, does it, and does nothing the second time", async () => {
    const asked = ["--unit", "yz0101", "--json"];
    const dry = jsonOf<Printed>(await run(...asked, "--dry-run"));
    assert.deepEqual(counts(dry), { new: 3, changed: 0, unchanged: 0, refused: 0, doubled: 0 });
    assert.equal(dry.tables[0]?.import.state, "staged");
    const done = jsonOf<Printed>(await run(...asked));
    assert.deepEqual([counts(done)?.new, done.tables[0]?.import.state], [3, "committed"]);
    const again = jsonOf<Printed>(await run(...asked));
    assert.equal(counts(again)?.unchanged, 3);
  });

  it("A11 refuses a unit on which the account does not work, and one that nobody has, alike", async () => {
    for (const unit of ["yz0201", "no-such-unit"]) {
      const ran = await run("--unit", unit, "--json");
      assert.deepEqual([ran.code, refusalPrinted(ran).code], [1, "not-found"], unit);
    }
  });

  it("A13 a list leaves as a workbook that is read back as the list, numbers masked", async () => {
    const out = demo.file("members.xlsx");
    const asked = ["--unit", "yz0101", "--list", "members", "--out", out];
    const ran = await taizhangHere(demo, "people", "export", ...asked, "--json");
    assert.equal(ran.code, 0, ran.err + ran.out);
    const seen = await taizhangHere(demo, "intake", "inspect", out, "--values", "--json");
    for (const { facts } of folk) {
      assert.ok(seen.out.includes(facts["joinedOn"] ?? "-"));
      assert.ok(!seen.out.includes(facts["idNumber"] ?? "-"));
      assert.ok(seen.out.includes(`${(facts["idNumber"] ?? "").slice(0, 3)}***********`));
    }
  });

  it("A12 prints no ID number and no phone", async () => {
    const { out, err } = await run("--unit", "yz0101", "--dry-run");
    assert.match(out, /党员名册: 新增 0，更新 0，未变 3/);
    for (const { facts } of folk) {
      assert.ok(
        ![out, err].some((text) => text.includes(facts["idNumber"] ?? "-") || text.includes(facts["mobile"] ?? "-")),
      );
    }
  });
});
