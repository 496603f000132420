import { ok, type Result } from "#core/kernel/result.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import type { BookReading, SheetReading } from "#core/sheet/reading.ts";
import { reportCellOfKeys } from "#core/sheet/report/report-places.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import { completeValues } from "../counting/complete-values.ts";
import { enterableCells } from "../entry/enterable-cells.ts";
import { parseEntryValue, type EntryValueRefusal } from "../entry/parse-entry-value.ts";

const CORNER = /^#sheet:(t\d{1,3})$/;

/**
 * The numbers of a workbook of this form, whoever filled it: what stands in its cells is taken, what the form computes is
 * computed anew (R14). A workbook of another form, and one that was not made by the program, has none.
 */
export function openingFromReading(
  { sheets }: BookReading,
  compiled: CompiledSet,
): Result<Readonly<Record<string, number>>, EntryValueRefusal> {
  const known = enterableCells(compiled);
  const given = new Map<string, number>();
  for (const [cell, value] of sheets.flatMap(cellsOfSheet)) {
    const kind = known.get(cell)?.compiled.rule.kind;
    if (kind !== "generated" && kind !== "manual") continue;
    const parsed = parseEntryValue(value, { cell, decimals: true });
    if (!parsed.ok) return parsed;
    if (parsed.value !== null) given.set(cell, Number(parsed.value));
  }
  if (given.size === 0) return ok({});
  const nothingBefore = { generated: given, entered: new Map<string, number>(), lastYear: () => null };
  return ok(Object.fromEntries(completeValues(compiled, nothingBefore)));
}

/** By the keys that are hidden in every sheet of the program, so that moved columns and renamed tabs do no harm. */
function cellsOfSheet({ rows }: SheetReading): readonly (readonly [cell: string, value: CellValue])[] {
  const [keys = [], ...body] = rows;
  const [, sheet] = CORNER.exec(String(keys[0]?.value ?? "")) ?? [];
  if (sheet === undefined) return [];
  return body.flatMap((row) =>
    row.slice(1).flatMap(({ value }, index) => {
      const at = { sheet, row: String(row[0]?.value ?? ""), column: String(keys[index + 1]?.value ?? "") };
      const cell = reportCellOfKeys(at);
      return cell === undefined ? [] : [[cell, value] as const];
    }),
  );
}
