import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Requirement } from "#core/people/check/required-fields.ts";
import type { Stage } from "#core/people/person/stage.ts";
import type { UnitScope } from "../unit-scope.ts";
import type { FoundFinding } from "./found-finding.ts";

/** What the checks said of one person, and what the checks of others read of him. Nothing sensitive is in it (A12). */
export interface CheckedPerson {
  readonly unitId: UnitId;
  /** In that unit's roster on the day; null: of nobody's, or without a stage. */
  readonly stageHere: Stage | null;
  readonly bookNumber: string;
  readonly name: string;
  /** Of required fields, on the day (M2). */
  readonly requirement: Requirement;
  /** End of a probation whose result is not known yet (M10); null: there is none. */
  readonly probationEnds: Day | null;
  readonly found: readonly FoundFinding[];
}

/** All of a unit and below, as the records were when the chain had that many changes. */
export interface KeptFindings {
  readonly change: number;
  /** Belongs to the cache: whoever was given it reads it before he waits for anything. */
  readonly people: Map<PersonId, CheckedPerson>;
}

/**
 * What checks said lately, by unit and day. Whoever asks reads the change number of the store in his own transaction, before
 * everything else: what is kept is renewed from there on, whichever process made the changes.
 */
export interface FindingsCache {
  kept(scope: UnitScope): KeptFindings | undefined;
  keep(scope: UnitScope, findings: KeptFindings): void;
}

/** Of all that is kept together. */
const MOST_PEOPLE = 200_000;

interface Entry {
  readonly units: UnitScope["units"];
  readonly findings: KeptFindings;
}

export function createFindingsCache(mostPeople = MOST_PEOPLE): FindingsCache {
  /** The one that was asked for last stands last. */
  const entries = new Map<string, Entry>();
  return {
    kept: (scope) => {
      const entry = entries.get(keyOf(scope));
      return entry && isSameTree(entry.units, scope.units) ? entry.findings : undefined;
    },
    keep: (scope, findings) => {
      const key = keyOf(scope);
      entries.delete(key);
      entries.set(key, { units: scope.units, findings });
      let people = [...entries.values()].reduce((sum, entry) => sum + entry.findings.people.size, 0);
      for (const [oldest, entry] of entries) {
        if (people <= mostPeople) return;
        entries.delete(oldest);
        people -= entry.findings.people.size;
      }
    },
  };
}

function keyOf({ unit, day }: { readonly unit: { readonly id: UnitId }; readonly day: Day }): string {
  return `${unit.id} ${day}`;
}

/** Names stand in findings, places decide who is in it. */
function isSameTree(before: UnitScope["units"], now: UnitScope["units"]): boolean {
  if (before === now) return true;
  if (before.size !== now.size) return false;
  return [...now.values()].every(({ id, name, parentId }) => {
    const known = before.get(id);
    return known?.name === name && known.parentId === parentId;
  });
}
