import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import { tabulate, type GeneratedValues } from "#core/report/counting/tabulate.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { periodUntil, type Period } from "#core/report/population/period.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { unitScope, type UnitScope } from "#service/usecases/record/unit-scope.ts";
import type { ReportServices } from "../report-services.ts";
import { definitionChecksum } from "./definition-checksum.ts";
import { loadPopulations } from "./load-populations.ts";
import { openSet, type SetUnknown } from "./open-set.ts";
import { isPeriodEnd } from "./report-period.ts";

/** A unit's report as the records make it: what everybody else fills, checks, shows and submits stands on it (R2). */
export interface OpenedReport {
  readonly key: ReportKey;
  readonly compiled: CompiledSet;
  /** Checksum of the form as it is written. */
  readonly definition: string;
  readonly period: Period;
  /** No end of a period of this form: nothing of it can be submitted (R12). */
  readonly rehearsal: boolean;
  /** The unit with everything below it as the tree stands on the reporting date. */
  readonly scope: UnitScope;
  /** Ids of the same units. */
  readonly units: ReadonlySet<string>;
  /** Number of the last change that the numbers know. */
  readonly change: number;
  /** Counted cells by "2!C4"; formula cells and cells filled by hand are not among them. */
  readonly generated: GeneratedValues;
  readonly cache: ConditionCache;
}

export type OpenRefusal = AccessRefusal | SetUnknown | DefinitionRefusal;

/**
 * Counts a report for who may read the unit's records; a foreign unit is not found (A9). In a transaction that writes, call it
 * before anything is written: what is counted is kept for others.
 */
export async function openReport(
  tx: StoreReads,
  services: ReportServices,
  caller: Caller,
  key: ReportKey,
): Promise<Result<OpenedReport, OpenRefusal>> {
  const { setId, unitId, on } = key;
  const { number: change } = await tx.audit.head();
  const period = periodUntil(on);
  const set = await openSet(services.reportSets, setId, period);
  if (!set.ok) return set;
  const compiled = set.value;
  const scoped = await unitScope(tx, caller, { unit: unitId, on });
  if (!scoped.ok) return scoped;
  const scope = scoped.value;
  const populations = await loadPopulations(tx, services, { compiled, period, scope, caller });
  const cache = new ConditionCache(compiled, populations, period.until);
  const units: ReadonlySet<string> = new Set(scope.units.keys());
  const generated = tabulate(compiled, cache, units);
  const definition = definitionChecksum(compiled, services.digest);
  const rehearsal = !isPeriodEnd(compiled.set, on);
  return ok({ key, compiled, definition, period, rehearsal, scope, units, change, generated, cache });
}
