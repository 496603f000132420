import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { FieldAddress } from "../field/field-catalogue.ts";
import type { Facts } from "../person/facts.ts";
import type { QuestionProblem } from "./question.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** One side of a cross-table: a field, numbers in bands, dates by year. */
export interface Dimension {
  readonly address: FieldAddress;
  /** Upper ends, ascending: 30, 35 makes up to 30, 31 to 35, from 36. */
  readonly bands: readonly number[];
}

export interface CrossTable {
  /** Keys as `keyOf` gives them, in their order; "" stands for an empty field. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** counts[row][column]. */
  readonly counts: readonly (readonly number[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
}

const BANDED = /^(.*?)[(（]\s*(\d{1,6}(?:\s*[,，、]\s*\d{1,6})*)\s*[)）]$/u;

/** "性别", "年龄(30, 35, 40)", "入党日期". */
export function parseDimension(text: string, vocabulary: Vocabulary): Result<Dimension, QuestionProblem> {
  const given = text.trim();
  const [, name = given, numbers = ""] = vocabulary.fieldOf(given) === undefined ? (BANDED.exec(given) ?? []) : [];
  const address = vocabulary.fieldOf(name.trim());
  const unreadable = (problem: QuestionProblem["problem"]) =>
    refuse({ code: "question-unreadable", at: 0, given, problem } as const);
  if (address === undefined) return unreadable("unknown-field");
  if (address === "year-needed") return unreadable("year-needed");
  if (numbers === "") return ok({ address, bands: [] });
  const isNumber = address.definition.type === "whole" || address.definition.type === "money";
  if (!isNumber) return unreadable("no-order");
  const bands = numbers.split(/\s*[,，、]\s*/u).map(Number);
  return ok({ address, bands: bands.toSorted((a, b) => a - b) });
}

/** Without a second field the only column is "". */
export function crossTable(all: Iterable<Facts>, rowsBy: Dimension, columnsBy: Dimension | null): CrossTable {
  const cells = new Map<string, Map<string, number>>();
  const columnKeys = new Set<string>();
  for (const facts of all) {
    const column = columnsBy ? keyOf(facts, columnsBy) : "";
    const row = keyOf(facts, rowsBy);
    columnKeys.add(column);
    const counts = cells.get(row) ?? new Map<string, number>();
    counts.set(column, (counts.get(column) ?? 0) + 1);
    cells.set(row, counts);
  }
  const rows = inOrder(cells.keys());
  const columns = inOrder(columnKeys);
  const counts = rows.map((row) => columns.map((column) => cells.get(row)?.get(column) ?? 0));
  const rowTotals = counts.map((row) => row.reduce(sum, 0));
  const columnTotals = columns.map((_, index) => counts.reduce((total, row) => total + (row[index] ?? 0), 0));
  return { rows, columns, counts, rowTotals, columnTotals, total: rowTotals.reduce(sum, 0) };
}

/** The value itself, a date's year, or the band: "0-30", "31-35", "36-". */
export function keyOf(facts: Facts, { address, bands }: Dimension): string {
  const value = facts[address.key] ?? "";
  const { type } = address.definition;
  if (value === "") return "";
  if (type === "day" || type === "month") return value.slice(0, 4);
  if (type === "yes-no") return value;
  return bands.length === 0 ? value : bandOf(Number(value), bands);
}

function bandOf(value: number, bands: readonly number[]): string {
  const index = bands.findIndex((end) => value <= end);
  if (index < 0) return `${String((bands.at(-1) ?? 0) + 1)}-`;
  return `${index === 0 ? "0" : String((bands[index - 1] ?? 0) + 1)}-${String(bands[index] ?? 0)}`;
}

/** Numbers by size, everything else by its text; what is empty comes last. */
function inOrder(keys: Iterable<string>): readonly string[] {
  return [...keys].sort((a, b) => {
    if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
    const [left, right] = [Number.parseFloat(a), Number.parseFloat(b)];
    if (!Number.isNaN(left) && !Number.isNaN(right) && left !== right) return left - right;
    return a < b ? -1 : a > b ? 1 : 0;
  });
}

function sum(total: number, count: number): number {
  return total + count;
}
