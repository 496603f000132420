import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { completeValues } from "#core/report/counting/complete-values.ts";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { tabulate } from "#core/report/counting/tabulate.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import { periodUntil, type Period } from "#core/report/population/period.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { unitScope, type UnitScope } from "#service/usecases/record/unit-scope.ts";
import { loadPopulations } from "./load-populations.ts";
import { openSet, type SetUnknown } from "./open-set.ts";
import type { ReportServices } from "../report-services.ts";

export interface ReportAsked {
  readonly set: string;
  readonly unit: string;
  /** The reporting date. */
  readonly on: Day;
}

export interface Report {
  readonly compiled: CompiledSet;
  readonly period: Period;
  readonly scope: UnitScope;
  readonly cache: ConditionCache;
  /** Ids of the unit and everything below it. */
  readonly units: ReadonlySet<string>;
  /** By "2!C4"; cells that are filled by hand are missing. */
  readonly values: ReadonlyMap<string, number>;
}

export type ReportRefusal = AccessRefusal | SetUnknown | DefinitionRefusal;

/** All tables of a unit from the records as of a day (R2): same records and definitions, same numbers. */
export async function generateReport(
  services: ReportServices,
  caller: Caller,
  { set, unit, on }: ReportAsked,
): Promise<Result<Report, ReportRefusal>> {
  const period = periodUntil(on);
  const opened = await openSet(services.reportSets, set, period);
  if (!opened.ok) return opened;
  const compiled = opened.value;
  return await services.store.read(async (tx): Promise<Result<Report, ReportRefusal>> => {
    const scoped = await unitScope(tx, caller, { unit, on });
    if (!scoped.ok) return scoped;
    const scope = scoped.value;
    const populations = await loadPopulations(tx, services, { compiled, period, scope, caller });
    const cache = new ConditionCache(compiled, populations, period.until);
    const units: ReadonlySet<string> = new Set(scope.units.keys());
    const generated = tabulate(compiled, cache, units);
    const values = completeValues(compiled, { generated, entered: new Map(), lastYear: () => null });
    return ok({ compiled, period, scope, cache, units, values });
  });
}
