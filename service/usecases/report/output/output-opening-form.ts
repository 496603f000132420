import { ok, refuse, type Result } from "#core/kernel/result.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { enterableCells } from "#core/report/entry/enterable-cells.ts";
import type { ReportKey } from "#core/report/key/report-key.ts";
import { periodUntil } from "#core/report/population/period.ts";
import { openingBook } from "#core/sheet/report/opening-book.ts";
import type { ReportView } from "#core/sheet/report/report-view.ts";
import { REPORT_WORDS_ZH } from "#core/sheet/report/report-words.ts";
import { maskPhone } from "#service/usecases/account/mask-phone.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import { reportOfYear } from "../entry/opening/last-year.ts";
import { wrongYear } from "../entry/opening/load-opening.ts";
import { refusalForReport } from "../entry/report-access.ts";
import { reportTables } from "../entry/report-tables.ts";
import type { OpenedForm } from "../numbers/kept/kept-form.ts";
import { openForm } from "../numbers/open-form.ts";
import { openSet } from "../numbers/open-set.ts";
import type { ReportOutput } from "./output-report.ts";
import { writeReportBook, type OutputServices } from "./write-report-book.ts";

export interface OpeningFormOrder extends ReportOutput {
  /** Whose figures are to be typed in. */
  readonly year: number;
}

/** An empty workbook of the form for an earlier year's figures (R14), for whoever may load them. Nothing is counted for it. */
export async function outputOpeningForm(
  services: OutputServices,
  caller: Caller,
  { key, year, reason }: OpeningFormOrder,
): Promise<Result<OutputFile, AnyRefusal>> {
  const refusal = refusalForReport(caller, key.unitId, "edit") ?? wrongYear(key, year);
  if (refusal) return refuse(refusal);
  const set = await openSet(services.reportSets, key.setId, periodUntil(key.on));
  if (!set.ok) return set;
  const of = reportOfYear(key, set.value.set, year);
  const form = await openForm(services, of);
  if (!form.ok) return form;
  const issue = await issueOf(services, caller, form.value);
  const book = openingBook(emptyView(caller, { key: of, form: form.value, issue }), REPORT_WORDS_ZH);
  return ok(await writeReportBook(services, caller, { key: of, book, filter: `opening ${year}`, records: 0, reason }));
}

async function issueOf(
  { store }: OutputServices,
  caller: Caller,
  { definition }: OpenedForm,
): Promise<ReportView["issue"]> {
  return await store.read(async (tx) => ({
    service: await tx.organisation.serviceId(),
    definition,
    change: (await tx.audit.head()).number,
    issuedAt: caller.at,
    issuedTo: maskPhone(caller.account.name),
  }));
}

interface EmptyOf {
  readonly key: ReportKey;
  readonly form: OpenedForm;
  readonly issue: ReportView["issue"];
}

function emptyView(
  { organisation }: Caller,
  { key: { setId, unitId, on }, form: { compiled, period }, issue }: EmptyOf,
): ReportView {
  const nothing = { values: new Map(), entries: new Map(), revisions: new Map(), overrides: [] };
  const filling = { ...nothing, cells: enterableCells(compiled), opened: { compiled } };
  const unit = organisation.units.get(unitId);
  return {
    issue,
    ask: { setId, unitId, on },
    title: compiled.set.title,
    unitName: unit?.name ?? "",
    unitCode: unit?.code ?? "",
    period: { from: period.from, until: period.until },
    ...{ state: "draft", rehearsal: false, deadlines: [] },
    may: { edit: true, submit: false, withdraw: false, judge: false },
    furniture: { maker: "", head: "", clerk: "", reportedOn: null },
    tables: reportTables(filling, []),
    ...{ checks: compiled.set.checks, findings: [], lastYear: {} },
  };
}
