import { addressOf } from "#core/sheet/cell-address.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import type { BookReading, CellPlace, SheetReading } from "#core/sheet/reading.ts";
import { reportCellOfKeys } from "#core/sheet/report/report-places.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import { completeValues } from "../counting/complete-values.ts";
import { enterableCells } from "../entry/enterable-cells.ts";
import { parseEntryValue, type EntryValueRefusal } from "../entry/parse-entry-value.ts";

const CORNER = /^#sheet:(t\d{1,3})$/;

/** Opening figures as somebody hands them in, before they are judged. */
export interface OpeningGiven {
  /** By "1!A16". */
  readonly values: Readonly<Record<string, number>>;
  /** What stands there and is no number. */
  readonly refused: readonly EntryValueRefusal[];
  /** Where each cell stands in the workbook; none when they came by themselves. */
  readonly places: ReadonlyMap<string, CellPlace>;
}

/**
 * The numbers of a workbook of this form, whoever filled it: what stands in its cells is taken; what the form computes is computed
 * anew in every table that has a number, where an empty cell counts as nothing (R14). A workbook of another form, and one that
 * was not made by the program, has none.
 */
export function openingFromReading({ sheets }: BookReading, compiled: CompiledSet): OpeningGiven {
  const known = enterableCells(compiled);
  const given = new Map<string, number>();
  const refused: EntryValueRefusal[] = [];
  const places = new Map<string, CellPlace>();
  for (const { cell, value, place } of sheets.flatMap(cellsOfSheet)) {
    const kind = known.get(cell)?.compiled.rule.kind;
    if (kind !== "generated" && kind !== "manual") continue;
    places.set(cell, place);
    const parsed = parseEntryValue(value, { cell, decimals: true });
    if (!parsed.ok) refused.push(parsed.refusal);
    else if (parsed.value !== null) given.set(cell, Number(parsed.value));
  }
  const filled = new Set([...given.keys()].map(tableOf));
  const nothingBefore = { generated: given, entered: new Map<string, number>(), lastYear: () => null };
  const complete = filled.size === 0 ? given : completeValues(compiled, nothingBefore);
  const values = Object.fromEntries([...complete].filter(([cell]) => filled.has(tableOf(cell))));
  return { values, refused, places };
}

function tableOf(cell: string): string {
  return cell.slice(0, cell.indexOf("!"));
}

interface FoundCell {
  readonly cell: string;
  readonly value: CellValue;
  readonly place: CellPlace;
}

/** By the keys that are hidden in every sheet of the program, so that moved columns and renamed tabs do no harm. */
function cellsOfSheet({ name, rows }: SheetReading): readonly FoundCell[] {
  const [keys = [], ...body] = rows;
  const [, sheet] = CORNER.exec(String(keys[0]?.value ?? "")) ?? [];
  if (sheet === undefined) return [];
  return body.flatMap((row, below) =>
    row.slice(1).flatMap(({ value }, beside) => {
      const at = { sheet, row: String(row[0]?.value ?? ""), column: String(keys[beside + 1]?.value ?? "") };
      const cell = reportCellOfKeys(at);
      const place = { sheet: name, address: addressOf({ row: below + 1, column: beside + 1 }) };
      return cell === undefined ? [] : [{ cell, value, place }];
    }),
  );
}
