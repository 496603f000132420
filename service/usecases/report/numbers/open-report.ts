import type { AccessRefusal } from "#core/access/access-refusal.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { KeptReport } from "#core/report/counting/kept-report.ts";
import type { GeneratedValues } from "#core/report/counting/tabulate.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import { isPeriodEnd } from "#core/report/key/period-end.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import type { Period } from "#core/report/population/period.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { UnitScope } from "#service/usecases/record/unit-scope.ts";
import type { ReportServices } from "../report-services.ts";
import { keptFormOf } from "./kept/kept-form-of.ts";
import type { BoundSet, KeptForm } from "./kept/kept-form.ts";
import type { SetUnknown } from "./open-set.ts";
import { refusalToRead } from "./refusal-to-read.ts";

/** A unit's report as the records make it: what everybody else fills, checks, shows and submits stands on it (R2). */
export interface OpenedReport extends BoundSet {
  readonly key: ReportKey;
  /** Checksum of the form as it is written. */
  readonly definition: string;
  readonly period: Period;
  /** No end of a period of this form: nothing of it can be submitted (R12). */
  readonly rehearsal: boolean;
  /** The unit with everything below it as the tree stands on the reporting date. */
  readonly scope: UnitScope;
  /** The same units and, each below the one it went into, those that ended before that day. */
  readonly counted: ReadonlyMap<UnitId, Unit>;
  /** Ids of all that are counted. */
  readonly units: ReadonlySet<string>;
  /** Number of the last change that the numbers know. */
  readonly change: number;
  /** Counted cells by "2!C4"; formula cells and cells filled by hand are not among them. */
  readonly generated: GeneratedValues;
  /** Rows and bits of the whole organisation as they are now: somebody else's change may have moved them since `generated`. */
  readonly kept: KeptReport;
  readonly form: KeptForm;
}

/** Who asks for which report. */
export interface ReportAsked {
  readonly caller: Caller;
  readonly key: ReportKey;
}

export type OpenRefusal = AccessRefusal | SetUnknown | DefinitionRefusal;

/**
 * Counts a report for who may read the unit's records; a foreign unit is not found (A9). In a transaction that writes, call it
 * before anything is written: what is counted is kept for others.
 */
export async function openReport(
  tx: StoreReads,
  services: ReportServices,
  { caller, key }: ReportAsked,
): Promise<Result<OpenedReport, OpenRefusal>> {
  const { unitId, on } = key;
  const refusal = await refusalToRead(tx, caller, unitId);
  if (refusal) return refuse(refusal);
  const found = await services.reports.trees.reportUnits(tx, unitId, on);
  if (!found) return refuse({ code: "not-found" });
  const { unit, counted, ids: units } = found;
  const scope = { day: on, today: dayOf(caller.at), unit, units: found.units };
  const form = await keptFormOf(tx, services, key);
  if (!form.ok) return form;
  const { compiled, named, definition, period, kept, change } = form.value;
  const rehearsal = !isPeriodEnd(compiled.set.period, on);
  const generated = kept.values(units);
  return ok({
    ...{ key, compiled, named, definition, period, rehearsal, scope, counted, units, change, kept },
    form: form.value,
    generated,
  });
}
