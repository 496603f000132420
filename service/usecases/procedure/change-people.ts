import { toId, type PersonId } from "#core/kernel/ids.ts";
import { ok, type Result } from "#core/kernel/result.ts";
import type { Person } from "#core/people/person/person.ts";
import type { PersonChange } from "#core/people/procedure/person-change.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { PeopleAnswer } from "#core/protocol/records/procedures.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "../caller.ts";
import { writeOrRollBack } from "../write-or-roll-back.ts";
import { actOnPeople, type ActRow, type ProcedureServices } from "./act-on-people.ts";

export interface ChangePeople {
  readonly people: readonly string[];
  readonly action: string;
  readonly reason: string;
  /** What the rule needs from the store, then the rule. */
  readonly prepare: (
    tx: StoreReads,
  ) => Promise<Result<(person: Person) => Result<PersonChange, AnyRefusal>, AnyRefusal>>;
}

/** For procedures that change nothing but the record. */
export async function changePeople(
  services: ProcedureServices,
  caller: Caller,
  { people, action, reason, prepare }: ChangePeople,
): Promise<Result<PeopleAnswer, AnyRefusal>> {
  return await writeOrRollBack(services.store, async (tx): Promise<Result<PeopleAnswer, AnyRefusal>> => {
    const prepared = await prepare(tx);
    if (!prepared.ok) return prepared;
    const rule = prepared.value;
    const rows = people.map((id): ActRow<null> => ({
      personId: toId<PersonId>(id),
      decide: (person) => {
        const change = rule(person);
        return change.ok ? ok({ change: change.value, extra: null }) : change;
      },
    }));
    const acted = await actOnPeople(tx, services, { caller, action, reason, rows });
    if (!acted.ok) return acted;
    const { done, refused } = acted.value;
    return ok({ done: done.map(({ row, person }) => ({ row, personId: person.id })), refused });
  });
}

/** Who has a letter on its way. */
export async function onTheirWay(tx: StoreReads, people: readonly string[]): Promise<ReadonlySet<PersonId>> {
  const open = await tx.procedures.openTransfers(people.map((id) => toId<PersonId>(id)));
  return new Set(open.map(({ personId }) => personId));
}
