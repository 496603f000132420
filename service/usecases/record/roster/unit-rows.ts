import { revisionOf } from "#core/people/person/record-changes.ts";
import { unitRecord } from "#core/people/record-name.ts";
import type { RosterRow } from "#core/sheet/roster/roster-view.ts";
import type { StoreReads } from "#service/ports/store.ts";
import { isOthersUnitNow } from "../record-access.ts";
import { loadUnitFacts } from "./load-unit-facts.ts";
import type { RowsOrder } from "./rows-order.ts";
import { shownFacts } from "./shown-facts.ts";

/** Units with their records (M17), as rows. */
export async function unitRows(
  tx: StoreReads,
  { caller, scope, fields, matches }: RowsOrder,
): Promise<readonly RosterRow[]> {
  const { day, today } = scope;
  const units = await loadUnitFacts(tx, caller, scope);
  return units.flatMap(({ record, facts }): readonly RosterRow[] => {
    if (!matches({ facts, day }) || isOthersUnitNow(caller, record.id)) return [];
    const locked = day !== today || !caller.scope.records.work.has(record.id);
    const revisions = Object.fromEntries(fields.map(({ key }) => [key, revisionOf(record, key)]));
    const row = { record: unitRecord(record.id), facts: shownFacts(facts, fields), revisions };
    return [locked ? { ...row, locked } : row];
  });
}
