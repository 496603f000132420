import type { UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type { Facts, Lists, Revisions } from "#core/people/person/facts.ts";

/** What is known of a unit besides its place in the tree (M17). No row means: nothing yet, version 0. */
export interface UnitRecord {
  readonly id: UnitId;
  readonly facts: Facts;
  readonly lists: Lists;
  readonly revisions: Revisions;
  readonly version: number;
  /** First day of its present form (place, name, kind); null: from the beginning. */
  readonly since: Day | null;
  /** How it ended (M18); it stays in the records. */
  readonly closed: UnitClosed | null;
}

export interface UnitClosed {
  readonly as: "merged" | "revoked" | "deleted";
  /** First day it is no longer there. */
  readonly on: Day;
  readonly into: UnitId | null;
}

/** An earlier form of a unit: from the first to before the last day. */
export interface UnitVersion {
  readonly unit: Unit;
  readonly from: Day;
  readonly until: Day;
}

/** A unit that is there no more, as it last stood. */
export interface EndedUnit {
  readonly unit: Unit;
  /** Where it was merged into; null: nowhere. */
  readonly into: UnitId | null;
}

export interface UnitRecordReads {
  /** In the order of `ids`; a unit without a row comes as an empty record of version 0. */
  records(ids: readonly UnitId[]): Promise<readonly UnitRecord[]>;
  /** Open or closed. */
  all(): Promise<readonly Unit[]>;
  /** Those that had ended by that day. */
  ended(day: Day): Promise<readonly EndedUnit[]>;
  versions(ids: readonly UnitId[]): Promise<readonly UnitVersion[]>;
}

export interface UnitRecordWrites {
  /** Rows carry the new version (base + 1). @returns the ids that were written; whatever is missing was changed meanwhile. */
  saveRecords(records: readonly UnitRecord[]): Promise<ReadonlySet<UnitId>>;
  saveVersions(versions: readonly UnitVersion[]): Promise<void>;
}
