import { decideRecord } from "#core/access/decide-record.ts";
import { type PersonId } from "#core/kernel/ids.ts";
import { dayOf } from "#core/kernel/instant.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { answeringUnits } from "#core/people/person/answering-units.ts";
import type { Person } from "#core/people/person/person.ts";
import { applyChange, type PersonChange } from "#core/people/procedure/person-change.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads, StoreWrites } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { decisionRefusal } from "../ledger/permit-ledger.ts";
import { writePeople } from "../record/write-people.ts";
import type { Services } from "../services.ts";

export type ProcedureServices = Pick<Services, "store" | "random" | "catalogue" | "procedureRules">;

/** One line of a bulk act: what becomes of this person, and what else is written with it. */
export interface ActRow<Extra> {
  readonly personId: PersonId;
  readonly decide: (person: Person) => Result<Decided<Extra>, AnyRefusal>;
}

export interface Decided<Extra> {
  readonly change?: PersonChange | undefined;
  readonly extra: Extra;
}

export interface Acted<Extra> {
  readonly done: readonly { readonly row: number; readonly person: Person; readonly extra: Extra }[];
  readonly refused: readonly RefusedRow[];
}

export interface RefusedRow {
  readonly row: number;
  readonly refusal: AnyRefusal;
}

export interface ActOnPeople<Extra> {
  readonly caller: Caller;
  readonly action: string;
  readonly reason: string;
  readonly rows: readonly ActRow<Extra>[];
  /** False for acts of the other side, which was permitted by the letter itself. */
  readonly permitted?: boolean;
}

/**
 * How every procedure changes records: who may, what the rule says, one conditional write with history and audit. Rows
 * that a rule refuses come back with their reason, and nothing but foreign people answers as missing (A9); a record that somebody changed meanwhile undoes the whole act.
 */
export async function actOnPeople<Extra>(
  tx: StoreWrites,
  { random, catalogue }: ProcedureServices,
  act: ActOnPeople<Extra>,
): Promise<Result<Acted<Extra>, AnyRefusal>> {
  const { caller, action, reason } = act;
  const { decided, refused } = decideRows(await peopleOf(tx, act.rows), act);
  if (decided.length === 0 && refused.length > 0 && refused.every(({ refusal }) => refusal.code === "not-found"))
    return refuse({ code: "not-found" });
  const writes = decided.flatMap(({ person, change }) =>
    change ? [{ before: person, after: applyChange(person, change, () => random.id("pos")), reason }] : [],
  );
  const failed = await writePeople(tx, { caller, catalogue, action, writes });
  if (failed.changed.size > 0 || failed.doubled.size > 0) return refuse({ code: "changed-meanwhile" });
  return ok({ done: decided.map(({ row, person, extra }) => ({ row, person, extra })), refused });
}

/** Opened, with their ID numbers and phones: procedures need them. */
export async function peopleOf(
  tx: StoreReads,
  rows: readonly { readonly personId: PersonId }[],
): Promise<ReadonlyMap<PersonId, Person>> {
  const people = await tx.people.byIds([...new Set(rows.map(({ personId }) => personId))]);
  return new Map(people.map((person) => [person.id, person]));
}

/** @returns undefined when the caller may work on this person's record; a foreign one answers as a missing one (A9). */
export function whyNotWork(caller: Caller, person: Person | undefined, action: string): AnyRefusal | undefined {
  if (!person) return { code: "not-found" };
  const subject = { personId: person.id, unitIds: answeringUnits(person, dayOf(caller.at)) };
  return decisionRefusal(decideRecord(caller.scope.records, { subject, action: "work" }), action);
}

interface DecidedRow<Extra> extends Decided<Extra> {
  readonly row: number;
  readonly person: Person;
}

function decideRows<Extra>(
  people: ReadonlyMap<PersonId, Person>,
  { caller, action, rows, permitted = true }: ActOnPeople<Extra>,
): { readonly decided: readonly DecidedRow<Extra>[]; readonly refused: readonly RefusedRow[] } {
  const decided: DecidedRow<Extra>[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Set<PersonId>();
  rows.forEach(({ personId, decide }, row) => {
    const person = people.get(personId);
    const refusal = permitted ? whyNotWork(caller, person, action) : undefined;
    if (refusal || !person) return refused.push({ row, refusal: refusal ?? { code: "not-found" } });
    // The same person twice in one act: the second line meets what the first one did.
    if (seen.has(personId)) return refused.push({ row, refusal: { code: "changed-meanwhile" } });
    const answer = decide(person);
    if (!answer.ok) return refused.push({ row, refusal: answer.refusal });
    seen.add(personId);
    return decided.push({ row, person, ...answer.value });
  });
  return { decided, refused };
}
