import { groupBy } from "#core/kernel/group-by.ts";
import type { UnitId } from "#core/kernel/ids.ts";
import type { Month } from "#core/kernel/day-arithmetic.ts";
import type { Day } from "#core/kernel/instant.ts";
import { duesSince, paidUntil } from "#core/people/dues/dues-paid.ts";
import { listFieldsOf } from "#core/people/person/dated-entries.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { Belonging, Person } from "#core/people/person/person.ts";
import { postsHeld } from "#core/people/person/posts-held.ts";
import { belongsOn } from "#core/people/person/stage-on.ts";
import { subjectFacts } from "#core/people/question/computed-facts.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { Services } from "#service/usecases/services.ts";
import { isOthersNow } from "../record-access.ts";
import type { UnitScope } from "../unit-scope.ts";

/** A person as of a day, with all that is computed; sensitive facts are plain. */
export interface RecordSubject {
  readonly person: Person;
  readonly facts: Facts;
  readonly unitId: UnitId | null;
  /** Of `facts`, what others know of him: his unit's name, paid until. */
  readonly more: Facts;
}

type Rules = Pick<Services, "catalogue" | "procedureRules">;

export interface SubjectsOfScope {
  readonly caller: Caller;
  readonly scope: Pick<UnitScope, "units" | "day" | "today">;
  readonly kinds: readonly Belonging["kind"][];
}

/**
 * Everybody of these units on that day, in one query each for people and for their dues. On another day than today, who is
 * another office's by now is left out.
 */
export async function loadSubjects(
  tx: StoreReads,
  services: Rules,
  { caller, scope, kinds }: SubjectsOfScope,
): Promise<readonly RecordSubject[]> {
  const query = { units: [...scope.units.keys()], on: scope.day, kinds, opened: true };
  const found = await tx.people.inUnits(query);
  const isToday = scope.day === scope.today;
  const people = isToday ? found : found.filter((person) => !isOthersNow(caller, person));
  return await subjectsOf(tx, services, { people, day: scope.day, nameOf: (id) => scope.units.get(id)?.name ?? "" });
}

export interface SubjectsAsked {
  readonly people: readonly Person[];
  readonly day: Day;
  readonly nameOf: (unitId: UnitId) => string;
}

export async function subjectsOf(
  tx: StoreReads,
  { catalogue, procedureRules }: Rules,
  { people, day, nameOf }: SubjectsAsked,
): Promise<readonly RecordSubject[]> {
  const ids = people.map(({ id }) => id);
  const settled = await tx.procedures.settledMonths(ids);
  const units = new Set(people.flatMap((person) => belongsOn(person, day)[0]?.unitId ?? []));
  const books = await tx.procedures.duesKeptFrom([...units]);
  const posts = groupBy(await tx.organisation.postsOf(ids, day), ({ personId }) => personId);
  const lists = listFieldsOf(catalogue.person);
  const probationMonths = procedureRules.conversion.findLast(({ from }) => from <= day)?.probationMonths ?? 12;
  return people.map((person): RecordSubject => {
    const unitId = belongsOn(person, day)[0]?.unitId ?? null;
    const paid = paidOf(person, settled.get(person.id), (unitId && books.get(unitId)) ?? null);
    const held = postsHeld(posts.get(person.id) ?? []);
    const more = {
      ...(unitId ? { unit: nameOf(unitId) } : {}),
      ...(paid ? { paidUntil: paid } : {}),
      ...(held === "" ? {} : { posts: held }),
    };
    return { person, unitId, more, facts: subjectFacts(person, day, { lists, probationMonths, more }) };
  });
}

/** Nothing for who never paid here. */
function paidOf({ facts }: Person, settled: ReadonlySet<Month> | undefined, keptFrom: Month | null): Month | null {
  if (!settled) return null;
  const { joinedOn, restoredOn } = facts;
  return paidUntil({ since: duesSince({ joinedOn, restoredOn, keptFrom, settled }), settled });
}
