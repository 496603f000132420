import type { Month } from "#core/kernel/day-arithmetic.ts";
import type { PersonId, UnitId } from "#core/kernel/ids.ts";
import type { ListFields } from "#core/people/person/dated-entries.ts";
import type { KeysByPopulation } from "#core/report/population/build-populations.ts";
import type { WrittenParts } from "#core/report/population/saved/written-parts.ts";
import type { Period } from "#core/report/population/period.ts";
import type { ProcedureReads } from "../records/procedures.ts";
import type { PeoplePart, PopulationReads } from "./report-populations.ts";

/** What the rows of people are made of. Plain data: a thread of its own is told the same. */
export interface CountingTask {
  /** Keys of the fields that each population keeps. */
  readonly keys: KeysByPopulation;
  /** Keys of all fields that the form looks at. */
  readonly asks: ReadonlySet<string>;
  readonly period: Period;
  readonly lists: readonly ListFields[];
  readonly probationMonths: number;
  /** What others know of people, where the form asks for it. */
  readonly side: {
    /** 党内职务 of the reporting date as one text. */
    readonly offices: ReadonlyMap<PersonId, string>;
    /** Since when a unit keeps a book of dues. */
    readonly booksFrom: ReadonlyMap<UnitId, Month>;
    /** "PERSON DAY" of everybody who came or went with his whole unit (M12b). */
    readonly wholeMoves: ReadonlySet<string>;
  };
}

/** Whom a thread counts. */
export interface PartTask extends CountingTask {
  readonly part: PeoplePart;
}

/** All that making rows of people reads. */
export interface CountingReads {
  readonly populations: Pick<PopulationReads, "peopleAfter">;
  readonly procedures: Pick<ProcedureReads, "settledMonths" | "largestVoluntary">;
}

/** Threads with connections of their own, so that this one answers others while a million people are counted. */
export interface CountingThreads {
  /** How many work at a time. */
  readonly most: number;
  /**
   * A thread for each task; the answers in the order of the tasks. Each sees the records as they are when it begins.
   * @throws when one of them fails; the others are ended then
   */
  count(tasks: readonly PartTask[]): Promise<readonly WrittenParts[]>;
}
