import { groupBy } from "#core/kernel/group-by.ts";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Post } from "#core/organisation/post.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { maskPhone } from "#core/people/field/mask.ts";
import type { Facts } from "#core/people/person/facts.ts";
import type { PersonRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import type { Caller } from "#service/usecases/caller.ts";
import type { UnitScope } from "../unit-scope.ts";

/** A unit's record with what the tree and the posts say of it: who leads it, his phone from his own record (M5). */
export interface UnitSubject {
  readonly unit: Unit;
  readonly record: UnitRecord;
  readonly facts: Facts;
  readonly posts: readonly Post[];
}

/** @param instead a record that counts in the place of the stored one (R12) */
export async function loadUnitFacts(
  tx: StoreReads,
  caller: Caller,
  { units, day, today, instead }: UnitScope & { readonly instead?: UnitRecord | undefined },
): Promise<readonly UnitSubject[]> {
  const ids = [...units.keys()];
  const stored = await tx.units.records(ids);
  const records = stored.map((record) => (record.id === instead?.id ? instead : record));
  const members = await tx.people.memberCounts(ids, day);
  const all = day === today ? [...caller.organisation.postsOfUnit.values()].flat() : await tx.organisation.posts(day);
  const posts = groupBy(all, ({ unitId }) => unitId);
  const people = await leadersOf(tx, ids, posts);
  return records.flatMap((record): readonly UnitSubject[] => {
    const unit = units.get(record.id);
    if (!unit) return [];
    const held = posts.get(unit.id) ?? [];
    const counted = { members: String(members.get(unit.id) ?? 0) };
    const facts = { ...record.facts, ...placeFacts(unit, units), ...leaderFacts(held, people), ...counted };
    return [{ unit, record, facts, posts: held }];
  });
}

function placeFacts({ code, name, shortName, kind, parentId }: Unit, units: ReadonlyMap<UnitId, Unit>): Facts {
  const parent = parentId === null ? undefined : units.get(parentId)?.name;
  return { code, name, shortName, kind, state: OPEN, ...(parent === undefined ? {} : { parent }) };
}

/** Code of the list "unit-state". */
const OPEN = "1";

type People = ReadonlyMap<PersonId, PersonRecord>;

async function leadersOf(
  tx: StoreReads,
  unitIds: readonly UnitId[],
  posts: ReadonlyMap<UnitId, readonly Post[]>,
): Promise<People> {
  const leading = unitIds.flatMap((id) => (posts.get(id) ?? []).filter(isLeading));
  const people = await tx.organisation.persons([...new Set(leading.map(({ personId }) => personId))]);
  return new Map(people.map((person) => [person.id, person]));
}

function isLeading({ kind }: Post): boolean {
  return kind === "secretary" || kind === "deputy-secretary";
}

function leaderFacts(held: readonly Post[], people: People): Facts {
  const of = (kind: Post["kind"]): readonly PersonRecord[] =>
    held.flatMap((post) => (post.kind === kind ? (people.get(post.personId) ?? []) : []));
  const [secretary] = of("secretary");
  const deputies = of("deputy-secretary").map(({ name }) => name);
  return {
    ...(secretary ? { secretary: secretary.name } : {}),
    ...(secretary?.phone ? { secretaryMobile: maskPhone(secretary.phone) } : {}),
    ...(deputies.length > 0 ? { deputies: deputies.join("、") } : {}),
  };
}
