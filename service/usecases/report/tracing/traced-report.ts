import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import type { ConditionCache } from "#core/report/counting/condition-cache.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";

/** A unit as lists name it. */
export interface TracedUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly code: string;
  readonly name: string;
}

/** What lists and contrasts are taken from: today's records, or those of the day it was submitted (R8). */
export interface TracedReport {
  readonly key: ReportKey;
  readonly compiled: CompiledSet;
  readonly cache: ConditionCache;
  /** The report's unit and everything below it, what ended before the reporting date among them. */
  readonly units: ReadonlyMap<string, TracedUnit>;
  /** What was filled in by hand, by "2!C4". */
  readonly filled: ReadonlyMap<string, number>;
  /** Last year's numbers that its formulas read, by "2!C4". */
  readonly lastYear: ReadonlyMap<string, number>;
  readonly frozen: boolean;
  /** A unit's own numbers of last year; undefined: there are none, or they were not kept. */
  lastYearOf(unitId: string): Promise<ReadonlyMap<string, number> | undefined>;
  /** Masked (A12), by person. */
  maskedIds(people: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Ids of a unit of the report with everything below it; undefined: it is none of its units. */
export function unitsBelow({ units }: Pick<TracedReport, "units">, top: string): ReadonlySet<string> | undefined {
  if (!units.has(top)) return undefined;
  const children = new Map<string, string[]>();
  for (const { id, parentId } of units.values())
    if (parentId !== null) children.set(parentId, [...(children.get(parentId) ?? []), id]);
  const found = new Set([top]);
  // The set grows while it is walked: each unit puts its children behind it.
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child);
  return found;
}

/** For each unit the one directly below `top` whose tree it stands in; the unit itself and what is elsewhere are missing. */
export function branchesBelow({ units }: Pick<TracedReport, "units">, top: string): ReadonlyMap<string, string> {
  const branches = new Map<string, string>();
  const branchOf = (id: string): string | undefined => {
    const known = branches.get(id);
    if (known !== undefined) return known;
    const parentId = units.get(id)?.parentId ?? null;
    if (id === top || parentId === null) return undefined;
    const branch = parentId === top ? id : branchOf(parentId);
    if (branch !== undefined) branches.set(id, branch);
    return branch;
  };
  for (const id of units.keys()) branchOf(id);
  return branches;
}
