import { fillWords } from "../draft/fill-words.ts";
import type { ReportWords } from "./report-words.ts";

/** Where a check stands or fails. */
export interface ToldPlace {
  /** null: between tables. */
  readonly table: number | null;
  /** "5", "C"; "" for a check that runs once. */
  readonly line: string;
}

/** "表2 行5", "表2", "表间校核". */
export function checkPlaceText({ table, line }: ToldPlace, { checks, contents, sheets }: ReportWords): string {
  if (table === null) return contents.between;
  const tab = fillWords(sheets.table, { no: table });
  if (line === "") return tab;
  return fillWords(/^\d+$/u.test(line) ? checks.row : checks.column, { table: tab, line });
}

/** The one table that all these cells stand in; null where there are several, or none. */
export function onlyTable(tables: Iterable<number>): number | null {
  const [only, ...others] = new Set(tables);
  return only === undefined || others.length > 0 ? null : only;
}
