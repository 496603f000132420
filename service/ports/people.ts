import type { Belonging, Person } from "#core/people/person/person.ts";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";

/**
 * Records of people. ID numbers and phones are plain in `facts` here and ciphertext at rest (A12): whoever only shows
 * them masks them (`maskFacts`), whoever looks one up asks by keyed index.
 */
export interface PeopleReads {
  /** In the order of `ids`; unknown ones are missing. */
  byIds(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** Who belongs to one of these units on that day, by name. Opens the seals only when asked to: they cost more than all the rest. */
  inUnits(query: PeopleQuery): Promise<readonly Person[]>;
  /** Ids and versions alone: what was computed from a record is good while its version stands. */
  versionsInUnits(query: Pick<PeopleQuery, "units" | "on" | "kinds">): Promise<ReadonlyMap<PersonId, number>>;
  /** Who ever belonged to these units, present ones included: for name lists of a period and for restoring. */
  everInUnits(units: readonly UnitId[]): Promise<readonly Person[]>;
  /** By keyed index. @returns the ids of known numbers only. */
  withIdNumbers(idNumbers: readonly string[]): Promise<ReadonlyMap<string, PersonId>>;
  /** Same name, for near duplicates. */
  named(names: readonly string[]): Promise<readonly Person[]>;
}

export interface PeopleQuery {
  readonly units: readonly UnitId[];
  readonly on: Day;
  readonly kinds: readonly Belonging["kind"][];
  /** false: sensitive facts are left out of `facts`. */
  readonly opened: boolean;
}

/** Conditional on the version the caller read; set-based. */
export interface PeopleWrites {
  /** New records with their belongings. @returns ids that were not written, because their ID number exists already. */
  insert(people: readonly Person[]): Promise<ReadonlySet<PersonId>>;
  /** Rows carry the new version (base + 1). @returns the ids that were written; whatever is missing was changed meanwhile. */
  update(people: readonly Person[]): Promise<ReadonlySet<PersonId>>;
  /** Belongings that are new or got another last day. */
  saveBelongings(rows: readonly (Belonging & { readonly personId: PersonId })[]): Promise<void>;
}
