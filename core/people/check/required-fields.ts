import type { FieldDefinition } from "../field/field.ts";
import type { Facts } from "../person/facts.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Person } from "../person/person.ts";
import type { Stage } from "../person/stage.ts";
import { belongsOn } from "../person/stage-on.ts";
import { reachedStage } from "../procedure/reached-stage.ts";

/** Which fields a record must have, ready for many records (M2). */
export interface Requirements {
  readonly byStage: Readonly<Record<Stage, readonly FieldDefinition[]>>;
  readonly ofUnit: readonly FieldDefinition[];
}

export interface Requirement {
  readonly required: number;
  /** Keys of required fields that are empty. */
  readonly missing: readonly string[];
}

export function requirementsOf(catalogue: {
  readonly person: readonly FieldDefinition[];
  readonly unit: readonly FieldDefinition[];
}): Requirements {
  const of = (stage: Stage) => catalogue.person.filter(({ required = [] }) => required.includes(stage));
  return {
    byStage: {
      applicant: of("applicant"),
      activist: of("activist"),
      candidate: of("candidate"),
      probationary: of("probationary"),
      full: of("full"),
    },
    ofUnit: catalogue.unit.filter(({ always }) => always === true),
  };
}

const NOTHING: Requirement = { required: 0, missing: [] };

/**
 * What a person's record must hold and lacks (M2): by his stage; who is kept without any date yet is asked for everything that
 * the roster he stands in needs. Nothing is asked of who has left, or is kept by nobody.
 * @param facts of the day
 */
export function personRequirement(
  { person, facts, day }: { readonly person: Person; readonly facts: Facts; readonly day: Day },
  { byStage }: Requirements,
): Requirement {
  const reached = reachedStage(person, day);
  const [kept] = belongsOn(person, day);
  if (reached === "left" || !kept) return NOTHING;
  const unreached: Stage = kept.kind === "member" ? "full" : "applicant";
  return requirementOf(facts, byStage[reached === "none" ? unreached : reached]);
}

/** What these facts must hold and lack. */
export function requirementOf(facts: Facts, fields: readonly FieldDefinition[]): Requirement {
  let required = 0;
  const missing: string[] = [];
  for (const field of fields) {
    if (isLifted(field, facts)) continue;
    required += 1;
    if ((facts[field.key] ?? "") === "") missing.push(field.key);
  }
  return { required, missing };
}

/** Of how many required fields, how many are maintained. */
export interface Maintained {
  readonly required: number;
  readonly maintained: number;
}

export function addUp(all: Iterable<Requirement>): Maintained {
  let required = 0;
  let missing = 0;
  for (const one of all) {
    required += one.required;
    missing += one.missing.length;
  }
  return { required, maintained: required - missing };
}

/** Whole per cent, never rounded up; 100 where nothing is required. */
export function percentageOf({ required, maintained }: Maintained): number {
  return required === 0 ? 100 : Math.floor((maintained * 100) / required);
}

/** Does it reach the line (98 at year end)? Reckoned in whole numbers: 97.99 % is not 98 %. */
export function reachesLine({ required, maintained }: Maintained, line: number): boolean {
  return maintained * 100 >= required * line;
}

function isLifted({ onlyIf, unless }: FieldDefinition, facts: Facts): boolean {
  return (onlyIf !== undefined && facts[onlyIf] !== "1") || (unless !== undefined && facts[unless] === "1");
}
