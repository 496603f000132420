import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { readChecks } from "../check/read-checks.ts";
import { definitionLines } from "./definition-lines.ts";
import { readNamedConditions, type NamedConditions } from "./named-conditions.ts";
import { ProblemList } from "./problem-list.ts";
import { readTable, type DefinitionRefusal } from "./read-table.ts";
import type { ReportSet } from "./report-definition.ts";
import { readRowStubs } from "./row-stubs.ts";

/** Files of a set beside its tables. */
export const SET_FILE = "set.txt";
export const STUBS_FILE = "row-stubs.txt";
export const CONDITIONS_FILE = "conditions.txt";
export const CHECKS_FILE = "checks.txt";
const TABLE_FILE = /^table-\d{2,3}\.txt$/;

export interface ReadSet {
  readonly set: ReportSet;
  readonly named: NamedConditions;
  /** Table number -> the file it came from. */
  readonly files: ReadonlyMap<number, string>;
}

/** A whole set from the texts of its folder, by file name (R1, R11); everything that is wrong with any of them at once. */
export function readSet(texts: ReadonlyMap<string, string>): Result<ReadSet, DefinitionRefusal> {
  const lists = {
    set: new ProblemList(SET_FILE),
    stubs: new ProblemList(STUBS_FILE),
    named: new ProblemList(CONDITIONS_FILE),
    checks: new ProblemList(CHECKS_FILE),
  };
  const head = readHead(texts.get(SET_FILE) ?? "", lists.set);
  const stubs = readRowStubs(texts.get(STUBS_FILE) ?? "", lists.stubs);
  const named = readNamedConditions(texts.get(CONDITIONS_FILE) ?? "", lists.named);
  const checks = readChecks(texts.get(CHECKS_FILE) ?? "", lists.checks);
  const names = [...texts.keys()].filter((name) => TABLE_FILE.test(name)).toSorted();
  const read = names.map((name) => ({ name, table: readTable(name, texts.get(name) ?? "", stubs) }));
  const tables = read.flatMap(({ name, table }) => (table.ok ? [{ name, table: table.value }] : []));
  tables.forEach(({ name, table }, index) => {
    if (index > 0 && table.no <= (tables[index - 1]?.table.no ?? 0))
      lists.set.add(1, "order-crooked", { place: String(table.no), given: name });
  });
  const problems = [
    ...Object.values(lists).flatMap((list) => list.problems),
    ...read.flatMap(({ table }) => (table.ok ? [] : table.refusal.problems)),
  ];
  if (problems.length > 0) return refuse({ code: "definition-unreadable", problems });
  const files = new Map(tables.map(({ name, table }) => [table.no, name]));
  return ok({ set: { ...head, tables: tables.map(({ table }) => table), checks }, named, files });
}

const HEAD = /^年报\s+(\S+)\s+(\S.*)$/u;
const PERIODS: Readonly<Record<string, ReportSet["period"]>> = { "周期 年": "year", "周期 半年": "half-year" };

/** `年报 2017 title`, `周期 年` or `周期 半年`. */
function readHead(text: string, problems: ProblemList): Omit<ReportSet, "tables" | "checks"> {
  const lines = definitionLines(text);
  const lineAt = (index: number) => lines[index] ?? { no: index + 1, text: "" };
  const [first, second] = [lineAt(0), lineAt(1)];
  const [, id = "", title = ""] = HEAD.exec(first.text) ?? [];
  const period = PERIODS[second.text.replace(/\s+/gu, " ")];
  if (id === "") problems.add(first.no, "heading-missing", { given: first.text });
  if (period === undefined) problems.add(second.no, "heading-missing", { given: second.text });
  return { id, title, period: period ?? "year" };
}
