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
  readonly state: ImportState;
  /** JSON; whatever the use case wants to know of it later. Never an ID number or a phone. */
  readonly summary: string;
}

/** "staging": rows are still coming in. The last two are final. */
export type ImportState = "staging" | "staged" | "committed" | "dropped";

/** What becomes of one row of the file: for the preview and for the result column. */
export interface ImportRow {
  readonly importId: string;
  readonly sheet: string;
  readonly row: number;
  readonly verdict: ImportVerdict;
  readonly personId: PersonId | null;
  /** JSON; sensitive values masked. */
  readonly detail: string;
}

export type ImportVerdict = "new" | "changed" | "unchanged" | "refused" | "doubled";

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

export interface ImportPage {
  readonly verdict?: ImportVerdict;
  /** Rows behind this one. */
  readonly after?: Pick<ImportRow, "sheet" | "row">;
  readonly most: number;
}

export interface StagingReads {
  importById(id: string): Promise<ImportRecord | undefined>;
  importsOf(unitIds: readonly UnitId[]): Promise<readonly ImportRecord[]>;
  /** In the order of the file. */
  importRows(importId: string, page: ImportPage): Promise<readonly ImportRow[]>;
  importCounts(importId: string): Promise<ReadonlyMap<ImportVerdict, number>>;
  /** The confirmed mapping of a layout; JSON. */
  headerMapping(unitId: UnitId, layout: string): Promise<string | undefined>;
}

export interface StagingWrites {
  insertImport(row: ImportRecord): Promise<void>;
  /** @returns false when it is not in that state any more: of two who commit it, one gets through. */
  moveImport(id: string, from: ImportState, to: Pick<ImportRecord, "state" | "summary">): Promise<boolean>;
  addImportRows(rows: readonly ImportRow[]): Promise<void>;
  stage(importId: string, people: readonly StagedPerson[]): Promise<void>;
  /** Moves what was staged into the records in a few statements, with one history row per staged field. */
  commitStaged(importId: string, by: StagedBy): Promise<CommitProblems>;
  /** What was staged goes; the import and its rows stay. */
  clearStaged(importId: string): Promise<void>;
  /**
   * Imports that were begun before that moment and never came to an end go, with all that was staged for them; of those that
   * came to one, what was left staged goes. @returns how many imports went.
   */
  sweepStaging(before: Instant): Promise<number>;
  saveHeaderMapping(unitId: UnitId, layout: string, mapping: string, at: Instant): Promise<void>;
}

export interface StagedBy {
  readonly at: Instant;
  readonly accountId: AccountId;
  readonly who: string;
  readonly reason: string;
}
