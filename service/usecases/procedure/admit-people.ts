import { dayOf } from "#core/kernel/instant.ts";
import { toId, type PersonId } from "#core/kernel/ids.ts";
import { ok, refuse, type Result } from "#core/kernel/result.ts";
import { admit, proposedJoinKind, type AdmissionNote } from "#core/people/development/admit.ts";
import type { Person } from "#core/people/person/person.ts";
import { inForceOn } from "#core/people/transfer/transfer-rules.ts";
import type { Admit, AdmitAnswer } from "#core/protocol/records/procedures.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { writeOrRollBack } from "../write-or-roll-back.ts";
import { actOnPeople, type ActRow, type Decided, type ProcedureServices } from "./act-on-people.ts";

type Row = Admit["rows"][number];

/** Admission (吸收, M9) of candidates on the year's list, each with a book number that nobody else has. */
export async function admitPeople(
  services: ProcedureServices,
  caller: Caller,
  { rows, reason }: Admit,
): Promise<Result<AdmitAnswer, AnyRefusal>> {
  return await writeOrRollBack(services.store, async (tx): Promise<Result<AdmitAnswer, AnyRefusal>> => {
    const planned = await plannedPeople(tx, rows);
    const books = new Set((await tx.people.withBookNumbers(rows.map(({ bookNumber }) => bookNumber))).keys());
    const act = rows.map((row): ActRow<readonly AdmissionNote[]> => ({
      personId: toId<PersonId>(row.personId),
      decide: (person) => {
        if (!planned.has(`${row.personId} ${row.joinedOn.slice(0, 4)}`)) return refuse({ code: "not-in-plan" });
        if (books.has(row.bookNumber)) return refuse({ code: "book-number-taken", number: row.bookNumber });
        const admitted = decideAdmission(services, caller, { person, row });
        // The next line of the same act meets the number, too.
        if (admitted.ok) books.add(row.bookNumber);
        return admitted;
      },
    }));
    const acted = await actOnPeople(tx, services, { caller, action: "admit", reason, rows: act });
    if (!acted.ok) return acted;
    const { done, refused } = acted.value;
    return ok({ done: done.map(({ row, person, extra }) => ({ row, personId: person.id, notes: extra })), refused });
  });
}

function decideAdmission(
  { procedureRules }: ProcedureServices,
  caller: Caller,
  { person, row }: { readonly person: Person; readonly row: Row },
): Result<Decided<readonly AdmissionNote[]>, AnyRefusal> {
  const { joinedOn, approvedOn, approvingCommittee, bookNumber } = row;
  const rules = inForceOn(procedureRules.admission, joinedOn);
  const joinKind =
    row.joinKind ?? proposedJoinKind(person.facts["birthDate"], joinedOn, rules) ?? rules.joinKinds.plain;
  const admission = { joinedOn, joinKind, approvingCommittee, approvedOn, bookNumber };
  const admitted = admit(person, admission, { today: dayOf(caller.at), rules });
  return admitted.ok ? ok({ change: admitted.value.change, extra: admitted.value.notes }) : admitted;
}

/** "person year" of everybody who stands on a list: looked at and due. */
async function plannedPeople(tx: StoreReads, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const planned = new Set<string>();
  const people = rows.map(({ personId }) => toId<PersonId>(personId));
  for (const year of new Set(rows.map(({ joinedOn }) => joinedOn.slice(0, 4))))
    for (const { personId, check } of await tx.procedures.plannedIn(people, Number(year)))
      if (check === "due") planned.add(`${personId} ${year}`);
  return planned;
}
