import { rounded } from "../counting/amount.ts";
import {
  bindFormula,
  evaluateBound,
  mapCells,
  readByName,
  type BoundFormula,
  type CellReader,
} from "../counting/evaluate-formula.ts";
import { cellsOfTerm, termsOf, type CellRead, type FormulaPlace } from "../formula/formula-cells.ts";
import type { Formula } from "../formula/formula.ts";
import type { CheckTest, Relation, TableCheck } from "./table-check.ts";

/** One place where a check does not hold (R4). */
export interface CheckFinding {
  readonly check: TableCheck;
  /** The row or column it was checked in: "5", "C"; "" for a check that runs once. */
  readonly line: string;
  readonly left: number;
  readonly right: number;
  /** left - right */
  readonly difference: number;
  /** Every cell it looked at, for a click that selects them. */
  readonly cells: readonly CellRead[];
}

/**
 * Every check of a set over its numbers, wherever it does not hold.
 * @param read a number, or null where there is none yet
 */
export function runChecks(
  checks: readonly TableCheck[],
  { tables }: { readonly tables: readonly CheckedTable[] },
  read: CellReader,
): readonly CheckFinding[] {
  return checks.flatMap((check) =>
    boundPlaces(check, tables).flatMap(
      (place) => findingAt({ check, place, placed: place.bound }, readByName(read)) ?? [],
    ),
  );
}

interface PlacedCheck<Cell> {
  readonly check: TableCheck;
  readonly place: BoundPlace;
  /** The check there, over cells as they are read. */
  readonly placed: BoundCheck<Cell>;
}

type Read<Cell> = (cell: Cell) => number | null;

/** @returns undefined where the check holds, or waits for a number */
export function findingAt<Cell>(
  { check, place, placed }: PlacedCheck<Cell>,
  read: Read<Cell>,
): CheckFinding | undefined {
  const { left, right, waits, holds } = judgeBound(check, placed, read);
  if (waits || holds) return undefined;
  return { check, line: place.line, left, right, difference: rounded(left - right), cells: place.bound.cells };
}

export interface BoundCheck<Cell = CellRead> {
  readonly sides: readonly BoundFormula<Cell>[];
  readonly cells: readonly Cell[];
}

/** The same check over its cells told otherwise. */
export function placedCheck<Cell>({ sides, cells }: BoundCheck, told: (cell: CellRead) => Cell): BoundCheck<Cell> {
  return { sides: sides.map((side) => mapCells(side, told)), cells: cells.map(told) };
}

/** A check in one of its places, with the cells it reads there. */
export interface BoundPlace {
  readonly line: string;
  readonly bound: BoundCheck;
}

interface BoundPlaces {
  readonly tables: readonly CheckedTable[];
  readonly places: readonly BoundPlace[];
}

/** Worked out once for the tables of a set: its checks are run after every change. */
const known = new WeakMap<TableCheck, BoundPlaces>();

export function boundPlaces(check: TableCheck, tables: readonly CheckedTable[]): readonly BoundPlace[] {
  const before = known.get(check);
  if (before?.tables === tables) return before.places;
  const places = checkPlaces(check, tables).map(({ line, place }) => ({ line, bound: bindCheck(check, place) }));
  known.set(check, { tables, places });
  return places;
}

function bindCheck(check: TableCheck, place: FormulaPlace): BoundCheck {
  return { sides: sidesOf(check.test).map((side) => bindFormula(side, place)), cells: cellsOfCheck(check, place) };
}

/** What a check must know of a table to stand in its rows or columns. */
export interface CheckedTable {
  readonly definition: {
    readonly no: number;
    readonly rows: readonly { readonly no: number }[];
    readonly columns: readonly { readonly id: string }[];
  };
}

/** Where a check stands: once, or in every row or column of its table. */
export interface CheckPlace {
  readonly line: string;
  readonly place: FormulaPlace;
}

/** A check of rows stands in each row: which column it stands in matters to none of its places, and the other way round. */
export function checkPlaces({ table, each }: TableCheck, tables: readonly CheckedTable[]): readonly CheckPlace[] {
  const found = tables.find(({ definition }) => definition.no === table)?.definition;
  if (!found || each === null) return [{ line: "", place: { table: table ?? 0, cell: "" } }];
  if (each === "row")
    return found.rows.map(({ no }) => ({ line: String(no), place: { table: found.no, cell: `A${no}` } }));
  return found.columns.map(({ id }) => ({ line: id, place: { table: found.no, cell: `${id}1` } }));
}

/** What a check finds at one place, whether it holds or not. */
export interface CheckJudgement {
  readonly left: number;
  readonly right: number;
  /** A cell has no number yet, and the check waits until it has one. */
  readonly waits: boolean;
  readonly holds: boolean;
}

export function judgeCheck(check: TableCheck, place: FormulaPlace, read: CellReader): CheckJudgement {
  return judgeBound(check, bindCheck(check, place), readByName(read));
}

function judgeBound<Cell>(check: TableCheck, { sides, cells }: BoundCheck<Cell>, read: Read<Cell>): CheckJudgement {
  const waits = check.missing === "wait" && cells.some((cell) => read(cell) === null);
  const [left = 0, right = 0] = sides.map((side) => rounded(evaluateBound(side, read)));
  return { left, right, waits, holds: holds(check.test, left, right) };
}

/** Every cell a check reads, last year's among them. */
export function cellsOfCheck({ test }: TableCheck, place: FormulaPlace): readonly CellRead[] {
  return sidesOf(test)
    .flatMap(termsOf)
    .flatMap((term) => cellsOfTerm(term, place));
}

/** Both sides of a check; a band's other side are the same cells of last year. */
export function sidesOf(test: CheckTest): readonly Formula[] {
  return test.kind === "band" ? [test.left, lastYearOf(test.left)] : [test.left, test.right];
}

/** The same cells of last year's table. */
function lastYearOf(formula: Formula): Formula {
  if ("left" in formula) return { ...formula, left: lastYearOf(formula.left), right: lastYearOf(formula.right) };
  return formula.kind === "cell" || formula.kind === "range" ? { ...formula, lastYear: true } : formula;
}

function holds(test: CheckTest, left: number, right: number): boolean {
  switch (test.kind) {
    case "relation":
      return RELATIONS[test.relation](left, right);
    case "both-or-neither":
      return (left === 0) === (right === 0);
    case "either-or":
      return left <= 0 || right <= 0;
    case "band": {
      const moved = Math.abs(left - right);
      return moved <= test.absolute || moved * 100 <= test.percent * Math.abs(right);
    }
  }
}

const RELATIONS: Readonly<Record<Relation, (left: number, right: number) => boolean>> = {
  "=": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};
