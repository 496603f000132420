import { ok, type Result } from "#core/kernel/result.ts";
import type { CellValue } from "#core/sheet/cell.ts";
import { sameValue, tidied } from "#core/sheet/diff/same-value.ts";
import type { SheetProblem } from "#core/sheet/edit.ts";
import type { BookReading, CellPlace, ReadCell } from "#core/sheet/reading.ts";
import { reportCellOfKeys } from "#core/sheet/report/report-places.ts";
import type { BaseSnapshot, SnapshotCell } from "#core/sheet/snapshot/base-snapshot.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import { completeValues } from "../counting/complete-values.ts";
import type { CellRule } from "../definition/cell-rules.ts";
import { enterableCells, type EnterableCell } from "../entry/enterable-cells.ts";
import { parseEntryValue, type EntryValueRefusal } from "../entry/parse-entry-value.ts";
import { cellsFound, type CellsFound } from "./cells-found.ts";
import { settledBy } from "./settled-cells.ts";

/** Opening figures as somebody hands them in, before they are judged. */
export interface OpeningGiven {
  /** By "1!A16". */
  readonly values: Readonly<Record<string, number>>;
  /** What stands there and is no number. */
  readonly refused: readonly EntryValueRefusal[];
  /** Where each cell stands in the workbook; none when they came by themselves. */
  readonly places: ReadonlyMap<string, CellPlace>;
  /** Numbers of the workbook that are as it was issued: they are of the year it was issued for, and left out. */
  readonly unchanged: number;
  /** What of the workbook was not looked at, and why: a copied sheet, a doubled row. */
  readonly problems: readonly SheetProblem[];
}

/**
 * The numbers that somebody typed into an issued workbook of this form (R14). What stands in it as it was issued is this year's and
 * is left out. What the form computes is computed anew where all that it reads was typed or is empty in a table that was filled;
 * else it is what was typed there.
 */
export function openingFromReading(reading: BookReading, compiled: CompiledSet, base: BaseSnapshot): OpeningGiven {
  const cells = enterableCells(compiled);
  const looked = cellsFound(reading, base);
  const { given, sums, unchanged, refused, places } = sortCells(looked, cells, base);
  const filled = new Set([...given.keys()].map(tableOf));
  // Numbers as they were issued are not known for the other year; empty cells and noughts count as nothing.
  const isKnown = (cell: string): boolean => {
    if (given.has(cell)) return true;
    const kind = cells.get(cell)?.compiled.rule.kind;
    const isFilled = filled.has(tableOf(cell)) && (unchanged.get(cell) ?? 0) === 0;
    return (kind === "generated" || kind === "manual") && isFilled;
  };
  const isComputed = settledBy(cells, isKnown);
  const typed = new Map([...sums].filter(([cell]) => !isComputed(cell)));
  const isSettled = settledBy(cells, (cell) => typed.has(cell) || isKnown(cell));
  const before = { generated: new Map([...given, ...typed]), entered: new Map<string, number>(), lastYear: () => null };
  const kept = [...completeValues(compiled, before)].filter(
    ([cell]) => given.has(cell) || typed.has(cell) || (filled.has(tableOf(cell)) && isSettled(cell)),
  );
  return { values: Object.fromEntries(kept), refused, places, unchanged: unchanged.size, problems: looked.problems };
}

function tableOf(cell: string): string {
  return cell.slice(0, cell.indexOf("!"));
}

type Sorted = Pick<OpeningGiven, "refused" | "places"> & {
  /** Typed into cells that are counted or filled by hand. */
  readonly given: ReadonlyMap<string, number>;
  /** Typed over formulas. */
  readonly sums: ReadonlyMap<string, number>;
  readonly unchanged: ReadonlyMap<string, number>;
};

/** What was typed, and what stands as it was issued. */
function sortCells({ cells }: CellsFound, known: ReadonlyMap<string, EnterableCell>, base: BaseSnapshot): Sorted {
  const issued = issuedCells(base);
  const numbers = {
    given: new Map<string, number>(),
    sums: new Map<string, number>(),
    unchanged: new Map<string, number>(),
  };
  const refused: EntryValueRefusal[] = [];
  const places = new Map<string, CellPlace>();
  for (const { cell, found, place } of cells) {
    const sort = sortOf(found, known.get(cell)?.compiled.rule.kind, issued.get(cell));
    if (sort === undefined) continue;
    places.set(cell, place);
    const read = numberIn(found.value, { cell, sort });
    if (!read.ok) refused.push(read.refusal);
    else if (read.value !== null) numbers[sort].set(cell, read.value);
  }
  return { ...numbers, refused, places };
}

type Sort = "given" | "sums" | "unchanged";

function sortOf(
  found: ReadCell,
  kind: CellRule["kind"] | undefined,
  issued: SnapshotCell | undefined,
): Sort | undefined {
  if (kind === "formula") return found.formula === undefined ? "sums" : undefined;
  if (kind === undefined || kind === "none") return undefined;
  return asIssued(issued, found) ? "unchanged" : "given";
}

function numberIn(
  value: CellValue,
  { cell, sort }: { readonly cell: string; readonly sort: Sort },
): Result<number | null, EntryValueRefusal> {
  if (sort === "unchanged") return ok(tidied(value) === null ? null : Number(value));
  // A difference may be below zero.
  const sign = sort === "sums" && typeof value === "number" && value < 0 ? -1 : 1;
  const parsed = parseEntryValue(typeof value === "number" ? value * sign : value, { cell, decimals: true });
  return parsed.ok ? ok(parsed.value === null ? null : Number(parsed.value) * sign) : parsed;
}

function asIssued(issued: SnapshotCell | undefined, found: ReadCell): boolean {
  return found.formula === undefined && sameValue(issued?.value ?? null, found.value);
}

function issuedCells({ sheets }: BaseSnapshot): ReadonlyMap<string, SnapshotCell> {
  return new Map(
    sheets.flatMap(({ key, rows }) =>
      rows.flatMap((row) =>
        row.cells.flatMap((one) => {
          const cell = reportCellOfKeys({ sheet: key, row: row.key, column: one.column });
          return cell === undefined ? [] : [[cell, one] as const];
        }),
      ),
    ),
  );
}
