import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { FieldCatalogue } from "../field/field-catalogue.ts";
import type { ListFields } from "../person/dated-entries.ts";
import type { Facts } from "../person/facts.ts";
import type { Person } from "../person/person.ts";
import type { ProcedureRules } from "../procedure/procedure-rules.ts";
import type { Standing } from "./record-check.ts";
import type { RecordRules } from "./record-rules.ts";
import type { Requirements } from "./required-fields.ts";

/** What all checks go by: made once. */
export interface CheckTools {
  readonly catalogue: FieldCatalogue;
  readonly rules: RecordRules;
  readonly procedures: ProcedureRules;
  readonly requirements: Requirements;
  readonly lists: readonly ListFields[];
}

/** What the checks of people know besides the record itself. */
export interface CheckContext {
  readonly day: Day;
  /** Of the report; M21-15 asks for a post that holds within it. */
  readonly period: { readonly from: Day; readonly until: Day };
  /** Who shares an ID number or a book number with somebody else. */
  readonly doubled: { readonly idNumber: ReadonlySet<PersonId>; readonly bookNumber: ReadonlySet<PersonId> };
  /** Consecutive months without dues; who is missing owes none. */
  readonly unpaidMonths: ReadonlyMap<PersonId, number>;
  /** Until when the letter of an overdue transfer was valid. */
  readonly overdueLetters: ReadonlyMap<PersonId, Day>;
  /** Computed facts of others: unit, paidUntil, posts. */
  readonly more?: ReadonlyMap<PersonId, Facts>;
}

/** A person as his checks see him. */
export interface PersonCase {
  readonly person: Person;
  /** Of the day, computed ones included. */
  readonly facts: Facts;
  readonly standing: Standing;
  readonly context: CheckContext;
}

/** A unit as its checks see it. */
export interface UnitCase {
  readonly id: UnitId;
  /** Of the day, with those of the tree (kind, name) and computed ones. */
  readonly facts: Facts;
  readonly day: Day;
  readonly about: UnitSurroundings;
}

export interface UnitSurroundings {
  /** People who hold a leading post or sit on the committee, by their own records. */
  readonly leaders: number;
  readonly members: number;
  readonly fullMembers: number;
  readonly superiorCreditCode: string;
  /** Is the secretary kept by this unit or one below? null: there is none. */
  readonly secretaryHere: boolean | null;
}

/** Facts for the sentence when there is something to say. */
export type Said = Facts | null;
