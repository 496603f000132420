import { groupBy } from "#core/kernel/group-by.ts";
import type { RecordUnit } from "#core/protocol/records/records.ts";
import type { UnitChoice } from "#addin/components/units/unit-choice.ts";

/** The officer's units as an indented list, each followed by what is below it. */
export function unitChoices(units: readonly RecordUnit[]): readonly UnitChoice[] {
  const known = new Set(units.map(({ id }) => id));
  const below = groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const listed = (parentId: string | null, depth: number): readonly UnitChoice[] =>
    (below.get(parentId) ?? []).flatMap(({ id, name }) => [{ id, name, depth }, ...listed(id, depth + 1)]);
  return listed(null, 0);
}
