import assert from "node:assert/strict";
import type { SeenCell, SeenRow, SeenWorkbook } from "#core/intake/seen-workbook.ts";
import type { Result } from "#core/kernel/result.ts";
import { addressOf } from "#core/sheet/cell-address.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import type { IntakeRefusal } from "#core/sheet/intake-refusal.ts";
import { giveSheet } from "#service/workbook/intake/foreign/give-sheet.ts";
import { inspectArchive } from "#service/workbook/intake/foreign/inspect-archive.ts";
import { unpackRows } from "#service/workbook/intake/foreign/packed-rows.ts";
import { FOREIGN_LIMITS, type IntakeLimits } from "#service/workbook/intake/intake-limits.ts";
import { answerOf } from "#service/workbook/intake/read-archive.ts";

const NO_HURRY = Number.POSITIVE_INFINITY;

/** The verdict as the child comes to it, without the child: its guard has tests of its own. */
export async function verdictOn(
  bytes: Buffer,
  limits: Partial<IntakeLimits> = {},
): Promise<Result<SeenWorkbook, IntakeRefusal>> {
  // The test's own process is bigger than any reader.
  const all = { ...FOREIGN_LIMITS, residentBytes: NO_HURRY, ...limits };
  return await answerOf(() => inspectArchive(bytes, all, NO_HURRY));
}

export async function rowsSeen(bytes: Buffer, sheet: string): Promise<readonly SeenRow[]> {
  const rows: SeenRow[] = [];
  await giveSheet(bytes, { sheet, limits: { ...FOREIGN_LIMITS, residentBytes: NO_HURRY } }, async (line) => {
    if (line.kind === "opened") assert.ok(line.answer.ok, JSON.stringify(line));
    if (line.kind === "end") assert.equal(line.refusal, undefined);
    if (line.kind === "rows") rows.push(...unpackRows(line.rows));
  });
  return rows;
}

/** What stands in the sheet by address, plain values as themselves. */
export async function valuesSeen(
  bytes: Buffer,
  sheet: string,
): Promise<Readonly<Record<string, CellValue | SeenCell>>> {
  const rows = await rowsSeen(bytes, sheet);
  const cells = rows.flatMap(({ row, cells: seen }) =>
    seen.flatMap((cell, column): readonly (readonly [string, CellValue | SeenCell])[] => {
      if (cell.value === null && cell.formula === undefined) return [];
      return [[addressOf({ row, column }), Object.keys(cell).length === 1 ? cell.value : cell]];
    }),
  );
  return Object.fromEntries(cells);
}
