import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { SeenRow } from "#core/intake/seen-workbook.ts";
import { inspectWorkbook } from "#service/workbook/intake/foreign/inspect-workbook.ts";
import { openSheet } from "#service/workbook/intake/foreign/open-sheet.ts";
import type { OpenSheet } from "#service/ports/workbooks.ts";
import { aPackage } from "#test/builders/sheet-package.ts";
import { bigRoster, SAME_SHEET } from "#test/fakes/workbooks/rosters.ts";
import { writeBook, WRITERS } from "#test/fakes/workbooks/writers.ts";

const PATIENT = { milliseconds: 30_000 };

async function opened(file: Buffer, sheet: string): Promise<OpenSheet> {
  const answer = await openSheet(file, sheet, PATIENT);
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}

describe("the reader of foreign workbooks, in its own process", () => {
  const roster = writeBook([bigRoster(20_000)], WRITERS["Apache POI"]);

  it("W8 gives the verdict first, without values", async () => {
    const verdict = await inspectWorkbook(roster, PATIENT);
    assert.ok(verdict.ok);
    const { rows, columns, cells } = verdict.value.sheets[0]!;
    assert.deepEqual([verdict.value.complete, rows, columns, cells], [true, 20_001, 4, 80_004]);
  });
  it("W8 hands rows on in batches, all of them and in order", async () => {
    const { batches, sheet } = await opened(roster, "名册");
    const rows: SeenRow[] = [];
    let count = 0;
    for await (const batch of batches) {
      assert.ok(batch.ok);
      rows.push(...batch.value);
      count += 1;
    }
    assert.ok(count > 3, `${count} batches`);
    assert.equal(sheet.cells, 80_004);
    assert.deepEqual(
      rows.map(({ row }) => row),
      rows.map((_, index) => index),
    );
    assert.deepEqual(
      rows.at(-1)?.cells.map(({ value }) => value),
      [20_000, "某20000", "女", "汉族"],
    );
  });
  it("W8 waits for whoever takes the rows, and ends when nobody takes more", async () => {
    const sheet = await opened(roster, "名册");
    for await (const batch of sheet.batches) {
      assert.ok(batch.ok && batch.value.length < 20_000);
      break;
    }
    sheet.close();
  });
  it("W8 says no before the first row when the last one is wrong", async () => {
    const rows = "<row><c><v>1</v></c></row>".repeat(50_000);
    const answer = await openSheet(aPackage({ rows: `${rows}<row r="1"/>` }), "表一", PATIENT);
    assert.deepEqual(answer, {
      ok: false,
      refusal: { code: "workbook-hostile", what: "duplicate-row", place: "表一!1" },
    });
  });
  it("W8 refuses a sheet that is not there", async () => {
    const answer = await openSheet(writeBook([SAME_SHEET]), "无此表", PATIENT);
    assert.ok(!answer.ok && answer.refusal.code === "workbook-damaged" && answer.refusal.place === "无此表");
  });
  it("W7 is killed when it says nothing for too long", async () => {
    const answer = await openSheet(roster, "名册", { milliseconds: 1 });
    assert.deepEqual(answer, { ok: false, refusal: { code: "workbook-timeout", milliseconds: 1 } });
  });
  it("W7 takes nobody with it when its memory is over", async () => {
    const small = { ...PATIENT, limits: { residentBytes: 10_000_000 } };
    const answers = [await openSheet(roster, "名册", small), await inspectWorkbook(roster, small)];
    for (const answer of answers)
      assert.ok(!answer.ok && answer.refusal.code === "workbook-too-big" && answer.refusal.what === "memory");
  });
  it("W8 reads from bytes that are too many for its limits not at all", async () => {
    const answer = await inspectWorkbook(roster, { limits: { fileBytes: 10 } });
    assert.ok(!answer.ok && answer.refusal.code === "workbook-too-big" && answer.refusal.what === "file");
  });
});
