import { ok, type Result } from "#core/kernel/result.ts";
import { findDuplicates } from "#core/people/roster/find-duplicates.ts";
import type { DuplicateGroup } from "#core/protocol/records/records.ts";
import type { AnyRefusal } from "#core/protocol/refusal.ts";
import type { Caller } from "../caller.ts";
import type { Services } from "../services.ts";
import { isOthersNow } from "./record-access.ts";
import { foundPerson, unitNames } from "./search-people.ts";
import { unitScope, type AskedUnit } from "./unit-scope.ts";

/** What may be one human being twice, among the people of a unit and everything below it (M3). */
export async function listDuplicates(
  { store }: Pick<Services, "store">,
  caller: Caller,
  asked: AskedUnit,
): Promise<Result<readonly DuplicateGroup[], AnyRefusal>> {
  return await store.read(async (tx): Promise<Result<readonly DuplicateGroup[], AnyRefusal>> => {
    const scope = await unitScope(tx, caller, asked);
    if (!scope.ok) return scope;
    const { units, day } = scope.value;
    const kinds = ["member", "applicant"] as const;
    const found = await tx.people.inUnits({ units: [...units.keys()], on: day, kinds, opened: true });
    const people = found.filter((person) => !isOthersNow(caller, person));
    const nameOf = await unitNames(tx);
    return ok(
      findDuplicates(people).map(({ why, people: group }) => ({
        why,
        people: group.map((person) => foundPerson(person, day, nameOf)),
      })),
    );
  });
}
