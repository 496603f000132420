import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, describe, it } from "mocha";
import type { CompareView } from "#core/protocol/report/report-tracing.ts";
import type { OpeningAnswer } from "#core/protocol/report/report-opening.ts";
import { ReportFile } from "../usecases/report/report-file.ts";
import { demoCopy, type DemoCopy } from "#test/environment/demo-copy.ts";
import { jsonOf, refusalPrinted, taizhangHere, type Ran } from "#test/environment/command-line.ts";

const REASON = "一名党员的转入手续年底前补办";
/** Members on the last day; filled by hand. */
const [TOTAL, MANUAL] = ["1!A16", "40!B1"];

interface Generated {
  readonly tables: readonly { readonly no: number; readonly cells: Readonly<Record<string, number | null>> }[];
}

describe("taizhang report, filled from the command line", function () {
  this.timeout(240_000);
  let demo: DemoCopy;

  before(async () => {
    demo = await demoCopy();
  });
  after(async () => {
    await demo.remove();
  });

  const asked = ["--set", "2017", "--unit", "yz01", "--date", "2026-12-31", "--json"];
  const run = (...args: readonly string[]): Promise<Ran> => taizhangHere(demo, "report", ...args, ...asked);
  const numberOf = async (address: string): Promise<number | null> => {
    const [table = "", cell = ""] = address.split("!");
    const { tables } = jsonOf<Generated>(await run("generate"));
    return tables.find(({ no }) => no === Number(table))?.cells[cell] ?? null;
  };

  it("R3 a cell is filled, or forced with a reason, and restored", async () => {
    const total = (await numberOf(TOTAL)) ?? 0;
    jsonOf(await run("set", "--cell", MANUAL, "--value", "4"));
    assert.equal(await numberOf(MANUAL), 4);
    const forced = ["--cell", TOTAL, "--value", String(total + 1)];
    assert.equal(refusalPrinted(await run("set", ...forced)).code, "reason-required");
    jsonOf(await run("set", ...forced, "--reason", REASON));
    assert.equal(await numberOf(TOTAL), total + 1);
    jsonOf(await run("set", "--cell", TOTAL, "--value", ""));
    assert.equal(await numberOf(TOTAL), total);
    assert.equal(refusalPrinted(await run("set", "--cell", "1!Z9", "--value", "1")).code, "report-cell-unknown");
  });

  it("R14 R6 R4a last year's numbers are loaded, compared with, and what moved much is explained", async () => {
    const file = demo.file("opening.json");
    await writeFile(file, JSON.stringify({ [TOTAL]: 900 }));
    const loaded = await run("opening", file, "--year", "2025", "--reason", "旧系统上年年报的数字");
    assert.equal(jsonOf<OpeningAnswer>(loaded).cells, 1);
    const again = ["opening", file, "--year", "2025", "--reason", "旧系统上年年报的数字，已核对"] as const;
    assert.equal(refusalPrinted(await run(...again)).code, "changed-meanwhile", "what stands there was not looked at");
    const looked = jsonOf<OpeningAnswer>(await run("opening", file, "--year", "2025", "--dry-run"));
    assert.deepEqual([looked.dryRun, looked.standing?.cells, looked.tables[0]?.moved], [true, 1, 0]);
    assert.equal(jsonOf<OpeningAnswer>(await run(...again, "--base", looked.base)).cells, 1);
    // R12: what was sent already has nothing left to do, whatever mark comes with it.
    const sent = jsonOf<OpeningAnswer>(await run(...again));
    assert.deepEqual([sent.same, sent.cells], [true, 1]);
    assert.notEqual(sent.base, looked.base, "the one before was another reason's");
    assert.equal(jsonOf<OpeningAnswer>(await run(...again)).base, sent.base, "nothing was written");
    const { years } = jsonOf<{ readonly years: readonly CompareView[] }>(await run("diff", "--years", "2025, 2024"));
    assert.deepEqual(
      years.map(({ year, source }) => [year, source]),
      [
        [2025, "opening"],
        [2024, null],
      ],
    );
    assert.deepEqual([years[0]?.rows[0]?.cell, years[0]?.rows[0]?.before], [TOTAL, 900]);
    const lists = [demo.file("校核.xlsx"), demo.file("比较.xlsx")] as const;
    jsonOf(await run("check", "--out", lists[0]));
    jsonOf(await run("diff", "--years", "2025", "--out", lists[1]));
    for (const list of lists) assert.deepEqual([...(await readFile(list)).subarray(0, 2)], [0x50, 0x4b], list);
    const text = "本年成建制转出一个党支部，人数减少";
    jsonOf(await run("explain", "--check", "A-3.1", "--text", text));
    assert.equal(refusalPrinted(await run("explain", "--check", "A-3.2", "--text", text)).code, "no-such-finding");
  });

  it("R14 the empty form for last year's figures is filled in another program and loaded whole", async () => {
    const file = demo.file("期初数.xlsx");
    const of = ["--year", "2023"] as const;
    jsonOf(await run("opening", "--blank", "--out", file, ...of));
    const form = await ReportFile.open(new Uint8Array(await readFile(file)).buffer);
    const total = await numberOf("2!A3");
    for (const cell of ["2!A3", "40!B1"]) form.cell(cell).value = total ?? 0;
    await writeFile(file, await form.bytes());
    const loaded = jsonOf<OpeningAnswer>(await run("opening", file, ...of, "--reason", "旧系统 2023 年年报的数字"));
    assert.deepEqual([loaded.unchanged, loaded.problems, loaded.tables.map(({ table }) => table)], [0, [], [2, 40]]);
    assert.equal((await run("opening", "--blank", "--out", file, file, ...of)).code, 2);
    assert.equal((await run("opening", ...of)).code, 2, "no file");
  });
});
