import { tablesOfCheck } from "../check/tables-of-check.ts";
import { definitionLines } from "./definition-lines.ts";
import type { ReportSet } from "./report-definition.ts";

/** `采用 2017 表 1 2 8`: tables that a form takes over from another one, with the checks and conditions that belong to them. */
export interface Adoption {
  readonly id: string;
  readonly tables: readonly number[];
  readonly line: number;
}

const ADOPTED = /^采用\s+(\S+)\s+表((?:\s+[1-9]\d{0,2})+)$/u;

/** From set.txt, anywhere below its title and period; undefined: the form stands on its own. */
export function adoptionOf(text: string): Adoption | undefined {
  const line = definitionLines(text)
    .slice(2)
    .find((each) => ADOPTED.test(each.text));
  const [, id, tables = ""] = ADOPTED.exec(line?.text ?? "") ?? [];
  if (line === undefined || id === undefined) return undefined;
  return { id, tables: tables.trim().split(/\s+/u).map(Number), line: line.no };
}

/** What of the other form is used: its tables as they stand there, what is asked about them, and each check that looks at no other table. */
export function adoptedTables(
  { id, tables }: Adoption,
  { set, files }: { readonly set: ReportSet; readonly files: ReadonlyMap<number, string> },
) {
  const wanted = new Set(tables);
  return {
    tables: set.tables
      .filter(({ no }) => wanted.has(no))
      .map((table) => ({ name: `../${id}/${files.get(table.no) ?? ""}`, table })),
    checks: set.checks.filter((check) => tablesOfCheck(check).every((no) => wanted.has(no))),
    points: set.points.filter(({ table }) => table !== null && wanted.has(table)),
    missing: tables.filter((no) => !set.tables.some((table) => table.no === no)),
  };
}
