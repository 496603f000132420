import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { openingFromReading, type OpeningGiven } from "#core/report/opening/opening-from-reading.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { openForm } from "#service/usecases/report/numbers/open-form.ts";
import { reportSnapshot, type IssuedReport } from "#service/usecases/report/output/report-snapshot.ts";
import { yearOf } from "./last-year.ts";
import { refusalForReport } from "../report-access.ts";

export interface OpeningBook {
  readonly key: ReportKey;
  /** The year that the figures are of. */
  readonly year: number;
  readonly content: Uint8Array;
}

export type OpeningServices = Pick<Services, "store" | "workbooks" | "reportSets" | "digest">;

/**
 * Numbers that were typed into an exported workbook of the form, or into its empty form for that very year, by the guarded reader
 * (R14, W7). It must be the unit's own by the form as it stands: the cells of another one mean something else.
 */
export async function openingFromBook(
  { store, workbooks, reportSets, digest }: OpeningServices,
  caller: Caller,
  { key, year, content }: OpeningBook,
): Promise<Result<OpeningGiven, AnyRefusal>> {
  // Whether there is such a report is told before anything of the file is.
  const refusal = refusalForReport(caller, key.unitId, "edit");
  if (refusal) return refuse(refusal);
  const reading = await workbooks.read(content);
  if (!reading.ok) return reading;
  const issued = reportSnapshot(reading.value.meta, workbooks.codec, ["report", "opening"]);
  if (!issued.ok) return issued;
  const { snapshot, key: own } = issued.value;
  const { service, definition } = snapshot.identity;
  if (service !== (await store.read((tx) => tx.organisation.serviceId())))
    return refuse({ code: "workbook-of-another-service" });
  if (!isFormOf(issued.value, { key, year })) return refuse({ code: "workbook-of-another-report" });
  const form = await openForm({ reportSets, digest }, own);
  if (!form.ok) return form;
  if (form.value.definition !== definition) return refuse({ code: "workbook-of-another-form" });
  return ok(openingFromReading(reading.value, form.value.compiled, snapshot));
}

/** A report's day is not asked for: any report of the unit by this form has the same cells. An empty form is of its year. */
function isFormOf({ snapshot, key: own }: IssuedReport, { key, year }: Pick<OpeningBook, "key" | "year">): boolean {
  if (own.setId !== key.setId || own.unitId !== key.unitId) return false;
  return snapshot.identity.kind === "report" || yearOf(own) === year;
}
