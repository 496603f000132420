import type { Facts } from "#core/people/person/facts.ts";

/** Fields that say what kind of legal entity a unit belongs to; numbers are its own and never handed down. */
const ENTITY_FIELDS: readonly string[] = [
  ...["nature", "officeKind", "affiliation", "institutionKind", "socialKind"],
  ...["industry", "ownership", "centralEnterprise", "enterpriseSize"],
];
const SAME_AS_SUPERIOR = "2"; // code of "unit-relation": 与上级党组织同一单位

export interface UnitInTree {
  readonly id: string;
  readonly parentId: string | null;
  readonly facts: Facts;
  readonly ended?: true;
}

/** Units with the kind of their legal entity: a branch of the same entity as its superior takes it from there (R1). */
export function entityFacts(units: readonly UnitInTree[]): readonly UnitInTree[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return units.map((unit) => {
    const entity = entityOf(unit, byId);
    if (entity === unit) return unit;
    return { ...unit, facts: ofEntity(unit.facts, entity.facts) };
  });
}

/** What the entity has no kind of the branch has none of either: what stands there is left from before. */
function ofEntity(own: Facts, entity: Facts): Facts {
  const isKnown = (entity["nature"] ?? "") !== "";
  const taken = ENTITY_FIELDS.flatMap((key): readonly (readonly [string, string])[] => {
    const value = entity[key];
    if (value !== undefined) return [[key, value]];
    return isKnown && own[key] !== undefined ? [[key, ""]] : [];
  });
  return { ...own, ...Object.fromEntries(taken) };
}

function entityOf(unit: UnitInTree, byId: ReadonlyMap<string, UnitInTree>): UnitInTree {
  const seen = new Set<UnitInTree>();
  let entity = unit;
  while (entity.facts["unitRelation"] === SAME_AS_SUPERIOR && !seen.has(entity)) {
    seen.add(entity);
    const parent = entity.parentId === null ? undefined : byId.get(entity.parentId);
    if (!parent) break;
    entity = parent;
  }
  return entity;
}
