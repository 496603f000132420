import { groupBy } from "#core/kernel/group-by.ts";
import type { UnitKind } from "#core/organisation/unit.ts";
import type { UnitListed } from "#core/protocol/accounts.ts";

export interface UnitNode {
  readonly unit: UnitListed;
  readonly children: readonly UnitNode[];
}

/** The units as a tree; one whose parent the reader does not see is a root. */
export function unitTree(units: readonly UnitListed[]): readonly UnitNode[] {
  const known = new Set(units.map(({ id }) => id));
  const below = groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const nodesOf = (parentId: string | null): readonly UnitNode[] =>
    (below.get(parentId) ?? []).map((unit) => ({ unit, children: nodesOf(unit.id) }));
  return nodesOf(null);
}

/** Keeps what fits by name or code, with the way that leads there. */
export function filterTree(nodes: readonly UnitNode[], search: string): readonly UnitNode[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === "") return nodes;
  return nodes.flatMap((node) => {
    const children = filterTree(node.children, wanted);
    const fits = node.unit.name.toLowerCase().includes(wanted) || node.unit.code.includes(wanted);
    return fits || children.length > 0 ? [{ unit: node.unit, children }] : [];
  });
}

export function idsOf(nodes: readonly UnitNode[]): readonly string[] {
  return nodes.flatMap(({ unit, children }) => [unit.id, ...idsOf(children)]);
}

/** The units above one, nearest first: opened so that it shows. */
export function aboveOf(units: readonly UnitListed[], id: string | null): readonly string[] {
  const parentId = units.find((unit) => unit.id === id)?.parentId ?? null;
  return parentId === null ? [] : [parentId, ...aboveOf(units, parentId)];
}

/** What may stand directly below what; the service decides again. */
export const KINDS_BELOW: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  committee: ["general-branch", "branch"],
  "general-branch": ["branch", "general-branch"],
  branch: ["party-group"],
  "party-group": [],
};

/** Units are made directly below the reader's own unit and its children (A4). */
export function mayMakeUnitBelow(units: readonly UnitListed[], unit: UnitListed): boolean {
  if (KINDS_BELOW[unit.kind].length === 0) return false;
  const roots = new Set(unitTree(units).map((node) => node.unit.id));
  return roots.has(unit.id) || (unit.parentId !== null && roots.has(unit.parentId));
}
