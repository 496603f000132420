import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "mocha";
import { demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { jsonOf, refusalPrinted, taizhangHere, type Ran } from "#test/environment/command-line.ts";

const BRANCH = "机关党政办公室支部";
const DAY = "2026-11-22";

interface Generated {
  readonly tables: readonly { readonly no: number; readonly cells: Readonly<Record<string, number | null>> }[];
}
interface Drilled {
  readonly value: number | null;
  readonly rows: readonly {
    readonly record: string;
    readonly idNumber: string;
    readonly facts: Readonly<Record<string, string>>;
  }[];
}
interface Checked {
  readonly findings: readonly { readonly code: string; readonly left: number; readonly right: number }[];
}
interface Contrasted {
  readonly both: number;
  readonly onlyFirst: readonly { readonly name: string; readonly why: { readonly zh: string } }[];
  readonly onlySecond: readonly unknown[];
}

describe("taizhang report", function () {
  this.timeout(240_000);
  let demo: DemoCopy;

  before(async () => {
    demo = await demoCopy();
  });
  after(async () => {
    await demo.remove();
  });

  const run = (...args: readonly string[]): Promise<Ran> => taizhangHere(demo, "report", ...args);
  const asked = ["--set", "2017", "--unit", "yz01", "--date", DAY, "--json"];

  it("R2 generates 43 tables of a unit, twice the same", async () => {
    const [once, again] = [
      jsonOf<Generated>(await run("generate", ...asked)),
      jsonOf<Generated>(await run("generate", ...asked)),
    ];
    assert.equal(once.tables.length, 43);
    assert.ok((once.tables[0]?.cells["A16"] ?? 0) > 0);
    assert.deepEqual(again, once);
  });

  it("R5 R5a a number has as many records behind it, and what two tables do not share is told with its reason", async () => {
    const { findings } = jsonOf<Checked>(await run("check", ...asked));
    const unequal = findings.find(({ code }) => code === "X-01");
    const { both, onlyFirst, onlySecond } = jsonOf<Contrasted>(
      await run("contrast", ...asked, "--cells", "1!A16", "2!A1"),
    );
    assert.equal(onlyFirst.length - onlySecond.length, unequal ? unequal.left - unequal.right : 0);
    assert.ok(onlyFirst.every(({ why }) => why.zh.includes("岗位")));
    const drilled = jsonOf<Drilled>(await run("drill", ...asked, "--cell", "2!A1"));
    assert.deepEqual([drilled.value, drilled.rows.length], [both, both]);
    assert.doesNotMatch(JSON.stringify(drilled), /\d{17}[\dX]|"1\d{10}"/);
  });

  it("A11 refuses a unit on which the account does not work, a form and a cell that nobody has", async () => {
    const account = ["--as", demo.account("unit", BRANCH), "--json"];
    const foreign = await run("generate", "--set", "2017", "--unit", "yz0201", "--date", DAY, ...account);
    assert.deepEqual([foreign.code, refusalPrinted(foreign).code], [1, "not-found"]);
    const form = await run("generate", "--set", "1999", "--unit", "yz01", "--date", DAY, "--json");
    assert.equal(refusalPrinted(form).code, "report-set-unknown");
    const cell = await run("drill", ...asked, "--cell", "2!Z99");
    assert.equal(refusalPrinted(cell).code, "report-cell-unknown");
    assert.equal((await run("generate", "--set", "2017", "--unit", "yz01", "--date", "2026-13-01")).code, 2);
  });

  it("R1 R11 lint tells file, line and cell of what is wrong in a form", async () => {
    const folder = join(dirname(demo.file("x")), "form");
    await mkdir(folder);
    await writeFile(join(folder, "set.txt"), "年报 2031 试验\n周期 半年\n");
    const table = (rule: string) => `表 1 甲\n列\nA | 总数 | 全部\n行\n1 | 合计 | ${rule}\n`;
    await writeFile(join(folder, "table-01.txt"), table("性别 = 紫"));
    const wrong = await run("lint", folder);
    assert.equal(wrong.code, 1);
    assert.match(wrong.out, /table-01\.txt:5 1!A1 .*紫/u);
    await writeFile(join(folder, "table-01.txt"), table("性别 = 女"));
    assert.match((await run("lint", folder)).out, /2031 {2}1 张表/u);
  });
});
