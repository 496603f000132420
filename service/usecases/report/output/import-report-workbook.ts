/**
 * A report's workbook comes back filled in (W2a, W7): read by the guarded child, compared with what was issued inside itself, and
 * pushed like any other edits. The key is the file's own hash and where the report stands, so that the same file changes nothing
 * twice, and what was refused while the report was handed over is asked anew after it came back. A dry run is the very same push in
 * a transaction that is rolled back.
 */
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { MOST_EDITS, type PushAnswer, type PushEdit } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { ReportImportAnswer } from "#core/protocol/report/report-exchange.ts";
import { enterableCells } from "#core/report/entry/enterable-cells.ts";
import { reportRecord, type ReportKey } from "#core/report/key/report-key.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { Edit, SheetDiff } from "#core/sheet/edit.ts";
import { droppedTexts, type KnownOfReport } from "#core/sheet/report/dropped-texts.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { problemText } from "#service/usecases/ledger/exchange/problem-text.ts";
import { tryOut } from "#service/usecases/push/try-out.ts";
import type { Services } from "#service/usecases/services.ts";
import { pushReportsInTransaction } from "../entry/push-report-edits.ts";
import { refusalForReport } from "../entry/report-access.ts";
import { explainingOf } from "../entry/report-standing.ts";
import { openReport } from "../numbers/open-report.ts";
import { prepareForm } from "../numbers/kept/prepare-form.ts";
import type { ReportServices } from "../report-services.ts";
import { reportSnapshot, type IssuedReport } from "./report-snapshot.ts";

export interface ReportImport {
  readonly content: Uint8Array;
  /** The report it is meant for; absent: whichever it says it is. */
  readonly key?: ReportKey;
  readonly dryRun: boolean;
}

type ImportServices = ReportServices & Pick<Services, "workbooks">;
type Pushed = Result<PushAnswer, AnyRefusal>;

export async function importReportWorkbook(
  services: ImportServices,
  caller: Caller,
  asked: ReportImport,
): Promise<Result<ReportImportAnswer, AnyRefusal>> {
  const compared = await compare(services, caller, asked);
  if (!compared.ok) return compared;
  const { key, unitName, diff } = compared.value;
  if (diff.stopped) return refuse({ code: "sheet-stopped", problems: diff.problems.map(problemText) });
  if (diff.edits.length > MOST_EDITS.records) return refuse({ code: "too-many-edits", most: MOST_EDITS.records });
  const answer = diff.edits.length === 0 ? ok(NOTHING) : await push(services, caller, { ...asked, key, diff });
  if (!answer.ok) return answer;
  const { change, outcomes } = answer.value;
  const cells = diff.edits.flatMap(({ record, field, base, value, place }, index) => {
    const outcome = outcomes[index];
    return outcome ? [{ record, field, base, value, place, outcome }] : [];
  });
  return ok({ record: reportRecord(key), unitName, dryRun: asked.dryRun, change, cells, problems: diff.problems });
}

const NOTHING: PushAnswer = { change: 0, outcomes: [] };

interface Compared {
  readonly key: ReportKey;
  readonly unitName: string;
  readonly diff: SheetDiff;
}

async function compare(
  services: ImportServices,
  caller: Caller,
  asked: ReportImport,
): Promise<Result<Compared, AnyRefusal>> {
  const { store, workbooks } = services;
  // Whether there is such a report is told before anything of the file is.
  const refusal = asked.key && refusalForReport(caller, asked.key.unitId, "read");
  if (refusal) return refuse(refusal);
  const reading = await workbooks.read(asked.content);
  if (!reading.ok) return reading;
  const issued = reportSnapshot(reading.value.meta, workbooks.codec);
  if (!issued.ok) return issued;
  const { snapshot, key } = issued.value;
  const foreign = await refusalOfIssued(store, { caller, issued: issued.value, meant: asked.key });
  if (foreign) return refuse(foreign);
  await prepareForm(services, { caller, key });
  const meant = await store.read((tx) => reportIssued(tx, services, { caller, issued: issued.value }));
  if (!meant.ok) return meant;
  const { known, ...report } = meant.value;
  const diff = diffBook(snapshot, reading.value);
  const dropped = diff.stopped ? [] : droppedTexts({ reading: reading.value, edits: diff.edits }, known);
  return ok({ ...report, diff: { ...diff, problems: [...diff.problems, ...dropped] } });
}

interface Issued {
  readonly caller: Caller;
  readonly issued: IssuedReport;
}

/** Is it a report of this service, visible, and the one it is handed in as? Asked before anything is counted for it. */
async function refusalOfIssued(
  store: Pick<Services["store"], "read">,
  { caller, issued, meant }: Issued & { readonly meant: ReportKey | undefined },
): Promise<AnyRefusal | undefined> {
  const { service, subject } = issued.snapshot.identity;
  if (service !== (await store.read((tx) => tx.organisation.serviceId())))
    return { code: "workbook-of-another-service" };
  const refusal = refusalForReport(caller, issued.key.unitId, "read");
  if (refusal) return refusal;
  return meant && reportRecord(meant) !== subject ? { code: "workbook-of-another-report" } : undefined;
}

/** It must be of the form as it stands today. */
async function reportIssued(
  tx: StoreReads,
  services: ReportServices,
  { caller, issued: { key, snapshot } }: Issued,
): Promise<Result<Omit<Compared, "diff"> & { readonly known: KnownOfReport }, AnyRefusal>> {
  const opened = await openReport(tx, services, { caller, key });
  if (!opened.ok) return opened;
  if (opened.value.definition !== snapshot.identity.definition) return refuse({ code: "workbook-of-another-form" });
  const cells = enterableCells(opened.value.compiled);
  // All that were ever said in it: a finding that went, or was explained anew, since the file was issued leaves its words there.
  const { explanations, lastYears } = await explainingOf(tx, opened.value);
  const replaced = await replacedSince(tx, key, snapshot.identity.change);
  const known: KnownOfReport = {
    isManual: (cell) => cells.get(cell)?.compiled.rule.kind === "manual",
    explanations: new Set([...explanations.map(({ text }) => text), ...lastYears.map(({ text }) => text), ...replaced]),
  };
  return ok({ key, unitName: opened.value.scope.unit.name, known });
}

/** Explanations that others took the place of after that change. */
async function replacedSince(tx: StoreReads, key: ReportKey, change: number): Promise<readonly string[]> {
  const entries = await tx.audit.entries({ record: reportRecord(key), most: MOST_LOOKED_BACK });
  return entries
    .filter(({ number, action }) => number > change && action === "explain")
    .flatMap(({ fields }) => fields.flatMap(({ old }) => (old === null ? [] : [old])));
}

const MOST_LOOKED_BACK = 1_000;

interface Order extends ReportImport {
  readonly key: ReportKey;
  readonly diff: SheetDiff;
}

async function push(services: ImportServices, caller: Caller, { key, content, dryRun, diff }: Order): Promise<Pushed> {
  const file = `file:${services.digest(content)}`;
  const edits = diff.edits.map(pushEdit);
  const work = async (tx: StoreWrites): Promise<Pushed> => {
    const [latest] = await tx.reports.submissions(key);
    const request = { key: latest ? `${file} ${latest.number} ${latest.state}` : file, edits };
    return await pushReportsInTransaction(tx, services, { caller, request });
  };
  return dryRun ? await tryOut(services.store, work) : await services.store.write(work);
}

function pushEdit({ record, field, baseRevision, value, reason, place }: Edit): PushEdit {
  return { record, field, baseRevision, value, place, ...(reason === undefined ? {} : { reason }) };
}
