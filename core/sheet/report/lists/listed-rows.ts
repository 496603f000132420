import type { Cell } from "#core/sheet/cell.ts";
import { figureCell, PLAIN_NUMBER, textCell } from "#core/sheet/draft/make-cell.ts";
import type { ListColumn, ListTable } from "./list-book.ts";
import type { ListedRow, LookedAt } from "./list-views.ts";
import type { ReportListWords } from "./list-words.ts";

const SHOWN = [
  ["unitName", 28],
  ["unitCode", 14],
  ["name", 14],
  ["idNumber", 22],
  ["age", 7],
  ["sex", 7],
  ["ethnic", 10],
] as const;

/** The columns of every list of records: who and where, then what the conditions looked at. */
export function listedColumns(words: ReportListWords, looked: readonly LookedAt[]): readonly ListColumn[] {
  const shown = SHOWN.map(([key, width]) => ({ key, width, header: words.columns[key] }));
  const names = new Set<string>(SHOWN.map(([key]) => key));
  const more = looked
    .filter(({ key }) => !names.has(key))
    .map(({ key, label }) => ({ key: `fact:${key}`, width: 16, header: label[words.labels] }));
  return [...shown, ...more];
}

/** A record counted in two cells of a formula stands twice; each row says for which of them. */
export function listedRows<T extends ListedRow>(
  rows: readonly T[],
  looked: readonly LookedAt[],
  more: (row: T) => Readonly<Record<string, Cell>> = () => ({}),
): ListTable["rows"] {
  const used = new Set<string>();
  return rows.map((row) => {
    const key = used.has(row.record) ? freeKey(`${row.record} ${row.from}`, used) : row.record;
    used.add(key);
    return { key, cells: { ...shownCells(row), ...factCells(row, looked), ...more(row) } };
  });
}

function freeKey(key: string, used: ReadonlySet<string>): string {
  let free = key;
  for (let number = 2; used.has(free); number += 1) free = `${key} ${number}`;
  return free;
}

function shownCells(row: ListedRow): Readonly<Record<string, Cell>> {
  const texts = SHOWN.map(([key]) => [key, textCell(row[key], { align: "left" })] as const);
  const age = /^\d{1,3}$/.test(row.age) ? { age: figureCell(row.age, "text", { format: PLAIN_NUMBER }) } : {};
  return { ...Object.fromEntries(texts), ...age };
}

function factCells({ facts }: ListedRow, looked: readonly LookedAt[]): Readonly<Record<string, Cell>> {
  return Object.fromEntries(looked.map(({ key }) => [`fact:${key}`, textCell(facts[key] ?? "", { align: "left" })]));
}
