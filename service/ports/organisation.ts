import type { PersonId } from "#core/kernel/ids.ts";
import type { Day } from "#core/kernel/instant.ts";
import type { Post } from "#core/organisation/post.ts";
import type { Unit } from "#core/organisation/unit.ts";
import type * as R from "./records.ts";

export interface OrganisationReads {
  /** Grows with every change of units or posts; whoever caches an Organisation compares it. */
  revision(): Promise<number>;
  /** Those that are open (M18). */
  units(): Promise<readonly Unit[]>;
  /** The tree as it was on that day: earlier names and places, and units that have ended since. */
  unitsOn(day: Day): Promise<readonly Unit[]>;
  /** Posts in force on that day; a belonging of kind `applicant` is no post. */
  posts(on: Day): Promise<readonly Post[]>;
  /** Of these people alone. */
  postsOf(people: readonly PersonId[], on: Day): Promise<readonly Post[]>;
  person(id: PersonId): Promise<R.PersonRecord | undefined>;
  persons(ids: readonly PersonId[]): Promise<readonly R.PersonRecord[]>;
  /** Names alone: whoever only shows them opens no sealed phone (A12). */
  namesOf(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
  /** By keyed index: equality only (A12). */
  personsByPhone(phone: string): Promise<readonly R.PersonRecord[]>;
  serviceId(): Promise<string>;
}

export interface OrganisationWrites {
  saveUnits(units: readonly Unit[]): Promise<void>;
  /** Name and phone; whatever else a person's record holds stays, and its version grows. */
  savePersons(persons: readonly R.PersonRecord[]): Promise<void>;
  savePosts(posts: readonly Post[]): Promise<void>;
}
