/** Letters (M12, M12a, M12b, M13): issued one by one or for a whole class, until received the person stays where he is. */
import { dayOf } from "#core/kernel/instant.ts";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { subtreeOf } from "#core/organisation/tree.ts";
import type { Person } from "#core/people/person/person.ts";
import { belongingOn } from "#core/people/procedure/person-change.ts";
import type { Addressee } from "#core/people/transfer/act-on-transfer.ts";
import { issueTransfer, type NewLetter } from "#core/people/transfer/issue-transfer.ts";
import { inForceOn } from "#core/people/transfer/transfer-rules.ts";
import type { Transfer } from "#core/people/transfer/transfer.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Destination, IssueTransfers, TransfersAnswer, TransferUnit } from "#core/protocol/records/transfers.ts";
import type { StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import { writeOrRollBack } from "#service/usecases/write-or-roll-back.ts";
import { actOnPeople, type Acted, type ActRow, type ProcedureServices } from "../act-on-people.ts";
import { writeTransfers } from "./transfer-records.ts";
import { addresseeOf, committeeOf, noticesTo, workedUnit } from "../unit/units-of-procedures.ts";

export async function issueTransfers(
  services: ProcedureServices,
  caller: Caller,
  asked: IssueTransfers,
): Promise<Result<TransfersAnswer, AnyRefusal>> {
  return await writeOrRollBack(services.store, async (tx) => await issueIn(tx, services, { caller, asked }));
}

/** Everybody in the unit and below it in one act (整建制); the receiver takes them in with one act, too. */
export async function transferUnit(
  services: ProcedureServices,
  caller: Caller,
  { unitId, to, on, duesPaidUntil, reason }: TransferUnit,
): Promise<Result<TransfersAnswer, AnyRefusal>> {
  const unit = workedUnit(caller, unitId);
  if (!unit.ok) return unit;
  const units = subtreeOf(caller.organisation, unit.value.id);
  return await writeOrRollBack(services.store, async (tx): Promise<Result<TransfersAnswer, AnyRefusal>> => {
    const people = await tx.people.inUnits({ units, on, kinds: ["member", "applicant"], opened: false });
    const rows = people.map(({ id }) => ({ personId: id, to, duesPaidUntil, graduate: false }));
    const answer = await issueIn(tx, services, { caller, asked: { on, reason, rows }, wholeUnit: true });
    // A unit goes as a whole: one who cannot go holds everybody back.
    const first = answer.ok ? answer.value.refused[0] : undefined;
    return first ? refuse(first.refusal) : answer;
  });
}

interface Issue {
  readonly caller: Caller;
  readonly asked: IssueTransfers;
  readonly wholeUnit?: boolean;
}

async function issueIn(
  tx: StoreWrites,
  services: ProcedureServices,
  { caller, asked, wholeUnit = false }: Issue,
): Promise<Result<TransfersAnswer, AnyRefusal>> {
  const batchId = asked.rows.length > 1 ? services.random.id("tba") : null;
  const rows = asked.rows.map((row): ActRow<Transfer> => ({
    personId: toId<PersonId>(row.personId),
    decide: (person) => {
      const to = addresseeOf(caller, row.to);
      if (!to.ok) return to;
      const id = services.random.id("tra");
      const letter = letterOf(row, { caller, asked, to: to.value, id, batchId, wholeUnit });
      return withTransfer(person, letter, { services, caller });
    },
  }));
  const act = { caller, action: "issue-transfer", reason: asked.reason, rows };
  const acted = await actOnPeople(tx, services, act);
  return acted.ok ? await keep(tx, services, { caller, acted: acted.value, reason: asked.reason }) : acted;
}

interface Kept {
  readonly caller: Caller;
  readonly acted: Acted<Transfer>;
  readonly reason: string;
}

async function keep(
  tx: StoreWrites,
  services: ProcedureServices,
  { caller, acted, reason }: Kept,
): Promise<Result<TransfersAnswer, AnyRefusal>> {
  const numbered: Transfer[] = [];
  const open = new Set((await tx.procedures.openTransfers(acted.done.map(({ person }) => person.id))).map(personIdOf));
  for (const { extra } of acted.done.filter(({ person }) => !open.has(person.id)))
    numbered.push(await withNumber(tx, caller, extra));
  const taken = await tx.procedures.insertTransfers(numbered);
  const isWritten = (id: PersonId): boolean => !taken.has(id) && !open.has(id);
  const done = acted.done.filter(({ person }) => isWritten(person.id));
  await writeTransfers(tx, {
    caller,
    action: "issue-transfer",
    transfers: numbered.filter(({ personId }) => !taken.has(personId)),
  });
  const notices = done.flatMap(({ person, extra }) => {
    const about = person.facts["name"] ?? "";
    const told = { kind: "transfer-issued", record: `transfer:${extra.id}`, about, reason };
    return noticesTo(services, caller, { ...told, to: [extra.toUnitId] });
  });
  await tx.procedures.addUnitNotices(notices);
  const refused = acted.done
    .filter(({ person }) => !isWritten(person.id))
    .map(({ row }) => ({ row, refusal: { code: "transfer-open-already" } as const }));
  return ok({
    done: done.map(({ row, person, extra }) => ({ row, transferId: extra.id, personId: person.id })),
    refused: [...acted.refused, ...refused].toSorted((a, b) => a.row - b.row),
  });
}

/** Letters that leave the service are numbered by the committee and year (M12a, M13). */
async function withNumber(tx: StoreWrites, caller: Caller, transfer: Transfer): Promise<Transfer> {
  if (transfer.toUnitId !== null || transfer.fromUnitId === null || transfer.issuedOn === null) return transfer;
  const year = Number(transfer.issuedOn.slice(0, 4));
  const number = await tx.procedures.nextLetterNumber(committeeOf(caller, transfer.fromUnitId), year);
  return { ...transfer, number: `${String(year)}-${String(number).padStart(4, "0")}` };
}

function withTransfer(
  person: Person,
  letter: NewLetter,
  { services, caller }: { readonly services: ProcedureServices; readonly caller: Caller },
): Result<{ readonly extra: Transfer }, AnyRefusal> {
  const from = belongingOn(person, letter.on)?.unitId;
  if (from !== undefined && !caller.scope.records.work.has(from)) return refuse({ code: "belongs-nowhere" });
  const rules = inForceOn(services.procedureRules.transfer, letter.on);
  const issued = issueTransfer(person, letter, { today: dayOf(caller.at), rules });
  return issued.ok ? ok({ extra: issued.value }) : issued;
}

interface LetterAround {
  readonly caller: Caller;
  readonly asked: Pick<IssueTransfers, "on" | "reason">;
  readonly to: Addressee;
  readonly id: string;
  readonly batchId: string | null;
  readonly wholeUnit: boolean;
}

function letterOf(
  row: IssueTransfers["rows"][number],
  { caller, asked, to, id, batchId, wholeUnit }: LetterAround,
): NewLetter {
  const { on, reason } = asked;
  const { duesPaidUntil, graduate } = row;
  const kind = kindOf(row.to);
  return { id, kind, graduate, to, on, reason, duesPaidUntil, number: null, batchId, wholeUnit, who: caller.who };
}

function kindOf(to: Destination): NewLetter["kind"] {
  if ("unitCode" in to) return "between";
  return to.province ? "province" : "city";
}

function personIdOf({ personId }: Transfer): PersonId {
  return personId;
}
