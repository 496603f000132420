import { tablesOfCheck } from "../check/tables-of-check.ts";
import { cellsOfPoint } from "../materials/point-facts.ts";
import { definitionLines } from "./definition-lines.ts";
import type { DefinitionProblem } from "./definition-problem.ts";
import type { ReportSet } from "./report-definition.ts";
import { CHECKS_FILE, POINTS_FILE } from "./set-files.ts";

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

/** What of the other form is used: its tables as they stand there, and each check and point of the audit that looks at no other table. */
export function adoptedTables(
  { id, tables }: Adoption,
  { set, files }: { readonly set: ReportSet; readonly files: ReadonlyMap<number, string> },
) {
  const wanted = new Set(tables);
  return {
    tables: set.tables
      .filter(({ no }) => wanted.has(no))
      .map((table) => ({ name: beside(id, files.get(table.no) ?? ""), table })),
    checks: set.checks
      .filter((check) => tablesOfCheck(check).every((no) => wanted.has(no)))
      .map((check) => ({ ...check, file: beside(id, CHECKS_FILE) })),
    points: set.points
      .filter(({ table }) => table !== null && wanted.has(table))
      .filter((point) => cellsOfPoint(point).every(({ table }) => wanted.has(table)))
      .map((point) => ({ ...point, file: beside(id, POINTS_FILE) })),
    missing: tables.filter((no) => !set.tables.some((table) => table.no === no)),
  };
}

/** What is wrong with the form that is taken over from, told of its own files. */
export function toldOfBase(id: string, problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  return problems.map((told) => ({ ...told, file: beside(id, told.file) }));
}

function beside(id: string, file: string): string {
  return `../${id}/${file}`;
}
