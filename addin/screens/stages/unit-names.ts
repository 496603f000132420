import type { LedgerLevel } from "#core/ledger/template/template.ts";
import type { UnitListed } from "#core/protocol/accounts.ts";

/** The id itself for a unit that the reader does not see. */
export function nameOfUnit(units: readonly UnitListed[], id: string): string {
  return units.find((unit) => unit.id === id)?.name ?? id;
}

/** Units below `unitId` whose own ledgers are of that level; for members, their branches. */
export function extendableUnits(
  units: readonly UnitListed[],
  unitId: string,
  level: LedgerLevel,
): readonly UnitListed[] {
  const kind = level === "member" ? "branch" : level;
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const isBelow = (id: string): boolean => {
    for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) if (at === unitId) return true;
    return level === "member" && id === unitId;
  };
  return units.filter((unit) => unit.kind === kind && isBelow(unit.id));
}
