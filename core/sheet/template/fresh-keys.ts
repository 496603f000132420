import type { TableRow } from "./read-table.ts";

/**
 * Keys of rows: drawn rows keep theirs, because evidence, scores and history hang on them; inserted rows and copies of a
 * row get the next free number of the series ("q13"), the same whenever the same sheet is read.
 */
export function freshKeys(rows: readonly TableRow[], series: string): (row: TableRow) => string {
  const keys = new Map<TableRow, string>();
  const taken = new Set<string>();
  for (const row of rows) {
    if (row.key === "" || taken.has(row.key)) continue;
    taken.add(row.key);
    keys.set(row, row.key);
  }
  let next = 1 + Math.max(0, ...[...taken].map((key) => numberIn(key, series)));
  for (const row of rows) {
    if (keys.has(row)) continue;
    keys.set(row, `${series}${next}`);
    next += 1;
  }
  return (row) => keys.get(row) ?? "";
}

function numberIn(key: string, series: string): number {
  const digits = key.startsWith(series) ? key.slice(series.length) : "";
  return /^\d{1,6}$/.test(digits) ? Number(digits) : 0;
}
