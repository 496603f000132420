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
  /** How many members each unit keeps that day; units without any are missing. */
  memberCounts(units: readonly UnitId[], on: Day): Promise<ReadonlyMap<UnitId, number>>;
  /**
   * Who ever belonged to these units, present ones included: for name lists of a period and for restoring.
   * @param since left out those who were gone by that day
   */
  everInUnits(units: readonly UnitId[], since?: Day): Promise<readonly Person[]>;
  /** By keyed index. @returns the ids of known numbers only. */
  withIdNumbers(idNumbers: readonly string[]): Promise<ReadonlyMap<string, PersonId>>;
  /** By keyed index; a phone may be shared by a family. */
  withMobile(mobile: string): Promise<readonly PersonId[]>;
  /** @returns the ids of known book numbers only (M9: unique). */
  withBookNumbers(numbers: readonly string[]): Promise<ReadonlyMap<string, readonly PersonId[]>>;
  /** Same name, for near duplicates. */
  named(names: readonly string[]): Promise<readonly Person[]>;
  /** Where a doubled record went (M3); null while it stands for itself. */
  mergedInto(id: PersonId): Promise<PersonId | null>;
  /** Records that were merged into this one. */
  mergedFrom(id: PersonId): Promise<readonly PersonId[]>;
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
  /**
   * `from` stands for nobody any more: it keeps its facts, and its posts go over to `into`. The caller has seen to it
   * that the two were never members at the same time (`saveBelongings`) and that no account is left behind.
   */
  merge(from: PersonId, into: PersonId): Promise<void>;
}
