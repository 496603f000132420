import type { UnitId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { UnitSurroundings } from "#core/people/check/check-context.ts";
import type { RecordSubject } from "../roster/load-subjects.ts";
import type { UnitSubject } from "../roster/load-unit-facts.ts";
import type { UnitScope } from "../unit-scope.ts";

export interface Surrounding {
  readonly units: readonly UnitSubject[];
  readonly subjects: readonly RecordSubject[];
  readonly scope: UnitScope;
  readonly organisation: Organisation;
}

const ON_COMMITTEE: readonly PostKind[] = ["secretary", "deputy-secretary", "organisation-member"];

/** What the checks of a unit ask about its people and its superior. */
export function unitSurroundings(around: Surrounding): (unitId: UnitId) => UnitSurroundings {
  const { units, subjects, scope } = around;
  const members = new Map<UnitId, { all: number; full: number }>();
  for (const { unitId, facts } of subjects) {
    if (unitId === null || (facts["stage"] !== "full" && facts["stage"] !== "probationary")) continue;
    const counts = members.get(unitId) ?? { all: 0, full: 0 };
    counts.all += 1;
    if (facts["stage"] === "full") counts.full += 1;
    members.set(unitId, counts);
  }
  const byId = new Map(units.map((unit) => [unit.unit.id, unit]));
  return (unitId) => {
    const held = byId.get(unitId)?.posts ?? [];
    const onCommittee = held.filter(({ kind }) => ON_COMMITTEE.includes(kind));
    const { all, full } = members.get(unitId) ?? { all: 0, full: 0 };
    return {
      leaders: new Set(onCommittee.map(({ personId }) => personId)).size,
      members: all,
      fullMembers: full,
      superiorCreditCode: superiorOf(scope, byId, unitId)?.facts["socialCreditCode"] ?? "",
      secretaryHere: secretaryHere(around, unitId, held),
    };
  };
}

function superiorOf(
  { units }: UnitScope,
  byId: ReadonlyMap<UnitId, UnitSubject>,
  unitId: UnitId,
): UnitSubject | undefined {
  const parentId = units.get(unitId)?.parentId ?? null;
  return parentId === null ? undefined : byId.get(parentId);
}

function secretaryHere(
  { scope, organisation }: Surrounding,
  unitId: UnitId,
  held: UnitSubject["posts"],
): boolean | null {
  const secretary = held.find(({ kind }) => kind === "secretary");
  if (!secretary) return null;
  const own = organisation.postsOfPerson.get(secretary.personId)?.find(({ kind }) => kind === "member");
  let place: UnitId | null = own?.unitId ?? null;
  while (place !== null && place !== unitId) place = scope.units.get(place)?.parentId ?? null;
  return place === unitId;
}
