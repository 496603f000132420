import type { UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Unit } from "#core/organisation/unit.ts";
import { listFieldsOf } from "#core/people/person/dated-entries.ts";
import { factsOn } from "#core/people/person/facts-on.ts";
import type { Facts } from "#core/people/person/facts.ts";
import { entityFacts, type UnitInTree } from "#core/report/population/entity-facts.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { UnitRecord } from "#service/ports/records/unit-records.ts";
import type { ReportServices } from "../report-services.ts";
import type { AskedKeys } from "./kept/asked-keys.ts";
import { withEnded } from "./ended-units.ts";

/** Code of the list "unit-state". */
const OPEN = "1";

interface EntitiesAsked {
  readonly catalogue: ReportServices["catalogue"];
  readonly asks: AskedKeys;
  /** A unit's record as it would be (R12). */
  readonly instead?: UnitRecord;
}

/** Every unit of that day and before it with the facts of that day that a form counts, those of its legal entity among them. */
export async function loadUnitEntities(
  tx: StoreReads,
  day: Day,
  { asks, catalogue, instead }: EntitiesAsked,
): Promise<readonly UnitInTree[]> {
  const open = new Map((await tx.organisation.unitsOn(day)).map((unit) => [unit.id, unit]));
  const units = withEnded(open, await tx.units.ended(day));
  const ids = [...units.keys()];
  const stored = await tx.units.records(ids);
  const records = stored.map((record) => (record.id === instead?.id ? instead : record));
  const members = asks.has("members") ? await tx.people.memberCounts([...open.keys()], day) : new Map<UnitId, number>();
  const lists = listFieldsOf(catalogue.unit);
  return entityFacts(
    records.flatMap((record): readonly UnitInTree[] => {
      const unit = units.get(record.id);
      if (!unit) return [];
      const counted = asks.has("members") ? { members: String(members.get(unit.id) ?? 0) } : {};
      const facts = { ...factsOn(record, day, lists), ...placeFacts(unit, units), ...counted };
      return [{ id: unit.id, parentId: unit.parentId, facts, ...(open.has(unit.id) ? {} : { ended: true }) }];
    }),
  );
}

function placeFacts({ code, name, shortName, kind, parentId }: Unit, units: ReadonlyMap<UnitId, Unit>): Facts {
  const parent = parentId === null ? undefined : units.get(parentId)?.name;
  return { code, name, shortName, kind, state: OPEN, ...(parent === undefined ? {} : { parent }) };
}
