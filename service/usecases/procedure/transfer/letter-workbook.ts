/** Letters as an exchange workbook for committees that are not on this service, and their receipts (M12a). */
import { dayOf, parseDay, shownTime, type Day } from "#core/kernel/instant.ts";
import { groupBy } from "#core/kernel/group-by.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { readDate } from "#core/people/field/read-day.ts";
import type { Person } from "#core/people/person/person.ts";
import type { Transfer } from "#core/people/transfer/transfer.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { LetterWorkbook, ReceiptsAnswer, TransfersAnswer } from "#core/protocol/records/transfers.ts";
import { diffBook } from "#core/sheet/diff-book.ts";
import type { Edit } from "#core/sheet/edit.ts";
import { parseSnapshot } from "#core/sheet/snapshot/parse-snapshot.ts";
import { letterBook, LETTERS_SUBJECT, RECEIVED_ON, type LetterRow } from "#core/sheet/plan/letter-book.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { maskPhone } from "#service/usecases/account/mask-phone.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { exportEntry, exportName, markedBook } from "#service/usecases/ledger/exchange/export-stamp.ts";
import { MEDIA_TYPES, type OutputFile } from "#service/usecases/ledger/exchange/output-ledger.ts";
import { problemText } from "#service/usecases/ledger/exchange/problem-text.ts";
import type { Services } from "#service/usecases/services.ts";
import { actOnTransfers, mayReadTransfer } from "./act-on-transfers.ts";
import { peopleOf, type ProcedureServices } from "../act-on-people.ts";
import { letterOf } from "./print-letter.ts";
import { committeeOf, unitName } from "../unit/units-of-procedures.ts";

const PREFIX = "transfer:";

type WorkbookServices = Pick<Services, "store" | "workbooks" | "catalogue" | "digest" | "limits">;

/** Holds full numbers like the printed letter, by rule (A12): logged with its purpose and the file's hash (A13). */
export async function exportLetters(
  services: WorkbookServices,
  caller: Caller,
  { transfers, reason }: LetterWorkbook,
): Promise<Result<OutputFile, AnyRefusal>> {
  const found = await services.store.read(async (tx) => ({
    letters: await lettersToSend(tx, caller, transfers),
    service: await tx.organisation.serviceId(),
    change: (await tx.audit.head()).number,
  }));
  if (!found.letters.ok) return found.letters;
  const letters = found.letters.value;
  const [first] = letters;
  if (!first) return refuse({ code: "not-found" });
  const committee = unitName(caller, committeeOf(caller, first.fromUnitId));
  const stamp = { issuedTo: maskPhone(caller.account.name), issuedAt: shownTime(caller.at) };
  const book = letterBook({
    ...{ unitName: committee, year: Number(dayOf(caller.at).slice(0, 4)) },
    rows: letters.map((letter) => rowOf(services, caller, letter)),
    issue: { ...stamp, service: found.service, change: found.change },
  });
  const content = await services.workbooks.render(markedBook(book, services.limits));
  const sha256 = services.digest(content);
  const logged = { record: `unit:${first.fromUnitId}`, format: "xlsx", filter: "transfer letters", sha256, reason };
  await services.store.write(async (tx) => tx.record(exportEntry(caller, { ...logged, records: letters.length })));
  return ok({ fileName: exportName(book.title, caller, "xlsx"), mediaType: MEDIA_TYPES.xlsx, content });
}

interface Sent {
  readonly transfer: Transfer;
  readonly person: Person;
  readonly fromUnitId: NonNullable<Transfer["fromUnitId"]>;
}

/** Only one's own that are on their way to a committee elsewhere; one that is not holds the file back. */
async function lettersToSend(
  tx: StoreReads,
  caller: Caller,
  ids: readonly string[],
): Promise<Result<readonly Sent[], AnyRefusal>> {
  const letters: Transfer[] = [];
  for (const id of ids) {
    const transfer = await tx.procedures.transfer(id);
    if (!transfer || !mayReadTransfer(caller, transfer)) return refuse({ code: "not-found" });
    letters.push(transfer);
  }
  const people = await peopleOf(tx, letters);
  const sent: Sent[] = [];
  for (const transfer of letters) {
    const { fromUnitId, toUnitId, state, personId } = transfer;
    const person = people.get(personId);
    if (fromUnitId === null || toUnitId !== null || !caller.scope.records.work.has(fromUnitId))
      return refuse({ code: "transfer-not-yours", act: "issue" });
    if (state !== "open" || !person) return refuse({ code: "transfer-not-open", act: "receive", state });
    sent.push({ transfer, person, fromUnitId });
  }
  return ok(sent);
}

function rowOf(services: WorkbookServices, caller: Caller, sent: Sent): LetterRow {
  const { validDays, ...letter } = letterOf(services, caller, sent);
  const { id, revision } = sent.transfer;
  return { record: `${PREFIX}${id}`, revision, texts: { ...letter, validDays: String(validDays) } };
}

/** The workbook has come back: each day that was filled in is the receipt of its letter. */
export async function importReceipts(
  services: ProcedureServices & Pick<Services, "workbooks">,
  caller: Caller,
  content: Uint8Array,
): Promise<Result<ReceiptsAnswer, AnyRefusal>> {
  const edits = await receiptsIn(services, content);
  if (!edits.ok) return edits;
  const receipts = edits.value.map(receiptOf);
  const done: TransfersAnswer["done"][number][] = [];
  const refused: TransfersAnswer["refused"][number][] = [];
  receipts.forEach(({ day }, row) => {
    if (!day.ok) refused.push({ row, refusal: day.refusal });
  });
  const rows = receipts.flatMap(({ id, day }, row) => (day.ok ? [{ row, id, on: day.value }] : []));
  for (const [on, ofDay] of groupBy(rows, (receipt) => receipt.on)) {
    const transfers = ofDay.map(({ id }) => id);
    const answer = await actOnTransfers(services, caller, { transfers, on, move: { act: "receive", branchId: null } });
    const placed = (row: number): number => ofDay[row]?.row ?? row;
    if (answer.ok) {
      done.push(...answer.value.done.map((one) => ({ ...one, row: placed(one.row) })));
      refused.push(...answer.value.refused.map((one) => ({ ...one, row: placed(one.row) })));
    } else refused.push(...ofDay.map(({ row }) => ({ row, refusal: answer.refusal })));
  }
  const names = await namesOf(
    services,
    caller,
    receipts.map(({ id }) => id),
  );
  return ok({ done, refused: refused.toSorted((a, b) => a.row - b.row), names });
}

async function receiptsIn(
  { store, workbooks }: Pick<Services, "store" | "workbooks">,
  content: Uint8Array,
): Promise<Result<readonly Edit[], AnyRefusal>> {
  const reading = await workbooks.read(content);
  if (!reading.ok) return reading;
  const snapshot = parseSnapshot(reading.value.meta, workbooks.codec);
  if (!snapshot.ok || snapshot.value.identity.subject !== LETTERS_SUBJECT)
    return refuse({ code: "workbook-not-letters" });
  const service = await store.read((tx) => tx.organisation.serviceId());
  if (snapshot.value.identity.service !== service) return refuse({ code: "workbook-of-another-service" });
  const diff = diffBook(snapshot.value, reading.value);
  if (diff.stopped) return refuse({ code: "sheet-stopped", problems: diff.problems.map(problemText) });
  return ok(diff.edits.filter(({ field, record }) => field === RECEIVED_ON && record.startsWith(PREFIX)));
}

interface Receipt {
  readonly id: string;
  readonly day: Result<Day, AnyRefusal>;
}

function receiptOf({ record, value }: Edit): Receipt {
  return { id: record.slice(PREFIX.length), day: dayIn(value) };
}

function dayIn(value: Edit["value"]): Result<Day, AnyRefusal> {
  const given = String(value ?? "");
  const read = readDate(typeof value === "number" ? value : given, false);
  if (!read.ok) return read;
  const day = parseDay(read.value.text);
  return day === undefined ? refuse({ code: "value-not-a-day", given }) : ok(day);
}

/** "" for letters that are not the caller's to see. */
async function namesOf(
  { store }: Pick<Services, "store">,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly string[]> {
  return await store.read(async (tx) => {
    const letters: (Transfer | undefined)[] = [];
    for (const id of ids) letters.push(await tx.procedures.transfer(id));
    const people = await peopleOf(
      tx,
      letters.filter((letter) => letter !== undefined),
    );
    return letters.map((letter) =>
      letter && mayReadTransfer(caller, letter) ? (people.get(letter.personId)?.facts["name"] ?? "") : "",
    );
  });
}
