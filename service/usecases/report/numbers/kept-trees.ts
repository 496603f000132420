import type { UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { StoreReads } from "#service/ports/store.ts";
import type { EndedUnit } from "#service/ports/records/unit-records.ts";
import { withEnded } from "./ended-units.ts";
import { treeBelow } from "./tree-below.ts";

/** The units that a report is of. */
export interface ReportUnits {
  readonly unit: Unit;
  /** The unit with everything below it as the tree stands on the reporting date. */
  readonly units: ReadonlyMap<UnitId, Unit>;
  /** The same units and, each below the one it went into, those that ended before that day. */
  readonly counted: ReadonlyMap<UnitId, Unit>;
  /** Ids of all that are counted. */
  readonly ids: ReadonlySet<string>;
}

/** Trees of the days that reports are opened for: read again when the organisation has another revision than they know. */
export interface KeptTrees {
  /** @returns undefined for a unit that was not there on that day */
  reportUnits(tx: StoreReads, unitId: UnitId, on: Day): Promise<ReportUnits | undefined>;
}

interface Tree {
  readonly revision: number;
  readonly open: ReadonlyMap<UnitId, Unit>;
  readonly ended: readonly EndedUnit[];
  /** Those asked for lately, the last one last. */
  readonly reports: Map<UnitId, ReportUnits>;
}

const MOST_DAYS = 8;
/** As many as numbers are kept for. */
const MOST_UNITS = 128;

export function createKeptTrees(): KeptTrees {
  const trees = new Map<Day, Tree>();
  return {
    reportUnits: async (tx, unitId, on) => {
      const revision = await tx.organisation.revision();
      const known = trees.get(on);
      const tree = known?.revision === revision ? known : await readTree(tx, on, revision);
      // Who sees an older state than others did keeps nothing.
      if (!known || known.revision <= revision) keepLast(trees, { name: on, value: tree, most: MOST_DAYS });
      return unitsIn(tree, unitId);
    },
  };
}

async function readTree(tx: StoreReads, on: Day, revision: number): Promise<Tree> {
  const open = new Map((await tx.organisation.unitsOn(on)).map((unit) => [unit.id, unit]));
  return { revision, open, ended: await tx.units.ended(on), reports: new Map() };
}

function unitsIn({ open, ended, reports }: Tree, unitId: UnitId): ReportUnits | undefined {
  const unit = open.get(unitId);
  if (!unit) return undefined;
  const found = reports.get(unitId) ?? reportUnits(unit, treeBelow(open, unit), ended);
  keepLast(reports, { name: unitId, value: found, most: MOST_UNITS });
  return found;
}

function reportUnits(unit: Unit, units: ReportUnits["units"], ended: readonly EndedUnit[]): ReportUnits {
  const counted = withEnded(units, ended);
  return { unit, units, counted, ids: new Set<string>(counted.keys()) };
}

interface Kept<Name, Value> {
  readonly name: Name;
  readonly value: Value;
  readonly most: number;
}

function keepLast<Name, Value>(all: Map<Name, Value>, { name, value, most }: Kept<Name, Value>): void {
  all.delete(name);
  all.set(name, value);
  const [oldest] = all.keys();
  if (all.size > most && oldest !== undefined) all.delete(oldest);
}
