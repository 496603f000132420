/**
 * A register of 100,000 members taken in from one workbook, in a process of its own: against exceljs' stream reader over the
 * same file, and its commit against the same rows written by bare SQL. Run: npx mocha --timeout 600000
 * test/bench/records-import.bench.ts. Limits as the issue sets them, and as ratios, so that a slow or busy machine does not matter.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { after, before, describe, it } from "mocha";
import { writeMembers } from "./records-workbook.ts";

const PEOPLE = 100_000;
const MOST = { timesExcelRead: 6, timesBareCommit: 6, timesByKey: 3, megabytes: 1_000 } as const;
const ENTRY = fileURLToPath(new URL("./records-import-entry.ts", import.meta.url));

export interface ImportFigures {
  readonly people: number;
  readonly inspectMs: number;
  readonly stageMs: number;
  readonly commitMs: number;
  /** At most, over the whole import; the reader's own process not counted (it has a bench of its own). */
  readonly megabytes: number;
  readonly bareMs: number;
  /** Medians: one person by his ID number, and by his key. */
  readonly searchMs: number;
  readonly keyMs: number;
}

describe(`taking ${String(PEOPLE)} people in`, function () {
  this.timeout(600_000);
  let folder = "";
  let file = "";
  let figures: ImportFigures;
  let excelMs = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "records-bench-"));
    file = join(folder, "members.xlsx");
    await writeMembers(file, PEOPLE);
    excelMs = await excelRead(file);
    const child = spawnSync(process.execPath, [ENTRY, file], { encoding: "utf8" });
    assert.equal(child.status, 0, child.stderr);
    figures = JSON.parse(child.stdout) as ImportFigures;
    const rounded = Object.entries({ ...figures, excelMs }).map(([name, value]) => [
      name,
      Math.round(value * 100) / 100,
    ]);
    console.log(`      ${JSON.stringify(Object.fromEntries(rounded))}`);
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  it(`W8 reads, judges, seals, stages and commits everybody within ${String(MOST.timesExcelRead)} times a mere read by exceljs`, () => {
    assert.equal(figures.people, PEOPLE);
    const all = figures.inspectMs + figures.stageMs + figures.commitMs;
    assert.ok(all <= MOST.timesExcelRead * excelMs, `${String(all / excelMs)} times`);
  });
  it(`W8 stays below ${String(MOST.megabytes)} MB`, () => {
    assert.ok(figures.megabytes > 0 && figures.megabytes <= MOST.megabytes);
  });
  it(`W8 commits within ${String(MOST.timesBareCommit)} times the bare statements`, () => {
    assert.ok(figures.commitMs <= MOST.timesBareCommit * figures.bareMs);
  });
  it(`M1 finds somebody by his ID number within ${String(MOST.timesByKey)} times a read by his key`, () => {
    assert.ok(figures.searchMs <= MOST.timesByKey * figures.keyMs);
  });
});

async function excelRead(file: string): Promise<number> {
  const from = performance.now();
  let rows = 0;
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, {
    ...{ sharedStrings: "cache", styles: "cache", worksheets: "emit", hyperlinks: "ignore", entries: "ignore" },
  });
  for await (const sheet of reader) for await (const row of sheet) rows += row.cellCount > 0 ? 1 : 0;
  assert.equal(rows, PEOPLE + 1);
  return performance.now() - from;
}
