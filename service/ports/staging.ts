import type { AccountId, PersonId, UnitId } from "#core/kernel/ids.ts";
import type { Instant } from "#core/kernel/instant.ts";
import type { Person } from "#core/people/person/person.ts";

/** An import of people on its way: staged in any number of steps, committed in one (W8). */
export interface ImportRecord {
  readonly id: string;
  readonly unitId: UnitId;
  readonly accountId: AccountId;
  readonly fileName: string;
  readonly sha256: string;
  readonly madeAt: Instant;
  readonly state: "staging" | "staged" | "done";
  /** JSON; whatever the use case wants to know of it later. Never an ID number or a phone. */
  readonly summary: string;
}

/** A new record (base 0) or a changed one, with its belongings that are new or ended, and what its history will say. */
export interface StagedPerson {
  readonly person: Person;
  readonly baseVersion: number;
  readonly history: readonly StagedField[];
}

/** `value` is masked already where it is sensitive. */
export interface StagedField {
  readonly field: string;
  readonly revision: number;
  readonly value: string | null;
}

/** Empty where everything was written; else nothing was and the caller rolls back. */
export interface CommitProblems {
  /** Changed by somebody since they were staged. */
  readonly changed: readonly PersonId[];
  /** New ones whose ID number exists by now. */
  readonly doubled: readonly PersonId[];
}

export interface StagingReads {
  importById(id: string): Promise<ImportRecord | undefined>;
  importsOf(unitIds: readonly UnitId[]): Promise<readonly ImportRecord[]>;
  /** The confirmed mapping of a layout; JSON. */
  headerMapping(unitId: UnitId, layout: string): Promise<string | undefined>;
}

export interface StagingWrites {
  saveImport(row: ImportRecord): Promise<void>;
  stage(importId: string, people: readonly StagedPerson[]): Promise<void>;
  /** Moves what was staged into the records in a few statements, with one history row per staged field. */
  commitStaged(importId: string, by: StagedBy): Promise<CommitProblems>;
  /** What was staged goes; the import's own row stays. */
  clearStaged(importId: string): Promise<void>;
  deleteImport(id: string): Promise<void>;
  saveHeaderMapping(unitId: UnitId, layout: string, mapping: string, at: Instant): Promise<void>;
}

export interface StagedBy {
  readonly at: Instant;
  readonly accountId: AccountId;
  readonly who: string;
  readonly reason: string;
}
