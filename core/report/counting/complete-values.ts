import { rounded } from "./amount.ts";
import type { CompiledSet } from "../compile/compiled-set.ts";
import { cellKey } from "./cell-key.ts";
import { CellNumbers, cellPlaces, placedNumbers, type CellPlaces } from "./cell-numbers.ts";
import { bindFormula, evaluateBound, mapCells, type BoundFormula } from "./evaluate-formula.ts";
import { placedCell, type PlacedCell } from "./placed-cell.ts";
import type { GeneratedValues } from "./tabulate.ts";

export interface KnownValues {
  readonly generated: GeneratedValues;
  /** What was filled in or changed by hand, by "2!C4". */
  readonly entered: ReadonlyMap<string, number>;
  /** Of last year's table; null where there is none. */
  readonly lastYear: (table: number, cell: string) => number | null;
}

/** All numbers of a set: counted, entered, and the formula cells over both. Cells still to be filled are missing. */
export function completeValues(compiled: CompiledSet, known: KnownValues): CellNumbers {
  const places = cellPlaces(compiled);
  const numbers = placedNumbers(places, known.generated);
  for (const [key, value] of known.entered) {
    const place = places.of.get(key);
    if (place !== undefined) numbers[place] = value;
  }
  const { cells, formulas } = formulasOf(compiled, places);
  // A definition whose formulas lead back to themselves does not compile: this ends.
  const read = ({ place, table, cell, lastYear }: PlacedCell): number | null => {
    if (lastYear) return known.lastYear(table, cell);
    const value = numbers[place] ?? Number.NaN;
    if (!Number.isNaN(value)) return value;
    const formula = formulas.get(place);
    return formula ? settle(place, formula) : null;
  };
  const settle = (place: number, formula: PlacedFormula): number => {
    const value = rounded(evaluateBound(formula, read));
    numbers[place] = value;
    return value;
  };
  for (const [place, formula] of cells) if (Number.isNaN(numbers[place])) settle(place, formula);
  return new CellNumbers(places, numbers);
}

type PlacedFormula = BoundFormula<PlacedCell>;

interface Formulas {
  readonly cells: readonly (readonly [place: number, formula: PlacedFormula])[];
  readonly formulas: ReadonlyMap<number, PlacedFormula>;
}

function formulasOf(compiled: CompiledSet, places: CellPlaces): Formulas {
  const known = bound.get(compiled);
  if (known) return known;
  const cells = compiled.tables.flatMap(({ definition, cells: all }) =>
    all.flatMap(({ cell, rule }): Formulas["cells"] => {
      const here = { table: definition.no, cell };
      const place = places.of.get(cellKey(here.table, cell));
      if (rule.kind !== "formula" || place === undefined) return [];
      return [[place, mapCells(bindFormula(rule.formula, here), (read) => placedCell(places, read))]];
    }),
  );
  const result = { cells, formulas: new Map(cells) };
  bound.set(compiled, result);
  return result;
}

/** Worked out once for a set: its numbers are completed after every change. */
const bound = new WeakMap<CompiledSet, Formulas>();
