import type { AccountId, UnitId } from "#core/kernel/ids.ts";
import type { Day, Instant } from "#core/kernel/instant.ts";

/** Why a finding is as it is (M21); good for exactly the values the check read. */
export interface ExplanationRecord {
  /** "person:ID" or "unit:ID". */
  readonly record: string;
  readonly check: string;
  /** Keyed checksum of the values, `noteReads.valueMac`. */
  readonly valueMac: string;
  readonly text: string;
  readonly at: Instant;
  readonly accountId: AccountId;
  readonly who: string;
}

/** A question saved under a name (M22), known in its unit and below. */
export interface QuestionRecord {
  readonly id: string;
  readonly unitId: UnitId;
  readonly name: string;
  /** JSON of the question as asked. */
  readonly content: string;
  readonly accountId: AccountId;
  readonly who: string;
  readonly at: Instant;
  readonly revision: number;
}

/** A list that left the service (A13, M16). */
export interface ExportRecord {
  readonly id: string;
  readonly unitId: UnitId;
  readonly list: string;
  /** "archive" for the full exports with their period, else what the officer gave as reason. */
  readonly purpose: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly people: number;
  readonly sha256: string;
  readonly accountId: AccountId;
  readonly at: Instant;
}

export interface NoteReads {
  explanations(records: readonly string[]): Promise<readonly ExplanationRecord[]>;
  /** Survives key rotation; nobody can try out ID numbers on it. */
  valueMac(valueKey: string): string;
  questions(units: readonly UnitId[]): Promise<readonly QuestionRecord[]>;
  question(id: string): Promise<QuestionRecord | undefined>;
  /** Newest first. */
  exports(unitId: UnitId, list?: string): Promise<readonly ExportRecord[]>;
}

export interface NoteWrites {
  saveExplanations(rows: readonly ExplanationRecord[]): Promise<void>;
  /** @returns false when its revision is not one behind any more, or the unit has another one of that name. */
  saveQuestion(question: QuestionRecord): Promise<boolean>;
  deleteQuestion(id: string): Promise<void>;
  addExport(row: ExportRecord): Promise<void>;
}
