import type { PersonId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { PostKind } from "#core/organisation/post.ts";
import type { Person } from "#core/people/person/person.ts";

/** Where records stand one after the other. */
export type PeoplePlace = string | number;

/** Those that stand behind the one place and not behind the other; null: from the first, up to the last. */
export interface PeoplePart {
  readonly after: PeoplePlace | null;
  readonly upTo: PeoplePlace | null;
}

/** Records as a report counts them: everybody's, page by page, and never a sensitive value among their facts (A12). */
export interface PopulationReads {
  /**
   * Whom some unit kept after that day, in no order. Revisions are left out: nobody changes what he reads here. `visit` is
   * waited for before the next page is read.
   * @param part of all records; all of them when it is missing
   */
  peopleAfter(day: Day, visit: (page: readonly Person[]) => Promise<void>, part?: PeoplePart): Promise<void>;
  /** So many parts of all records, of about the same size, and together all, in their order. */
  parts(count: number): Promise<readonly PeoplePart[]>;
  /** How many records there are. */
  count(): Promise<number>;
  /** As `peopleAfter` gives them; unknown ones are missing. */
  people(ids: readonly PersonId[]): Promise<readonly Person[]>;
  /** Party posts held on that day; plain membership is none. */
  officesOn(day: Day): Promise<ReadonlyMap<PersonId, readonly PostKind[]>>;
  /** Plain: whoever shows them masks them. Who has none is missing. */
  idNumbers(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
}

/** Columns of populations over a restart; only a copy: what is missing or damaged is counted anew from the store. */
export interface PopulationFiles {
  /** undefined: there are none, or they cannot be read. */
  load(name: string): Promise<Uint8Array | undefined>;
  /** @returns false when there is no room, say: nobody is worse off than without. */
  save(name: string, bytes: Uint8Array): Promise<boolean>;
}

/** Makes bytes smaller, for what is stored for ever. */
export interface BytePacking {
  pack(bytes: Uint8Array): Promise<Uint8Array>;
  /** @throws when these are not packed bytes. */
  unpack(bytes: Uint8Array): Promise<Uint8Array>;
}
