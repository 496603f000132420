/** A year's records of a university of 2,000 people, by the command line alone: as an office does it that schedules its work. */
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { after, before, describe, it } from "mocha";
import { dayOf, type Day } from "#core/kernel/instant.ts";
import type { Person } from "#core/people/person/person.ts";
import type { ImportView } from "#core/protocol/records/imports.ts";
import type { FindingsPage } from "#core/protocol/records/records.ts";
import type { TransferListed, TransfersAnswer } from "#core/protocol/records/transfers.ts";
import { drawRecord } from "#service/demo/people/draw-record.ts";
import { UNIVERSITY_SHARES } from "#service/demo/people/population-shares.ts";
import { seededRandom } from "#service/demo/seeded-random.ts";
import { jsonOf, refusalPrinted, taizhangHere, type Ran } from "#test/environment/command-line.ts";
import { demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { collegeRoster, type RosterPerson } from "#test/fakes/rosters/messy-rosters.ts";

const BRANCH = { name: "机关党政办公室支部", code: "yz0101" };
const FROM = { name: "机关党总支", code: "yz01" };
const TO = "基础医学院党总支";
const NO_OCCUPATION = "M21-15";

interface Imported {
  readonly tables: readonly { readonly import: ImportView }[];
}

describe("records by the command line", function () {
  this.timeout(240_000);
  let demo: DemoCopy;
  let to: { readonly code: string; readonly branch: string };

  before(async function () {
    this.timeout(240_000);
    demo = await demoCopy("sqlite", 2_000);
    const units = await demo.behind(({ store }) => store.read((tx) => tx.organisation.units()));
    const target = units.find(({ shortName }) => shortName === TO);
    const below = units.find(({ parentId, kind }) => parentId === target?.id && kind === "branch");
    to = { code: target?.code ?? "", branch: below?.code ?? "" };
  });
  after(async () => {
    await demo.remove();
  });

  const run = (unit: string, ...args: readonly string[]): Promise<Ran> =>
    taizhangHere(demo, ...args, "--as", demo.account("unit", unit), "--json");
  const imported = async (file: string, ...more: readonly string[]) =>
    jsonOf<Imported>(await run(BRANCH.name, "people", "import", "--unit", BRANCH.code, ...more, file)).tables[0]
      ?.import;
  const findings = async (): Promise<FindingsPage> =>
    jsonOf<FindingsPage>(await run(BRANCH.name, "check", "records", "--unit", BRANCH.code));
  /** Of the branch, as the store has them. */
  const members = async (): Promise<readonly Person[]> =>
    await demo.behind(async ({ store, clock }) => {
      const on = dayOf(clock.now());
      return await store.read(async (tx) => {
        const unit = (await tx.organisation.units()).find(({ code }) => code === BRANCH.code);
        return await tx.people.inUnits({ units: unit ? [unit.id] : [], on, kinds: ["member"], opened: true });
      });
    });
  const countOf = ({ counts }: FindingsPage, wanted: string): number =>
    counts.reduce((sum, { check, count }) => sum + (check === wanted ? count : 0), 0);

  it("W8 a college's roster: a dry run writes nothing, the import takes everybody, the same again changes nothing", async () => {
    const folk = [900_001, 900_002, 900_003, 900_004].map((serial): RosterPerson => ({
      branch: BRANCH.name,
      facts: drawRecord(seededRandom(serial), {
        ...{ name: "沈立春", mobile: `138000${String(serial).slice(1)}`, stage: "full", setting: "university" },
        ...{ shares: UNIVERSITY_SHARES, today: "2026-01-01" as Day, serial },
      }),
    }));
    const file = demo.file("college.xlsx");
    await writeFile(file, (await collegeRoster(folk)).bytes);
    const dry = await imported(file, "--dry-run");
    assert.deepEqual([dry?.state, dry?.counts.new], ["staged", folk.length]);
    const done = await imported(file, "--reason", "组织部下发名册");
    assert.deepEqual([done?.state, done?.counts.new], ["committed", folk.length]);
    const again = await imported(file);
    assert.deepEqual([again?.counts.new, again?.counts.unchanged], [0, folk.length]);
  });

  it("M21 what the checks find is mended by a list of two columns, and the finding is gone", async () => {
    const before = await findings();
    const lacking = before.findings.filter(({ check }) => check === NO_OCCUPATION).map(({ record }) => record);
    assert.ok(lacking.length > 0, "nobody without an occupation");
    const all = await members();
    const colleague = all.find(({ facts }) => (facts["occupation"] ?? "") !== "");
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("补填");
    sheet.addRow(["姓名", "公民身份号码", "工作岗位", "岗位开始日期"]);
    for (const { facts } of all.filter(({ id }) => lacking.includes(`person:${id}`)))
      sheet.addRow([facts["name"], facts["idNumber"], colleague?.facts["occupation"], "2020年9月1日"]);
    const file = demo.file("occupations.xlsx");
    await book.xlsx.writeFile(file);
    const done = await imported(file);
    assert.deepEqual([done?.counts.changed, done?.counts.refused], [lacking.length, 0]);
    const after = await findings();
    assert.equal(countOf(after, NO_OCCUPATION), countOf(before, NO_OCCUPATION) - lacking.length);
  });

  it("A13 A12 M16 the members leave as a workbook, with a reason, numbers masked", async () => {
    const out = demo.file("members.xlsx");
    const asked = ["--unit", BRANCH.code, "--list", "members", "--out", out, "--reason", "报送核对"];
    jsonOf(await run(BRANCH.name, "people", "export", ...asked));
    const seen = await taizhangHere(demo, "intake", "inspect", out, "--values", "--json");
    for (const { facts } of await members()) {
      assert.ok(seen.out.includes(facts["name"] ?? "-"), facts["name"]);
      assert.ok(!seen.out.includes(facts["idNumber"] ?? "-"), facts["name"]);
    }
  });

  it("M12 M13 a letter is issued, printed and received, and the person belongs to the other branch", async () => {
    const person = (await members()).find(({ facts }) => (facts["mobile"] ?? "") !== "") ?? assert.fail("no phone");
    const given = ["--person", person.id, "--to", to.code, "--dues", "2026-10", "--reason", "工作调动"];
    const issued = jsonOf<TransfersAnswer>(await run(FROM.name, "transfer", "issue", ...given));
    const letter = issued.done[0]?.transferId ?? assert.fail(JSON.stringify(issued));
    const twice = await run(FROM.name, "transfer", "issue", ...given);
    assert.equal(twice.code, 1, "one open transfer at most");
    const out = demo.file("letter.docx");
    jsonOf(await run(FROM.name, "transfer", "letter", "--transfer", letter, "--out", out));
    assert.equal((await readFile(out)).subarray(0, 2).toString(), "PK");
    const waiting = jsonOf<readonly TransferListed[]>(
      await run(TO, "transfer", "list", "--unit", to.code, "--side", "in", "--open", "open"),
    );
    assert.deepEqual(
      waiting.map(({ id }) => id),
      [letter],
    );
    const received = jsonOf<TransfersAnswer>(
      await run(TO, "transfer", "receive", "--transfer", letter, "--branch", to.branch),
    );
    assert.equal(received.done.length, 1);
    const asked = ["--unit", to.branch, "--list", "members", "--out", demo.file("there.xlsx")];
    jsonOf(await run(TO, "people", "export", ...asked));
    const there = await taizhangHere(demo, "intake", "inspect", demo.file("there.xlsx"), "--values", "--json");
    assert.ok(there.out.includes(person.facts["name"] ?? "-"));
  });

  it("A11 another branch's records are no business of this one, by any command", async () => {
    for (const words of [
      ["check", "records", "--unit", "yz0201"],
      ["people", "export", "--unit", "yz0201", "--list", "members", "--out", demo.file("no.xlsx")],
    ]) {
      const ran = await run(BRANCH.name, ...words);
      assert.deepEqual([ran.code, refusalPrinted(ran).code], [1, "not-found"], words.join(" "));
    }
  });
});
