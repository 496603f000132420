import type { UnitId } from "#core/kernel/ids.ts";
import type { Organisation } from "#core/organisation/organisation.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { UnitSurroundings } from "#core/people/check/check-context.ts";
import type { UnitSubject } from "../roster/load-unit-facts.ts";
import type { UnitScope } from "../unit-scope.ts";
import type { CheckedPerson } from "./findings-cache.ts";

export interface Surrounding {
  readonly units: readonly UnitSubject[];
  readonly members: MemberCounts;
  readonly scope: UnitScope;
  /** Of these units and the superior of the topmost. */
  readonly creditCodes: ReadonlyMap<UnitId, string>;
  readonly organisation: Organisation;
}

export type MemberCounts = ReadonlyMap<UnitId, { readonly all: number; readonly full: number }>;

/** Who is a member by his dates and in the unit's roster. */
export function countMembers(people: Iterable<Pick<CheckedPerson, "unitId" | "stageHere">>): MemberCounts {
  const members = new Map<UnitId, { all: number; full: number }>();
  for (const { unitId, stageHere } of people) {
    if (stageHere !== "full" && stageHere !== "probationary") continue;
    const counts = members.get(unitId) ?? { all: 0, full: 0 };
    counts.all += 1;
    if (stageHere === "full") counts.full += 1;
    members.set(unitId, counts);
  }
  return members;
}

const ON_COMMITTEE: readonly PostKind[] = ["secretary", "deputy-secretary", "organisation-member"];

/** What the checks of a unit ask about its people and its superior. */
export function unitSurroundings(around: Surrounding): (unitId: UnitId) => UnitSurroundings {
  const { units, members, scope, creditCodes } = around;
  const byId = new Map(units.map((unit) => [unit.unit.id, unit]));
  return (unitId) => {
    const held = byId.get(unitId)?.posts ?? [];
    const onCommittee = held.filter(({ kind }) => ON_COMMITTEE.includes(kind));
    const { all, full } = members.get(unitId) ?? { all: 0, full: 0 };
    const parentId = scope.units.get(unitId)?.parentId ?? null;
    return {
      leaders: new Set(onCommittee.map(({ personId }) => personId)).size,
      members: all,
      fullMembers: full,
      superiorCreditCode: parentId === null ? "" : (creditCodes.get(parentId) ?? ""),
      secretaryHere: secretaryHere(around, unitId, held),
    };
  };
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
