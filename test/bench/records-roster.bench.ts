/**
 * A roster of 10,000 x 40 written as a workbook with its base, and read back: against exceljs' stream writing the bare values, and
 * exceljs loading the same file whole. Run: npx mocha --timeout 600000 test/bench/records-roster.bench.ts. Limits as ratios within one
 * run, so that a slow or busy machine does not matter.
 */
import assert from "node:assert/strict";
import { Writable } from "node:stream";
import ExcelJS from "exceljs";
import { describe, it } from "mocha";
import { readWorkbook } from "#service/workbook/intake/read-workbook.ts";
import { renderXlsx } from "#service/workbook/render-xlsx.ts";
import { aRoster } from "#test/builders/roster-book.ts";
import { median } from "./median.ts";

const PEOPLE = 10_000;
const COLUMNS = 40;
const ROUNDS = 3;
const MOST = { timesBareWrite: 4, timesFullLoad: 1 } as const;
/** Its time is what is measured here. */
const PATIENCE = { milliseconds: 60_000 };

describe(`a roster of ${String(PEOPLE)} x ${String(COLUMNS)} as a workbook`, function () {
  this.timeout(600_000);
  const book = aRoster(PEOPLE, COLUMNS);
  let content: Uint8Array = new Uint8Array();

  it(`M4 is written within ${String(MOST.timesBareWrite)} times the bare values, base snapshot included`, async () => {
    const bare: number[] = [];
    const own: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await timed(writeBare));
      own.push(
        await timed(async () => {
          content = await renderXlsx(book);
        }),
      );
    }
    report({ bareMs: median(bare), ownMs: median(own), megabytes: content.length / 1_000_000 });
    assert.ok(median(own) <= MOST.timesBareWrite * median(bare));
  });

  it(`W2a is read back within ${String(MOST.timesFullLoad)} times a full load`, async () => {
    const own: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      own.push(
        await timed(async () => {
          const reading = await readWorkbook(content, PATIENCE);
          assert.ok(reading.ok && reading.value.sheets[0]?.rows.length === PEOPLE + 2);
        }),
      );
    }
    const full = await timed(async () => {
      await new ExcelJS.Workbook().xlsx.load(content.slice().buffer);
    });
    report({ fullMs: full, ownMs: median(own) });
    assert.ok(median(own) <= MOST.timesFullLoad * full);
  });

  async function writeBare(): Promise<void> {
    const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: nowhere });
    const sheet = workbook.addWorksheet("名册");
    for (const { cells } of book.sheets[0]?.rows ?? [])
      sheet.addRow(Object.values(cells).map(({ value }) => value)).commit();
    sheet.commit();
    await workbook.commit();
  }
});

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function report(figures: Readonly<Record<string, number>>): void {
  const rounded = Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10]);
  console.log(`      ${JSON.stringify(Object.fromEntries(rounded))}`);
}
