import { groupBy } from "#core/kernel/group-by.ts";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Post } from "#core/organisation/post.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { maskPhone } from "#core/people/field/mask.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { revisionOf } from "#core/people/person/record-changes.ts";
import { unitRecord } from "#core/people/record-name.ts";
import type { RosterRow } from "#core/sheet/roster/roster-view.ts";
import type { PersonRecord } from "#service/ports/records.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { RowsOrder } from "./rows-order.ts";
import { shownFacts } from "./shown-facts.ts";

/** Units with their records (M17); who leads them comes from posts, his phone from his own record (M5). */
export async function unitRows(
  tx: StoreReads,
  { caller, scope, fields, matches }: RowsOrder,
): Promise<readonly RosterRow[]> {
  const { units, day, today } = scope;
  const ids = [...units.keys()];
  const records = await tx.units.records(ids);
  const members = await tx.people.memberCounts(ids, day);
  const leaders = await leadersOf(
    tx,
    ids,
    day === today ? allPosts(caller.organisation) : await tx.organisation.posts(day),
  );
  return records.flatMap((record): readonly RosterRow[] => {
    const unit = units.get(record.id);
    if (!unit) return [];
    const counted = { members: String(members.get(unit.id) ?? 0) };
    const facts: Facts = { ...record.facts, ...placeFacts(unit, units), ...leaders(unit.id), ...counted };
    if (!matches({ facts, day })) return [];
    const locked = day !== today || !caller.scope.records.work.has(unit.id);
    const revisions = Object.fromEntries(fields.map(({ key }) => [key, revisionOf(record, key)]));
    const row = { record: unitRecord(unit.id), facts: shownFacts(facts, fields), revisions };
    return [locked ? { ...row, locked } : row];
  });
}

function placeFacts({ code, name, shortName, kind, parentId }: Unit, units: ReadonlyMap<UnitId, Unit>): Facts {
  const parent = parentId === null ? undefined : units.get(parentId)?.name;
  return { code, name, shortName, kind, state: OPEN, ...(parent === undefined ? {} : { parent }) };
}

/** Code of the list "unit-state". */
const OPEN = "1";

function allPosts({ postsOfUnit }: RowsOrder["caller"]["organisation"]): readonly Post[] {
  return [...postsOfUnit.values()].flat();
}

type LeadersOf = (unitId: UnitId) => Facts;

async function leadersOf(tx: StoreReads, unitIds: readonly UnitId[], posts: readonly Post[]): Promise<LeadersOf> {
  const asked = new Set(unitIds);
  const leading = posts.filter(
    ({ unitId, kind }) => asked.has(unitId) && (kind === "secretary" || kind === "deputy-secretary"),
  );
  const people = await tx.organisation.persons([...new Set(leading.map(({ personId }) => personId))]);
  const byId = new Map<PersonId, PersonRecord>(people.map((person) => [person.id, person]));
  const byUnit = groupBy(leading, ({ unitId }) => unitId);
  return (unitId) => {
    const held = byUnit.get(unitId) ?? [];
    const of = (kind: Post["kind"]): readonly PersonRecord[] =>
      held.flatMap((post) => (post.kind === kind ? (byId.get(post.personId) ?? []) : []));
    const [secretary] = of("secretary");
    const deputies = of("deputy-secretary").map(({ name }) => name);
    return {
      ...(secretary ? { secretary: secretary.name } : {}),
      ...(secretary?.phone ? { secretaryMobile: maskPhone(secretary.phone) } : {}),
      ...(deputies.length > 0 ? { deputies: deputies.join("、") } : {}),
    };
  };
}
