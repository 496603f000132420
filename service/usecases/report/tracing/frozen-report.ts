import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { compileSet } from "#core/report/compile/compile-set.ts";
import type { CompiledSet } from "#core/report/compile/compiled-set.ts";
import { ConditionCache } from "#core/report/counting/condition-cache.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import { decodePopulations } from "#core/report/population/saved/populations-blob.ts";
import { cellsByKey } from "#core/report/tracing/signed-terms.ts";
import type { SubmissionRecord } from "#service/ports/reports/reports.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { lastYearOf } from "../entry/opening/last-year.ts";
import type { ReportServices } from "../report-services.ts";
import { withCodeGroups } from "./code-groups.ts";
import { decodeFrozen, type FrozenHead } from "./frozen-bytes.ts";
import type { TracedReport } from "./traced-report.ts";

/** A submitted report with the people behind it as they were that day, by the form as it was (R8). */
export async function frozenReport(
  tx: StoreReads,
  services: ReportServices,
  submission: Pick<SubmissionRecord, "id" | "key" | "values">,
): Promise<Result<TracedReport, DefinitionRefusal>> {
  const { frozenReports, packing } = services;
  const known = frozenReports.kept(submission.id);
  if (known) {
    frozenReports.keep(submission.id, known);
    return ok(known);
  }
  const packed = await tx.reports.frozen(submission.id);
  if (!packed) throw new Error(`submission ${submission.id} has no records behind it`);
  const { head, populations } = decodeFrozen(await packing.unpack(packed));
  frozenReports.keepReporter(submission.id, head.reporter ?? null);
  const decoded = decodePopulations(populations);
  if (!decoded.ok) throw new Error(`submission ${submission.id}: populations are ${decoded.refusal.problem}`);
  const bound = compiledThen(services, submission, head);
  if (!bound.ok) return bound;
  const compiled = bound.value;
  const cache = new ConditionCache(compiled, decoded.value.populations, submission.key.on);
  const lastYear = head.lastYear
    ? new Map(Object.entries(head.lastYear))
    : (await lastYearOf(tx, submission.key, compiled.set)).values;
  const filled = filledThen(compiled, submission);
  const below = new Map(Object.entries(head.lastYearBelow ?? {}));
  const lastYearOfUnit = async (unitId: string) => {
    const values = below.get(unitId);
    return await Promise.resolve(values && new Map(Object.entries(values)));
  };
  const report = {
    ...namesThen(head),
    lastYearOf: lastYearOfUnit,
    key: submission.key,
    compiled,
    cache,
    filled,
    lastYear,
  };
  frozenReports.keep(submission.id, report);
  return ok(report);
}

/** The form as it was; today's where that is the same. */
function compiledThen(
  { reports, reportSets }: ReportServices,
  { key }: Pick<SubmissionRecord, "key">,
  { definition, set, named, codeGroups }: FrozenHead,
): Result<CompiledSet, DefinitionRefusal> {
  const today = reports.kept(`${key.setId} ${key.on}`);
  const data = codeGroups ? withCodeGroups(reportSets.data, codeGroups) : reportSets.data;
  if (data === reportSets.data && today?.definition === definition) return ok(today.compiled);
  const { compiled, problems } = compileSet(set, { data, named: new Map(named), fileOf: ({ no }) => String(no) });
  return problems.length > 0 ? refuse({ code: "definition-unreadable", problems }) : ok(compiled);
}

function namesThen({ units, maskedIds }: FrozenHead): Pick<TracedReport, "units" | "frozen" | "maskedIds"> {
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    frozen: true,
    maskedIds: async (people) =>
      new Map(people.flatMap((id) => (maskedIds[id] === undefined ? [] : [[id, maskedIds[id]] as const]))),
  };
}

function filledThen(compiled: CompiledSet, { values }: Pick<SubmissionRecord, "values">): ReadonlyMap<string, number> {
  return new Map(
    [...cellsByKey(compiled)].flatMap(([cell, { rule }]) => {
      const value = values[cell];
      return rule.kind === "manual" && value !== undefined ? [[cell, value] as const] : [];
    }),
  );
}
