import type { AccessRefusal } from "#core/access/access-refusal.ts";
import { toId, type PersonId, type UnitId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { maskIdNumber } from "#core/people/field/mask.ts";
import type { DefinitionRefusal } from "#core/report/definition/read-table.ts";
import { isFrozen, reportStateOf } from "#core/report/submission/submission.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { lastYearOf } from "../entry/opening/last-year.ts";
import { reportStanding } from "../entry/report-standing.ts";
import { openReport, type ReportAsked } from "../numbers/open-report.ts";
import type { SetUnknown } from "../numbers/open-set.ts";
import { refusalToRead } from "../numbers/refusal-to-read.ts";
import type { ReportServices } from "../report-services.ts";
import { frozenReport } from "./frozen-report.ts";
import type { TracedReport } from "./traced-report.ts";

export type TraceRefusal = AccessRefusal | SetUnknown | DefinitionRefusal;

/** A submitted or accepted report answers from what was frozen with it, every other from the records. */
export async function openTraced(
  tx: StoreReads,
  services: ReportServices,
  { caller, key }: ReportAsked,
): Promise<Result<TracedReport, TraceRefusal>> {
  const refusal = await refusalToRead(tx, caller, key.unitId);
  if (refusal) return refuse(refusal);
  const latest = (await tx.reports.submissions(key))[0];
  if (latest && isFrozen(reportStateOf(latest))) return await frozenReport(tx, services, latest);
  const opened = await openReport(tx, services, { caller, key });
  if (!opened.ok) return opened;
  const { compiled, kept, counted } = opened.value;
  const { entries, lastYear } = await reportStanding(tx, opened.value);
  const units = [...counted.values()].map(({ id, parentId, code, name }) => ({ id, parentId, code, name }));
  const filled = [...entries.values()].flatMap(({ cell, kind, value }) =>
    kind === "manual" && value !== null ? [[cell, Number(value)] as const] : [],
  );
  return ok({
    ...{ key, compiled, cache: kept.cache, frozen: false },
    units: new Map(units.map((unit) => [unit.id, unit])),
    filled: new Map(filled),
    lastYear: lastYear.values,
    lastYearOf: async (unitId) => {
      const { source, values } = await lastYearOf(tx, { ...key, unitId: toId<UnitId>(unitId) }, compiled.set);
      return source === null ? undefined : values;
    },
    maskedIds: async (people) => {
      const plain = await tx.populations.idNumbers(people.map((id) => toId<PersonId>(id)));
      return new Map([...plain].map(([id, number]) => [id, maskIdNumber(number)]));
    },
  });
}
