import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { readChecks } from "../check/read-checks.ts";
import { isDeadline, readDeadlines } from "../deadline/read-deadlines.ts";
import { readPoints } from "../materials/read-points.ts";
import { adoptedTables, adoptionOf } from "./adopted-tables.ts";
import { definitionLines } from "./definition-lines.ts";
import { circularNames, readNamedConditions, type NamedConditions } from "./named-conditions.ts";
import type { DefinitionProblem } from "./definition-problem.ts";
import { ProblemList } from "./problem-list.ts";
import { readTable, type DefinitionRefusal } from "./read-table.ts";
import type { ReportSet } from "./report-definition.ts";
import { readRowStubs, type RowStubs } from "./row-stubs.ts";
import { CHECKS_FILE, CONDITIONS_FILE, POINTS_FILE, SET_FILE, STUBS_FILE, TABLE_FILE } from "./set-files.ts";

export interface ReadSet {
  readonly set: ReportSet;
  readonly named: NamedConditions;
  readonly stubs: RowStubs;
  /** Table number -> the file it came from. */
  readonly files: ReadonlyMap<number, string>;
}

/**
 * A whole set from the texts of its folder, by file name (R1, R11); everything that is wrong with any of them at once.
 * @param base the form that `adoptionOf` its set.txt names
 */
export function readSet(texts: ReadonlyMap<string, string>, base?: ReadSet): Result<ReadSet, DefinitionRefusal> {
  const lists = {
    set: new ProblemList(SET_FILE),
    stubs: new ProblemList(STUBS_FILE),
    named: new ProblemList(CONDITIONS_FILE),
    checks: new ProblemList(CHECKS_FILE),
    points: new ProblemList(POINTS_FILE),
  };
  const text = (name: string) => texts.get(name) ?? "";
  const head = readHead(text(SET_FILE), lists.set);
  const adopted = adoptedFrom(text(SET_FILE), base, lists.set);
  const stubs = new Map([...(base?.stubs ?? []), ...readRowStubs(text(STUBS_FILE), lists.stubs)]);
  const ownNamed = readNamedConditions(text(CONDITIONS_FILE), lists.named);
  const named = new Map([...(base?.named ?? []), ...ownNamed]);
  for (const [name, { line }] of circularNames(ownNamed, named))
    lists.named.add(line, "name-circular", { given: name });
  const checks = onTop(adopted.checks, readChecks(text(CHECKS_FILE), lists.checks));
  const points = onTop(adopted.points, readPoints(text(POINTS_FILE), lists.points));
  const names = [...texts.keys()].filter((name) => TABLE_FILE.test(name)).toSorted();
  const read = names.map((name) => ({ name, table: readTable(name, text(name), stubs) }));
  const own = read.flatMap(({ name, table }) => (table.ok ? [{ name, table: table.value }] : []));
  const problems = [
    ...Object.values(lists).flatMap((list) => list.problems),
    ...read.flatMap(({ table }) => (table.ok ? [] : table.refusal.problems)),
    ...crookedOrder(own),
  ];
  if (problems.length > 0) return refuse({ code: "definition-unreadable", problems });
  // A table of its own stands in the place of the one taken over.
  const byNumber = new Map([...adopted.tables, ...own].map((each) => [each.table.no, each]));
  const all = [...byNumber.values()].toSorted((one, other) => one.table.no - other.table.no);
  const files = new Map(all.map(({ name, table }) => [table.no, name]));
  return ok({ set: { ...head, tables: all.map(({ table }) => table), checks, points }, named, stubs, files });
}

interface NamedTable {
  readonly name: string;
  readonly table: ReportSet["tables"][number];
}

/** What has the same code here stands in the place of the one taken over, as tables do. */
function onTop<T extends { readonly code: string }>(adopted: readonly T[], own: readonly T[]): readonly T[] {
  const codes = new Set(own.map(({ code }) => code));
  return [...adopted.filter(({ code }) => !codes.has(code)), ...own];
}

/** A number that an earlier file has already, or that is smaller than an earlier file's: told of the file it stands in. */
function crookedOrder(tables: readonly NamedTable[]): readonly DefinitionProblem[] {
  return tables.flatMap(({ name, table }, index) => {
    const before = tables.slice(0, index).map((each) => each.table.no);
    const problems = new ProblemList(name);
    if (before.includes(table.no)) problems.add(1, "id-doubled", { given: `表 ${table.no}` });
    else if (before.some((no) => no > table.no)) problems.add(1, "tables-crooked", { given: `表 ${table.no}` });
    return problems.problems;
  });
}

/** Nothing, where the form stands on its own. */
function adoptedFrom(text: string, base: ReadSet | undefined, problems: ProblemList) {
  const adoption = adoptionOf(text);
  for (const line of definitionLines(text).slice(2)) {
    if (isDeadline(line) || (line.no === adoption?.line && base)) continue;
    problems.add(line.no, line.text.startsWith("采用") ? "heading-missing" : "section-unknown", { given: line.text });
  }
  if (!adoption || !base) return { tables: [], checks: [], points: [] };
  const { missing, ...adopted } = adoptedTables(adoption, base);
  for (const no of missing) problems.add(adoption.line, "cell-unknown", { place: String(no), given: adoption.id });
  return adopted;
}

const HEAD = /^年报\s+(\S+)\s+(\S.*)$/u;
const PERIODS: Readonly<Record<string, ReportSet["period"]>> = { "周期 年": "year", "周期 半年": "half-year" };

/** `年报 2017 title`, `周期 年` or `周期 半年`, then the deadlines in any order. */
function readHead(text: string, problems: ProblemList): Omit<ReportSet, "tables" | "checks" | "points"> {
  const lines = definitionLines(text);
  const lineAt = (index: number) => lines[index] ?? { no: index + 1, text: "" };
  const [first, second] = [lineAt(0), lineAt(1)];
  const [, id = "", title = ""] = HEAD.exec(first.text) ?? [];
  const period = PERIODS[second.text.replace(/\s+/gu, " ")];
  if (id === "") problems.add(first.no, "heading-missing", { given: first.text });
  if (period === undefined) problems.add(second.no, "heading-missing", { given: second.text });
  const adopts = adoptionOf(text)?.id;
  const deadlines = readDeadlines(lines.slice(2), problems);
  return { id, title, period: period ?? "year", ...(adopts === undefined ? {} : { adopts }), deadlines };
}
