/**
 * A ledger workbook comes back (W2a, W3): read by the guarded child, compared with what was issued inside itself, and pushed
 * like any other edits. The key is the file's own hash, so the same file changes nothing twice. A dry run is the very same
 * push in a transaction that is rolled back.
 */
import { toId, type LedgerId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { MOST_EDITS, type ImportAnswer, type PushAnswer, type PushEdit } from "#core/protocol/push.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { Edit, SheetDiff } from "#core/sheet/edit.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import type { BookIdentity } from "#core/sheet/sheet-book.ts";
import type { LedgerRecord } from "#service/ports/records.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { tryOut } from "#service/usecases/push/try-out.ts";
import { permitLedger } from "../permit-ledger.ts";
import { pushInTransaction, type Pushed } from "../push/push-ledger-edits.ts";
import { problemText } from "./problem-text.ts";

export interface WorkbookImport {
  readonly content: Uint8Array;
  /** The ledger it is meant for; absent: whichever it says it is. */
  readonly ledgerId?: LedgerId;
  readonly dryRun: boolean;
}

type ImportServices = Pick<Services, "store" | "random" | "digest" | "workbooks">;
type Imported = Result<ImportAnswer, AnyRefusal>;

export async function importLedgerWorkbook(
  services: ImportServices,
  caller: Caller,
  asked: WorkbookImport,
): Promise<Imported> {
  const compared = await compare(services, caller, asked);
  if (!compared.ok) return compared;
  const { ledger, diff } = compared.value;
  if (diff.stopped) return refuse({ code: "sheet-stopped", problems: diff.problems.map(problemText) });
  if (diff.edits.length > MOST_EDITS.ledger) return refuse({ code: "too-many-edits", most: MOST_EDITS.ledger });
  const answer = diff.edits.length === 0 ? ok(NOTHING) : await push(services, caller, { ...asked, diff });
  if (!answer.ok) return answer;
  const { change, outcomes } = answer.value;
  const cells = diff.edits.flatMap(({ record, field, base, value, place }, index) => {
    const outcome = outcomes[index];
    return outcome ? [{ record, field, base, value, place, outcome }] : [];
  });
  return ok({
    ledgerId: ledger.id,
    ledgerName: ledger.name,
    dryRun: asked.dryRun,
    change,
    cells,
    problems: diff.problems,
  });
}

const NOTHING: PushAnswer = { change: 0, outcomes: [] };

interface Compared {
  readonly ledger: LedgerRecord;
  readonly diff: SheetDiff;
}

async function compare(
  { store, workbooks }: ImportServices,
  caller: Caller,
  asked: WorkbookImport,
): Promise<Result<Compared, AnyRefusal>> {
  const reading = await workbooks.read(asked.content);
  if (!reading.ok) return reading;
  const snapshot = parseSnapshot(reading.value.meta, workbooks.codec);
  if (!snapshot.ok) {
    const { code } = snapshot.refusal;
    const foreign = code === "snapshot-missing" || code === "snapshot-foreign";
    return refuse(
      foreign ? { code: "workbook-not-a-ledger" } : { code: "workbook-damaged", what: "checksum", place: "_taizhang" },
    );
  }
  const { identity } = snapshot.value;
  const ledger = await store.read((tx) => ledgerMeant(tx, caller, { identity, ledgerId: asked.ledgerId }));
  return ledger.ok ? ok({ ledger: ledger.value, diff: diffBook(snapshot.value, reading.value) }) : ledger;
}

interface Meant {
  readonly identity: BookIdentity;
  readonly ledgerId: LedgerId | undefined;
}

/** Is it a ledger of this service, the one it is imported into, visible, and of its year? */
async function ledgerMeant(
  tx: StoreReads,
  caller: Caller,
  { identity, ledgerId }: Meant,
): Promise<Result<LedgerRecord, AnyRefusal>> {
  if (identity.kind !== "ledger") return refuse({ code: "workbook-not-a-ledger" });
  if (identity.service !== (await tx.organisation.serviceId())) return refuse({ code: "workbook-of-another-service" });
  const subject = toId<LedgerId>(identity.subject);
  const found = await permitLedger(tx, caller, { ledgerId: ledgerId ?? subject, action: "read" });
  if (!found.ok) return found;
  if (found.value.id !== subject) return refuse({ code: "workbook-of-another-ledger" });
  return found.value.year === identity.year ? found : refuse({ code: "workbook-of-another-year", year: identity.year });
}

interface Order extends WorkbookImport {
  readonly diff: SheetDiff;
}

async function push(services: ImportServices, caller: Caller, { content, dryRun, diff }: Order): Promise<Pushed> {
  const request = { key: `file:${services.digest(content)}`, edits: diff.edits.map(pushEdit) };
  const work = (tx: StoreWrites): Promise<Pushed> => pushInTransaction(tx, services, { caller, request });
  return dryRun ? await tryOut(services.store, work) : await services.store.write(work);
}

function pushEdit({ record, field, baseRevision, value, reason, acknowledged, place }: Edit): PushEdit {
  const said = { ...(reason === undefined ? {} : { reason }), ...(acknowledged === undefined ? {} : { acknowledged }) };
  return { record, field, baseRevision, value, place, ...said };
}
